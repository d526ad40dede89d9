using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Web.Parts;
using FunnelPoint = Shiremoot.Web.Parts.FunnelPoint;

namespace Shiremoot.Web.Pages.People;

/// <summary>The charts of observed beside expected: how the score holds, groups in a funnel, and ratios with their intervals.</summary>
internal static class ExpectedCharts
{
    private const string ByTenth = "tenth of expected share, from the least";
    private const int MostBars = 15;
    private static readonly Unit Ratio = new("observed over expected", Decimals: 2);
    private static readonly Unit Percent = new("per cent", Suffix: "%", Decimals: 1);
    private static readonly string[] InFunnels = ["provider", "area", "court", "disposal"];

    public static IEnumerable<ChartView> Of(PeoplePicture picture, IReadOnlyList<CohortText> shown)
    {
        foreach (string by in InFunnels.Where(f => shown.Any(b => b.Written == f)))
            if (Funnel(picture, by) is { } funnel) yield return funnel;
        foreach (CohortText by in shown)
            if (Ratios(picture, by) is { } bars) yield return bars;
        if (Tenths(picture) is { } tenths) yield return tenths;
    }

    /// <summary>True if the page has a chart of the breakdown.</summary>
    public static bool Has(PeoplePicture picture, string by) => picture.Rows.Any(r => r.By == by && r.Expected?.Ratio.Shown is not null);

    private static ChartView? Funnel(PeoplePicture picture, string by)
    {
        if (PeopleFunnel.Of(picture, by) is not { } chart) return null;
        double least = chart.Points.Min(p => p.Size) * 0.9;
        FunnelDrawing drawing = new(
            Ratio, "expected to reoffend", [.. chart.Points.Select(p => new FunnelPoint(p.Area, p.Size, Math.Round(p.Value, 3), p.Standing is Standing.FarLower or Standing.FarHigher))],
            [.. chart.Lines.Select(l => new FunnelLimit($"{l.Confidence * 100:0.#}% limits", [.. l.Size.Zip(l.Limit).Where(p => p.First >= least).Select(p => (double[])[Math.Round(p.First, 1), Math.Round(p.Second, 3)])]))],
            Math.Round(chart.Benchmark, 3), "Everyone");
        string[] far = [.. chart.Points.Where(p => p.Standing is Standing.FarLower or Standing.FarHigher).Select(p => p.Area)];
        string headline = far.Length == 0 ? $"By {by}, none lies beyond the 99.8% limits about everyone’s ratio" : $"By {by}, beyond what chance explains: {string.Join("; ", far)}";
        return new ChartView($"funnel-{PeopleCharts.Id(by)}", headline, $"{picture.Measure.Title}, {picture.Period}: observed over expected by number expected, about everyone’s ratio", drawing, Table(picture, by, by, "in the funnel"), PeopleView.SourceOf(picture));
    }

    private static ChartView? Ratios(PeoplePicture picture, CohortText by)
    {
        PeopleRow[] all = [.. picture.Rows.Where(r => r.By == by.Written && r.Expected?.Ratio.Shown is not null)];
        if (all.Length == 0) return null;
        HashSet<PeopleRow> largest = [.. (by.Written == "quarter" ? all.Reverse() : all.OrderByDescending(r => r.People.Shown)).Take(MostBars)];
        PeopleRow[] rows = [.. all.Where(largest.Contains)];
        Series series = new(Ratio.Label, [.. rows.Select(r => r.Expected!.Ratio.Shown)], [.. rows.Select(r => r.Expected!.Lower.Shown)], [.. rows.Select(r => r.Expected!.Upper.Shown)]);
        BarDrawing drawing = new(Ratio, [.. rows.Select(r => r.Title)], [series]) { Reference = picture.All.Expected?.Ratio.Shown is { } everyone ? new("Everyone", Math.Round(everyone, 3)) : null };
        PeopleRow[] known = rows.Where(r => r.Title is not ("Not known" or "Not stated")).ToArray() is { Length: > 0 } some ? some : rows;
        PeopleRow low = known.MinBy(r => r.Expected!.Ratio.Shown)!, high = known.MaxBy(r => r.Expected!.Ratio.Shown)!;
        string headline = string.Create(CultureInfo.InvariantCulture, $"By {by.InWords}, from {low.Expected!.Ratio.Shown:0.00} ({low.Title}) to {high.Expected!.Ratio.Shown:0.00} ({high.Title}) of what was expected");
        string drawn = rows.Length < all.Length ? $". The {MostBars} {(by.Written == "quarter" ? "latest" : "largest")} of {all.Length} groups are drawn; all are in the table" : "";
        return new ChartView($"by-{PeopleCharts.Id(by.Written)}", headline, $"{picture.Measure.Title}, {picture.Period}: observed over expected, with 95% intervals{drawn}", drawing, Table(picture, by.Written, by.InWords, ""), PeopleView.SourceOf(picture));
    }

    private static ChartView? Tenths(PeoplePicture picture)
    {
        PeopleRow[] rows = [.. picture.Rows.Where(r => r.By == ByTenth && r.Share?.Value is not null)];
        if (rows.Length < 2) return null;
        Series observed = new("Observed", [.. rows.Select(r => 100 * r.Share!.Value.Value)], [.. rows.Select(r => 100 * r.Share!.Value.Interval?.Lower)], [.. rows.Select(r => 100 * r.Share!.Value.Interval?.Upper)]);
        Series expected = new("Expected", [.. rows.Select(r => 100 * r.Expected?.Share.Shown)]);
        string headline = picture.Holding is { } holding ? $"The score tells who reoffends with an area under the curve of {holding.Area}; calibration slope {holding.Slope}" : "Observed and expected by tenth of expected share";
        return new ChartView("calibration", headline, $"{picture.Measure.Title}, {picture.Period}: share who reoffended beside the share expected, from the tenth expected least to the tenth expected most; 95% intervals",
            new BarDrawing(Percent, [.. rows.Select(r => r.Title)], [observed, expected]) { Horizontal = false }, Table(picture, ByTenth, ByTenth, ""), PeopleView.SourceOf(picture));
    }

    private static TableView Table(PeoplePicture picture, string by, string words, string where) =>
        PeopleTable.Of(picture, PeopleCharts.Capital(words), [.. picture.Rows.Where(r => r.By == by)], $"{picture.Measure.Title} by {words} {where}".TrimEnd());
}
