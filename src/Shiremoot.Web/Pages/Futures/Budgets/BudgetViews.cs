using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Costs.Options;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures.Budgets;

/// <summary>One contract as tables and charts.</summary>
internal static class BudgetViews
{
    /// <summary>Income, spending and net of each party by year.</summary>
    public static TableView Parties(BudgetResult b) => new(
        $"Who gets and pays what, {BudgetWords.Span(b.Contract)}, averages of {b.Runs:N0} runs",
        [new("Party"), .. b.Contract.CashYears.Select(y => new Column($"Net in {y}", true)), new("Income, all years", true), new("Spending, all years", true), new("Net", true)],
        [.. b.Parties.Select(p => new Row([p.Party.Title, .. p.Years.Select(y => new Cell(BudgetWords.Pounds(y.Net))), BudgetWords.Pounds(new(p.Years.Sum(y => y.Income.Pounds))), BudgetWords.Pounds(new(p.Years.Sum(y => y.Spend.Pounds))), BudgetWords.Pounds(p.Net)]))])
    { Notes = ["What one pays another gets, in every year of every run: the nets add up to nought but for the rounding of averages."] };

    /// <summary>The same by year in full.</summary>
    public static TableView PartiesInFull(BudgetResult b) => new(
        "Income and spending of each party by year", [new("Party"), new("Year"), new("Income", true), new("Spending", true), new("Net", true), new("Running balance, 5%", true), new("Median", true), new("95%", true), new("In deficit so far", true)],
        [.. b.Parties.SelectMany(p => p.Years.Select(y => Row.Of(p.Party.Title, y.Label, BudgetWords.Pounds(y.Income), BudgetWords.Pounds(y.Spend), BudgetWords.Pounds(y.Net), BudgetWords.Pounds(y.Low), BudgetWords.Pounds(y.Middle), BudgetWords.Pounds(y.High), BudgetWords.Percent(y.Behind))))])
    { CaptionHidden = true };

    /// <summary>The holder's running balance with the middle nine tenths of the runs.</summary>
    public static ChartView Fan(BudgetResult b)
    {
        PartyBudget holder = b.Holder;
        PoundScale scale = PoundScale.Of(holder.Years.SelectMany(y => (double[])[(double)y.Low.Pounds, (double)y.High.Pounds]));
        IReadOnlyList<double?> Line(Func<PartyYear, Money> of) => [.. holder.Years.Select(y => (double?)scale.At((double)of(y).Pounds))];
        PartyYear last = holder.Years[^1];
        return new ChartView("fan", $"By the end of {last.Label} the balance lies between {BudgetWords.Short(last.Low)} and {BudgetWords.Short(last.High)} in 9 of 10 runs",
            $"Running balance of {holder.Party.Title} (all income so far less all spending) by year; the band is the middle 90% of runs",
            new LineDrawing(scale.Unit, [.. holder.Years.Select(y => y.Label)], [new("Median of runs", Line(y => y.Middle), Line(y => y.Low), Line(y => y.High))]),
            new TableView("Running balance by year", [new("Year"), new("5%", true), new("Median", true), new("95%", true)], [.. holder.Years.Select(y => Row.Of(y.Label, BudgetWords.Pounds(y.Low), BudgetWords.Pounds(y.Middle), BudgetWords.Pounds(y.High)))]),
            BudgetWords.From(b))
        { HeadingLevel = 3 };
    }

    /// <summary>The share of runs in deficit by the end of each year.</summary>
    public static ChartView Deficit(BudgetResult b)
    {
        PartyBudget holder = b.Holder;
        return new ChartView("deficit", holder.Deficit == 0 ? "No run ends in deficit" : $"{BudgetSummary.Of100(holder.Deficit)} runs end in deficit",
            $"Share of runs in which {holder.Party.Title} has paid more than it got, by the end of each year",
            new BarDrawing(new Unit("share of runs", Suffix: "%", Decimals: 1), [.. holder.Years.Select(y => y.Label)], [new Series("In deficit", [.. holder.Years.Select(y => BudgetWords.Drawn(y.Behind))])]) { Horizontal = false },
            new TableView("Chance of a deficit by year", [new("Year"), new("In deficit so far", true)], [.. holder.Years.Select(y => Row.Of(y.Label, BudgetWords.Percent(y.Behind)))]),
            BudgetWords.From(b))
        { HeadingLevel = 3 };
    }

