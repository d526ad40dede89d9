using Shiremoot.Economics;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs.Options;

/// <summary>What an option is worth: from costs to net value, year by year, by how savings are reckoned, and to whom.</summary>
internal static class ValueViews
{
    private static readonly (int Width, int Height) ThirdOfPage = (340, 195);

    public static ChartView Waterfall(Appraisal a)
    {
        double spends = a.Ledger.Sum(l => l.Spends), lends = a.Ledger.Sum(l => l.Lends), cashable = a["present_value_cashable"]!.Value, net = a["net_present_public_value"]!.Value;
        (string Name, double Pounds, bool IsTotal)[] steps =
        [
            ("Spent", -spends, false), ("Lent or given", -lends, false), ("Saved, cashable", cashable, false), ("Saved, not cashable", a["present_value_fiscal"]!.Value - cashable, false),
            ("Economic gains", a["present_value_economic"]!.Value, false), ("Social gains", a["present_value_social"]!.Value, false), ("Net value", net, true),
        ];
        steps = [.. steps.Where(s => s.IsTotal || s.Pounds != 0)];
        PoundScale scale = PoundScale.Of([spends, net, a["present_value_benefits"]!.Value]);
        return new ChartView("waterfall", $"It brings {OptionWords.Short(Math.Abs(net))} {(net < 0 ? "less" : "more")} than it costs", $"From costs through each kind of benefit to net value. {OptionWords.Basis(a)}",
            new WaterfallDrawing(scale.Unit, [.. steps.Select(s => new WaterfallStep(s.Name, scale.At(s.Pounds), s.IsTotal))]),
            new TableView("From costs to net value", [new("What"), new("Present value", true)], [.. steps.Select(s => s.IsTotal ? Row.TotalOf(s.Name, P(s.Pounds)) : Row.Of(s.Name, P(s.Pounds)))]), OptionWords.From(a))
        { OnPaper = ThirdOfPage };
    }

    public static ChartView Running(Appraisal a)
    {
        PoundScale scale = PoundScale.Of(a.Years.SelectMany(y => (double[])[y.Running, y.RunningPresent]));
        string headline = a["payback_year"] is { } year ? $"It is paid back in {a.Years[(int)year].Label}" : $"It is not paid back by {a.Years[^1].Label}";
        return new ChartView("running", headline, $"Running total of benefits less costs to everyone, at {a.Option.PriceYear} prices, by year",
            new LineDrawing(scale.Unit, [.. a.Years.Select(y => y.Label)], [new("Discounted", [.. a.Years.Select(y => (double?)scale.At(y.RunningPresent))]), new("Not discounted", [.. a.Years.Select(y => (double?)scale.At(y.Running))])]),
            Years(a), OptionWords.From(a))
        { OnPaper = ThirdOfPage };
    }

    /// <summary>The same savings by four ways of reckoning them: never added to one another.</summary>
    public static ChartView Savings(Appraisal a)
    {
        (string Name, string Figure)[] views = [("At average cost", "present_value_fiscal"), ("By whole steps, the rest at the margin", "present_value_stepped"), ("At marginal cost", "present_value_marginal"), ("Cashable", "present_value_cashable")];
        PoundScale scale = PoundScale.Of(views.Select(v => a[v.Figure]!.Value));
        return new ChartView("savings", $"Of {OptionWords.Short(a["present_value_fiscal"])} saved at average cost, {OptionWords.Short(a["present_value_cashable"])} is cashable", $"The same savings of agencies, reckoned in four ways that are never added. {OptionWords.Basis(a)}",
            new BarDrawing(scale.Unit, [.. views.Select(v => v.Name)], [new Series("Savings", [.. views.Select(v => (double?)scale.At(a[v.Figure]!.Value))])]),
            new TableView("Savings of agencies", [new("Reckoned"), new("Present value", true)], [.. views.Select(v => Row.Of(v.Name, P(a[v.Figure])))])
            { Notes = ["Average: every case at its full unit cost. Marginal: what one case fewer saves. Steps: a wing or a post goes only when enough cases go."] }, OptionWords.From(a))
        { OnPaper = ThirdOfPage };
    }

    public static ChartView Perspectives(Appraisal a)
    {
        PerspectiveTable p = a.Perspectives;
        (string Name, double Pounds)[] whose = [("Taxpayers", p.Taxpayers), ("Participants", p.Participants), ("Victims", p.Victims), ("Others", p.Others)];
        (string name, double most) = whose.MaxBy(w => w.Pounds);
        PoundScale scale = PoundScale.Of(whose.Select(w => w.Pounds));
        return new ChartView("perspectives", most > 0 ? $"{name} have most of the benefits, {OptionWords.Short(most)}" : "Nobody benefits", $"Benefits by who has them. {OptionWords.Basis(a)}",
            new BarDrawing(scale.Unit, [.. whose.Select(w => w.Name)], [new Series("Benefits", [.. whose.Select(w => (double?)scale.At(w.Pounds))])]),
            new TableView("By whose benefit", [new("Whose"), new("Present value", true)],
            [
                .. whose.Select(w => Row.Of(w.Name, P(w.Pounds))), Row.TotalOf("All benefits", P(p.Benefits)), Row.Of("Cost", P(p.Cost)), Row.Of("Net", P(p.Net)), Row.Of("Ratio", p.Ratio is { } ratio ? OptionWords.Number(ratio, "0.00") : "n/a"),
            ]), OptionWords.From(a))
        { OnPaper = ThirdOfPage };
    }

    private static TableView Years(Appraisal a) => new(
        "By year, at the price year; the last two columns in cash of the year",
        [new("Year"), new("People", true), new("Costs", true), new("Fiscal", true), new("Cashable", true), new("Economic", true), new("Social", true), new("Net", true), new("× discount", true), .. Healths(a, new Column("Of that health", true), new Column("× its discount", true)), new("Present", true), new("Running, discounted", true), new("Running", true), new("Cash costs", true), new("Cash benefits", true)],
        [.. a.Years.Select(y => new Row([y.Label, OptionWords.Number(y.People, "#,##0"), P(y.Costs), P(y.Fiscal), P(y.Cashable), P(y.Economic), P(y.Social), P(y.Net), OptionWords.Number(y.Discount, "0.0000"), .. Healths<Cell>(a, P(y.Health), OptionWords.Number(y.HealthDiscount, "0.0000")), P(y.Present), P(y.RunningPresent), P(y.Running), P(y.CashCosts), P(y.CashBenefits)]))]);

    // What only an option with gains in years of life and health has.
    private static IEnumerable<T> Healths<T>(Appraisal a, params T[] what) => a.Option.HealthDiscounting is null ? [] : what;

    private static string P(double? pounds) => OptionWords.Pounds(pounds);
}
