using System.Globalization;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

/// <summary>The charts and tables of the page of what people cost.</summary>
internal static class PeopleCostViews
{
    private static readonly Unit Millions = new("£ million", "£", "m", 1);

    /// <summary>Cost by financial year; null where fewer than two years may be shown.</summary>
    public static ChartView? ByYear(StoryCosts costs)
    {
        CostTable table = costs.Tables[0];
        double?[] pounds = [.. Enumerable.Range(0, table.Rows.Count).Select(r => (double?)table.Cells.RowTotal(r).Amount.Shown / 1e6)];
        if (pounds.Count(p => p is not null) < 2) return null;
        int dearest = Enumerable.Range(0, pounds.Length).MaxBy(r => pounds[r] ?? -1);
        return new ChartView(
            "by-year", $"Most in {table.Rows[dearest]}: {CostWords.Short(new Money(table.Cells.RowTotal(dearest).Amount.Shown!.Value))}",
            $"Fiscal cost by financial year, at {costs.Question.PriceYear} prices. {costs.Period}: the first and the last year may be in part", new LineDrawing(Millions, table.Rows, [new("Cost", pounds)]),
            new TableView("Cost by financial year", [new("Year"), new("Cost", true), new("People", true)], [.. Enumerable.Range(0, table.Rows.Count).Select(r => Row.Of(table.Rows[r], Text(table.Cells.RowTotal(r).Amount), $"{table.Cells.RowTotal(r).People}"))]),
            SourceOf(costs.Origin));
    }

    /// <summary>The curve of costs; null where it may not be shown.</summary>
    public static ChartView? Curve(HeaviestUsers users)
    {
        if (users.Curve.Count == 0) return null;
        CostOfTop? tenth = users.Top.FirstOrDefault(t => t.PerCent.Equals(10));
        string says = tenth?.Share.Shown is { } share ? string.Create(CultureInfo.InvariantCulture, $"A tenth of the people make {share:P0} of the cost").Replace(" %", "%", StringComparison.Ordinal) : "How cost is spread over people";
        double[][] points = [.. users.Curve.Select(p => (double[])[100 * p.People, 100 * p.Cost])];
        return new ChartView(
            "curve", says, string.Create(CultureInfo.InvariantCulture, $"Share of cost held by people in order of their cost, {users.Period}. Gini coefficient {users.Gini:0.00}, where 0 is all alike"),
            new LorenzDrawing("Share of people, those who cost least first", "Share of cost", points),
            new TableView("Share of cost held by the people who cost least", [new("Share of people"), new("Share of cost", true)], [.. points.Select(p => Row.Of(string.Create(CultureInfo.InvariantCulture, $"{p[0]:0}%"), string.Create(CultureInfo.InvariantCulture, $"{p[1]:0.0}%")))]),
            SourceOf(users.Origin));
    }

    public static TableView Top(HeaviestUsers users) => new(
        $"The heaviest users, at {users.Question.PriceYear} prices", [new("Who"), new("People", true), new("Cost", true), new("Mean", true), new("Share of cost", true), new("Share of harm", true)],
        [
            .. users.Top.Select(t => Row.Of(string.Create(CultureInfo.InvariantCulture, $"Dearest {t.PerCent}%"), $"{t.Top.People}", Text(t.Top.Amount), Text(t.Top.Mean), Share(t.Share), t.HarmShare is { } harm ? Share(harm) : "")),
            Row.TotalOf("Everyone who cost anything", $"{users.Total.People}", Text(users.Total.Amount), Text(users.Total.Mean), "", ""),
            Row.Of(users.Rules.IsNone ? "One in the middle (median)" : "The middle tenth", "", "", Text(users.Median), "", ""),
        ])
    { CaptionHidden = true, Notes = users.Notes };

    /// <summary>The prices, each with the unit cost one click away.</summary>
    public static TableView Prices(EventPrices prices, string year) => new(
        "What each event is priced at", [new("What"), new("Unit cost"), new("Per"), new("Why it fits"), new("What it leaves out")],
        [.. prices.Priced.Select(p => Row.Of(p.Title, new Cell(p.UnitCost, CostWords.UnitHref(p.UnitCost, year)), Per(p), p.Fits, p.LeavesOut))])
    { CaptionHidden = true };

    public static Source SourceOf(Origin origin) => new(origin, "Records of this place, priced with the unit costs named below");

    public static IReadOnlyList<Download> Files(string name, string what, string cohort, string year, string? fall = null) =>
        [.. new[] { ("csv", "CSV"), ("xlsx", "Excel") }.Select(f => new Download($"/api/v1/costs/{name}.{f.Item1}?cohort={Uri.EscapeDataString(cohort)}&year={Uri.EscapeDataString(year)}{(fall is null ? "" : $"&fall={Uri.EscapeDataString(fall)}")}", f.Item2, what))];

    /// <summary>Kinds of event as the beginning of a sentence: "Remand."</summary>
    public static string Kinds(EventNotPriced not)
    {
        string words = string.Join(", ", not.Kinds.Select(k => k.Replace('-', ' ')));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
    }

    private static string Per(EventPrice price) => price.Quantity switch { EventQuantity.Nights => "night", EventQuantity.Days => "day", _ => "event" };

    private static string Text(Protected<decimal> pounds) => pounds.Shown is { } shown ? CostWords.Whole(new Money(shown)) : ProtectedCount.Mark;

    private static string Share(Protected<double> share) => share.Shown is { } shown ? string.Create(CultureInfo.InvariantCulture, $"{100 * shown:0}%") : ProtectedCount.Mark;
}