    /// <summary>How often it pays by what is true; null where it has no rule.</summary>
    public static ChartView? Pays(BudgetResult b)
    {
        if (b.Chances is not { } c) return null;
        string does = b.Contract.Rules.Any(r => r.CanPay) ? "It pays" : "All is kept";
        (string Name, double Share)[] shares =
        [
            ("Nothing works", c.AtNought), ("It works as hoped", c.AsHoped), .. c.AtTarget is { } at ? [($"It does exactly the {BudgetSummary.Percent((double)c.Target!.Value)} asked for", at)] : Array.Empty<(string, double)>(),
        ];
        return new ChartView("pays", $"{does} in {BudgetSummary.Of100(c.AtNought)} runs though nothing works", "Share of runs in which a rule pays, or takes nothing back, by what is true",
            new BarDrawing(new Unit("share of runs", Suffix: "%", Decimals: 1), [.. shares.Select(s => s.Name)], [new Series(does, [.. shares.Select(s => BudgetWords.Drawn(s.Share))])]),
            new TableView("How often it pays", [new("What is true"), new(does, true)], [.. shares.Select(s => Row.Of(s.Name, BudgetWords.Percent(s.Share)))]),
            BudgetWords.From(b))
        { HeadingLevel = 3 };
    }

    /// <summary>How much each party's net varies, and what moves it.</summary>
    public static ChartView Risks(BudgetResult b)
    {
        PartyBudget[] parties = [.. b.Parties.Where(p => p.Deviation > 0.005)];
        PoundScale scale = PoundScale.Of(parties.Select(p => p.Deviation));
        PartyBudget? most = parties.Where(p => p.Party.Kind == ContractPartyKind.Budget).MaxBy(p => p.Deviation);
        return new ChartView("risks", most is null ? "No party carries a risk" : $"{most.Party.Title} carries most of the risk among those who hold budgets", "Standard deviation of each party's net over all runs; in the table, what share of its variance each thing that it pays or gets is",
            new BarDrawing(scale.Unit, [.. parties.Select(p => p.Party.Title)], [new Series("Standard deviation of net", [.. parties.Select(p => (double?)scale.At(p.Deviation))])]),
            new TableView("Who carries which risk", [new("Party"), new("Standard deviation", true), new("Doubt about the effect", true), new("What moves it")],
                [.. b.Parties.Select(p => Row.Of(p.Party.Title, BudgetWords.Pounds(new((decimal)p.Deviation)), BudgetWords.Percent(p.EffectShare), p.Risks.Count == 0 ? "Nothing: it is fixed" : string.Join("; ", p.Risks.Select(r => $"{r.Of} {BudgetSummary.Percent(r.Share)}"))))])
            { Notes = ["Doubt about the effect: the share of the variance that goes with how well the option works; the rest is luck of demand. n/a: not told apart, or nothing varies.", "The shares of a party add up to 100%. One under nought steadies its net: a grant that rises with what it pays for."] },
            BudgetWords.From(b))
        { HeadingLevel = 3 };
    }

    /// <summary>Each party beside no contract and nothing new.</summary>
    public static TableView AgainstNone(BudgetResult b) => new(
        "Beside no contract and nothing new", [new("Party"), new("Better off by", true), new("Worse off in", true)],
        [.. b.Parties.Where(p => p.Party.Kind != ContractPartyKind.Pot).Select(p => Row.Of(p.Party.Title, BudgetWords.Pounds(p.AgainstNone), $"{BudgetWords.Percent(p.WorseOff)} of runs"))])
    { Notes = ["The same runs without the option, paid for by those who paid before. A provider is paid less where less is used."] };

    /// <summary>Units without and with the option.</summary>
    public static TableView Flows(BudgetResult b) => new(
        "What flows, averages of all runs", [new("What"), new("Year"), new("Agreed baseline", true), new("Without", true), new("With", true)],
        [.. b.Flows.Select(f => Row.Of(f.Line, f.Year, BudgetWords.Number(f.Agreed), BudgetWords.Number(f.Without), BudgetWords.Number(f.With)))]);

    /// <summary>What the file says must come out, and what did.</summary>
    public static TableView Examples(Contract contract) => new(
        // Titles are long: columns of numbers would not break them.
        "Worked figures", [new("What happened"), .. contract.Parties.Select(p => new Column($"Net to {p.Title}")), new("Source")],
        [.. contract.Examples.Select(e => Budget.Play(contract, e)).Select(p => new Row([p.Example.Says, .. p.Net.Select(n => new Cell(BudgetWords.Pounds(new(n)))), p.Holds ? p.Example.Source : $"{p.Example.Source}. Does not come out as the file says"]))])
    { CaptionHidden = true };
}
