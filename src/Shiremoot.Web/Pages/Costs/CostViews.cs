using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

/// <summary>The chart and tables of the page of costs.</summary>
internal static class CostViews
{
    private static readonly Unit Millions = new("£ million", "£", "m", 1);

    /// <summary>Who bears it, a bar an agency and a series a kind; null where nothing is priced.</summary>
    public static ChartView? Bearers(PlaceCosts priced, IReadOnlyList<AgencyCost> bearers)
    {
        if (bearers.Count == 0) return null;
        string[] agencies = [.. bearers.Select(b => b.Agency).Distinct()];
        double? At(string agency, CostKind kind) => (double?)bearers.FirstOrDefault(b => b.Agency == agency && b.Kind == kind)?.Cost.Pounds / 1e6;
        Series[] series = [.. bearers.Select(b => b.Kind).Distinct().Order().Select(kind => new Series(CostWords.Kind(kind), [.. agencies.Select(a => At(a, kind))]))];
        string flows = string.Join("; ", FlowBill.Latest(priced).Where(b => b.Flow.IsInTotal).Select(b => $"{b.Flow.Title}, {b.Cost.Period}").Distinct());
        return new("bearers", $"Most falls on: {bearers[0].Agency}, {CostWords.Short(bearers[0].Cost)}", $"Cost of the flows that may be added, at {priced.Costs.Year} prices. {flows}",
            new BarDrawing(Millions, agencies, series),
            new("Cost by who bears it", [new("Who bears it"), new("Kind"), new("Cost", true)], [.. bearers.Select(b => Row.Of(b.Agency, CostWords.Kind(b.Kind), CostWords.Whole(b.Cost)))])
            {
                Notes = ["The newest figure of each flow. They are of different years, so this is not the bill of one year.", "Average costs of what is done now: fewer cases do not save all of it."],
            },
            Published("Published figures of the flows, priced with the unit costs named in the table below"))
        { Downloads = Files("flows", priced.Costs.Year, "what the flows cost") };
    }

    public static TableView Flows(PlaceCosts priced) => new(
        $"What each flow costs, at {priced.Costs.Year} prices",
        [new("Flow"), new("Period"), new("Units", true), new("Unit cost"), new("Each", true), new("Cost", true), new("Who bears it"), new("Kind"), new("Quality")],
        [.. FlowBill.Latest(priced).Select(b => Row.Of(
            $"{b.Flow.Title}{(b.Flow.IsInTotal ? "" : " (within or beside another: not added)")}", b.Cost.Period, Written.As((double)b.Cost.Quantity, new("")), new Cell(b.Cost.UnitCost, CostWords.UnitHref(b.Cost.UnitCost, priced.Costs.Year)),
            CostWords.Whole(b.Cost.Each), CostWords.Whole(b.Cost.Cost), b.Cost.Agency, $"{b.Cost.Kind}".ToLowerInvariant(), b.Cost.Quality))])
    { CaptionHidden = true };

    public static TableView Spent(IReadOnlyList<Spend> spend) => new(
        "What is spent, as its sources give it", [new("What"), new("Spent", true), new("Year"), new("Who pays"), new("Within"), new("How it is known"), new("Source")],
        [.. spend.Select(s => Row.Of(
            s.Title, $"{(s.IsApproximate ? "about " : "")}{CostWords.Short(s.Cost)}", s.Year ?? "not given", s.Payer, spend.FirstOrDefault(w => w.Id == s.PartOf)?.Title ?? "", CostWords.Mark(s.Mark), s.Source))])
    {
        CaptionHidden = true,
        Notes = [.. spend.Where(s => s.Note.Length > 0).Select(s => $"{s.Title}: {s.Note}")],
    };

    /// <summary>Each line of spend beside what the flows explain of it.</summary>
    public static TableView Explained(IReadOnlyList<SpendExplained> explained) => new(
        "How much of what is spent the flows explain", [new("What"), new("Spent", true), new("Explained", true), new("Share", true), new("Not explained", true), new("Flow × unit cost"), new("Source")],
        [.. explained.Select(e => Row.Of(
            $"{e.Spend.Title}, {e.Spend.Year}", CostWords.Short(e.Spend.Cost), CostWords.Short(e.Explained), Share(e.Share), CostWords.Short(e.Unexplained), CostTables.PartsOf(e),
            e.Spend.Link is { } link ? new Cell(e.Spend.Source, link) : e.Spend.Source))])
    {
        CaptionHidden = true,
        Notes = [.. explained.Where(e => e.Spend.NotExplained.Length > 0).Select(e => $"{e.Spend.Title}: {e.Spend.NotExplained}")],
    };

    private static string Share(decimal share) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100 * share:0.#}%");

    public static Source Published(string text) => new(Origin.Published, text);

    /// <summary>The unit costs that were looked for, as files.</summary>
    public static IReadOnlyList<Download> UnitFiles(UnitCostSearch search, string year)
    {
        string query = string.Join("&", new[] { ("year", year), ("find", search.Words), ("theme", search.Theme), ("agency", search.Agency), ("kind", search.Kind?.ToString().ToLowerInvariant()) }
            .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
        return [new($"/api/v1/costs/units.csv?{query}", "CSV", "these unit costs"), new($"/api/v1/costs/units.xlsx?{query}", "Excel", "these unit costs")];
    }

    public static IReadOnlyList<Download> Files(string table, string year, string of) =>
        [new($"/api/v1/costs/{table}.csv?year={Uri.EscapeDataString(year)}", "CSV", of), new($"/api/v1/costs/{table}.xlsx?year={Uri.EscapeDataString(year)}", "Excel", of)];
}
