using Shiremoot.Economics;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs.Options;

/// <summary>How sure an option is: the fan by year, how often it pays and for whom, and what matters most.</summary>
internal static class DrawnViews
{
    private const int MostBars = 6;
    private static readonly (int Width, int Height) ThirdOfPage = (340, 225);

    /// <summary>The running total by year for everyone, with the middle nine tenths and the middle half of the draws.</summary>
    public static ChartView Fan(AppraisalRuns r) => Fan(r, r.Fan, "fan", "everyone", "benefits less costs to everyone");

    /// <summary>The same for public budgets: what agencies save less what they spend and lend.</summary>
    public static ChartView BudgetFan(AppraisalRuns r) => Fan(r, r.BudgetFan, "budget-fan", "public budgets", "what agencies save, at average cost, less what they spend and lend");

    private static ChartView Fan(AppraisalRuns r, IReadOnlyList<DrawnYear> years, string id, string whose, string of)
    {
        Appraisal a = r.Appraisal;
        PoundScale scale = PoundScale.Of(years.SelectMany(y => y.Running.Percentiles.Select(p => p.At.Value)));
        IReadOnlyList<double?> Line(Func<DrawnYear, double> what) => [.. years.Select(y => (double?)scale.At(what(y)))];
        DrawnYear last = years[^1];
        return new ChartView(id, $"For {whose} it lies, by the end of {last.Label}, between {OptionWords.Short(last.Running.Below(0.05))} and {OptionWords.Short(last.Running.Below(0.95))} in 9 of 10 draws",
            $"Running total of {of}, discounted, at {a.Option.PriceYear} prices, by year; the bands are the middle 90% and the middle half of draws",
            new LineDrawing(scale.Unit, [.. years.Select(y => y.Label)], [new("Median of draws", Line(y => y.Running.Below(0.5)), Line(y => y.Running.Below(0.05)), Line(y => y.Running.Below(0.95))) { InnerLower = Line(y => y.Running.Below(0.25)), InnerUpper = Line(y => y.Running.Below(0.75)) }, new("At central values", Line(y => y.Running.Central))]),
            new TableView($"Running total for {whose} by year", [new("Year"), new("Central", true), new("Mean", true), .. Heads, new("Above nought", true), new("Paid back in this year", true), new("Paid back by then", true)],
                [.. years.Select((y, t) => new Row([y.Label, P(y.Running.Central), P(y.Running.Mean.Value), .. Range(y.Running), Share(y.Running.ShareAboveNought), OptionWords.Number(y.ShareRepaid.Value - (t == 0 ? 0 : years[t - 1].ShareRepaid.Value), "0.0%"), Share(y.ShareRepaid)]))])
            { Notes = [$"Paid back: the running total is nought or more, and stays so to the end. It is not paid back within these years in {OptionWords.Number(1 - last.ShareRepaid.Value, "0.0%")} of the draws."] },
            From(r))
        { HeadingLevel = 3, OnPaper = ThirdOfPage };
    }

    /// <summary>The share of the draws in which it pays, for everyone, for public budgets and for each agency.</summary>
    public static ChartView Pays(AppraisalRuns r)
    {
        Unit percent = new("share of draws", Suffix: "%");
        (string Name, DrawnFigure Net)[] whose = [.. r.Choices.Select(c => (OptionWords.Capital(c.Of), r[c.Figure])), .. r.Bearers.Where(b => b.IsAgency).Select(b => (OptionWords.Capital(b.Bearer), b.Net))];
        return new ChartView("pays", $"It pays {string.Join(", ", r.Choices.Select(c => $"for {c.Of} in {AppraisalRunsSummary.Of100(r[c.Figure].ShareAboveNought.Value)}"))}", "Share of draws in which net present value is above nought, by whose it is",
            new BarDrawing(percent, [.. whose.Select(w => w.Name)], [new Series("Pays", [.. whose.Select(w => (double?)Math.Round(100 * w.Net.ShareAboveNought.Value, 1))])]),
            new TableView("Net present value by whose it is", [new("Whose"), new("Pays in", true), new("Central", true), new("Mean", true), .. Heads],
                [.. whose.Select(w => new Row([w.Name, Share(w.Net.ShareAboveNought), P(w.Net.Central), P(w.Net.Mean.Value), .. Range(w.Net)]))]),
            From(r))
        { HeadingLevel = 3, OnPaper = ThirdOfPage };
    }

    /// <summary>What matters most to one whose choice it would be.</summary>
    public static ChartView Tornado(AppraisalRuns r, DrawnChoice choice)
    {
        Influence[] drawn = [.. choice.Influences.Take(MostBars)];
        double mean = r[choice.Figure].Mean.Value;
        PoundScale scale = PoundScale.Of(drawn.SelectMany(i => (double[])[i.AtLow, i.AtHigh]));
        Dictionary<string, double> worth = choice.Information.ByInput.ToDictionary(i => i.Input, i => i.Value);
        return new ChartView($"tornado-{choice.Of.Replace(' ', '-')}", $"What matters most to {choice.Of} is {drawn[0].Input}", $"Net present value to {choice.Of} as each number goes from its low end to its high end, the others at their means; dashed: the mean of all draws",
            new TornadoDrawing(scale.Unit, [.. drawn.Select(i => OptionWords.Capital(i.Input))], [.. drawn.Select(i => scale.At(i.AtLow))], [.. drawn.Select(i => scale.At(i.AtHigh))], scale.At(mean)),
            new TableView($"What matters most to {choice.Of}", [new("Number"), new("Low (5%)", true), new("High (95%)", true), new("Net at low", true), new("Net at high", true), new("Share of variance", true), new("Worth knowing", true)],
                [.. choice.Influences.Select(i => Row.Of(OptionWords.Capital(i.Input), OptionWords.Number(i.Low, "#,##0.####"), OptionWords.Number(i.High, "#,##0.####"), P(i.AtLow), P(i.AtHigh), OptionWords.Number(i.ShareOfVariance, "0.0%"), P(worth.GetValueOrDefault(i.Input))))])
            { Notes = choice.Influences.Count > MostBars ? [$"The {MostBars} greatest are drawn."] : [] },
            From(r))
        { HeadingLevel = 3, OnPaper = ThirdOfPage };
    }

    private static IEnumerable<Column> Heads => ((string[])["5%", "25%", "Median", "75%", "95%"]).Select(h => new Column(h, true));

    private static IEnumerable<Cell> Range(DrawnFigure figure) => figure.Percentiles.Select(p => new Cell(P(p.At.Value)));

    private static Source From(AppraisalRuns r) => new(null, OptionWords.Number(r.Draws, "#,##0") + $" draws of the numbers below, seed {r.Seed}; the shares are as good as the spreads stated");

    private static string Share(Estimated share) => OptionWords.Number(share.Value, "0.0%");

    private static string P(double pounds) => OptionWords.Pounds(pounds);
}
