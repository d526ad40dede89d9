using Shiremoot.Economics;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs.Options;

/// <summary>Who pays and who gains: as a matrix, by year, and as flows.</summary>
internal static class LedgerViews
{
    /// <summary>A row for each who spends or gains; the rows add up to the net present public value.</summary>
    public static TableView Matrix(Appraisal a) => new(
        $"Who spends and who saves. {OptionWords.Basis(a)}",
        [new("Who"), new("Spends", true), new("Lends or gives", true), new("Saves, cashable", true), new("Saves, not cashable", true), new("Wider gains", true), new("Net", true)],
        [
            .. a.Ledger.Select(l => Row.Of(OptionWords.Capital(l.Bearer), P(l.Spends), P(l.Lends), P(l.Cashable), P(l.NotCashable), P(l.Wider), P(l.Net))),
            Row.TotalOf("Together", P(a.Ledger.Sum(l => l.Spends)), P(a.Ledger.Sum(l => l.Lends)), P(a.Ledger.Sum(l => l.Cashable)), P(a.Ledger.Sum(l => l.NotCashable)), P(a.Ledger.Sum(l => l.Wider)), P(a.Ledger.Sum(l => l.Net))),
        ])
    { Notes = ["Cashable: can be taken out of a budget. Not cashable: frees time or places. Wider: economic and social gains, leaving out what is fiscal already."] };

    /// <summary>What each is better or worse off in each year.</summary>
    public static TableView ByYear(Appraisal a) => new(
        $"Net by year: saved and gained less spent and lent, at {a.Option.PriceYear} prices, not discounted",
        [new("Who"), .. a.Years.Select(y => new Column(y.Label, true)), new("All years", true)],
        [
            .. a.Ledger.Select(l => new Row([OptionWords.Capital(l.Bearer), .. l.ByYear.Select(y => new Cell(P(y.Net))), P(l.ByYear.Sum(y => y.Net))])),
            new Row(["Together", .. a.Years.Select(y => new Cell(P(y.Net))), P(a.Years.Sum(y => y.Net))], IsTotal: true),
        ]);

    /// <summary>Spending, savings and gains of each by year.</summary>
    public static TableView ByYearInFull(Appraisal a) => new(
        $"Each who spends or gains, year by year, at {a.Option.PriceYear} prices, not discounted",
        [new("Who"), new("Year"), new("Spends", true), new("Lends or gives", true), new("Saves, cashable", true), new("Saves, not cashable", true), new("Wider gains", true), new("Net", true)],
        [.. a.Ledger.SelectMany(l => l.ByYear.Select(y => Row.Of(OptionWords.Capital(l.Bearer), y.Label, P(y.Spends), P(y.Lends), P(y.Cashable), P(y.NotCashable), P(y.Wider), P(y.Net))))])
    { CaptionHidden = true };

    /// <summary>Who pays, what comes of it, who gains; null where nothing is paid or nothing gained. A loss cannot be drawn as a flow and stands in the table alone.</summary>
    public static ChartView? Flows(Appraisal a)
    {
        (string From, string To, int Step, double Pounds)[] all =
        [
            .. a.Ledger.Select(l => (OptionWords.Capital(l.Bearer), Option, 1, l.Spends + l.Lends)),
            .. Kinds.Select(k => (Option, k.Name, 2, a.Ledger.Sum(k.Of))),
            .. Kinds.SelectMany(k => a.Ledger.Select(l => (k.Name, OptionWords.Capital(l.Bearer), 3, k.Of(l)))),
        ];
        (string From, string To, int Step, double Pounds)[] drawn = [.. all.Where(f => f.Pounds > 0)];
        if (drawn.All(f => f.Step != 1) || drawn.All(f => f.Step != 3)) return null;
        PoundScale scale = PoundScale.Of(drawn.Select(f => f.Pounds));
        List<SankeyNode> nodes = [];
        Dictionary<(string, int), int> places = [];
        int Place(string name, int step)
        {
            if (places.TryGetValue((name, step), out int there)) return there;
            nodes.Add(new SankeyNode(name, step));
            return places[(name, step)] = nodes.Count - 1;
        }
        SankeyLink[] links = [.. drawn.Select(f => new SankeyLink(Place(f.From, f.Step - 1), Place(f.To, f.Step), scale.At(f.Pounds)))];
        AgencyLedger pays = a.Ledger.MaxBy(l => l.Spends + l.Lends)!, gains = a.Ledger.MaxBy(Gained)!;
        return new ChartView("flows", $"{OptionWords.Capital(pays.Bearer)} pays most, {OptionWords.Short(pays.Spends + pays.Lends)}; most goes to {gains.Bearer}, {OptionWords.Short(Gained(gains))}",
            $"Who pays, what comes of it, who gains. {OptionWords.Basis(a)}", new SankeyDrawing(scale.Unit with { Label = "present value" }, nodes, links),
            new TableView($"Flows of money and worth. {OptionWords.Basis(a)}", [new("From"), new("To"), new("Amount", true)], [.. all.Where(f => f.Pounds != 0).Select(f => Row.Of(f.From, f.To, P(f.Pounds)))])
            { Notes = ["What goes in and what comes out need not be equal: the difference is the net value.", .. all.Any(f => f.Pounds < 0) ? (string[])["An amount below nought is a loss, and is not drawn."] : []] },
            OptionWords.From(a))
        { HeadingLevel = 3, OnPaper = (960, 205) };
    }

    /// <summary>What one gains in all.</summary>
    public static double Gained(AgencyLedger l) => l.Cashable + l.NotCashable + l.Wider;

    private const string Option = "The option";

    private static readonly (string Name, Func<AgencyLedger, double> Of)[] Kinds = [("Cashable savings", l => l.Cashable), ("Savings, not cashable", l => l.NotCashable), ("Wider gains", l => l.Wider)];

    private static string P(double pounds) => OptionWords.Pounds(pounds);
}
