using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Web.Parts;
using FunnelPoint = Shiremoot.Web.Parts.FunnelPoint;

namespace Shiremoot.Web.Pages.Picture;

/// <summary>All areas of the kind as a funnel: which of ours lie beyond what chance explains.</summary>
internal static class MeasureFunnel
{
    public static ChartView? Of(AreaPicture picture, FigureFormat format, Source source, Geography? geography)
    {
        if (picture.Funnel is not { } chart) return null;
        Dictionary<string, string> ours = picture.Areas.ToDictionary(a => a.Code, a => a.Name);
        string Name(string code) => ours.TryGetValue(code, out string? name) ? name : geography is not null && geography.TryFind(code, out Area? area) ? area.Name : code;

        string size = chart.Kind == FunnelKind.Rate ? "people counted among" : "size of the group";
        // Lines run from the smallest area: nearer nought they leave the page and flatten all there is to see.
        double least = chart.Points.Min(p => p.Size) * 0.9;
        FunnelDrawing drawing = new(
            format.Unit, size,
            [.. chart.Points.Select(p => new FunnelPoint(Name(p.Area), Math.Round(p.Size), format.Scaled(p.Value)!.Value, ours.ContainsKey(p.Area)))],
            [.. chart.Lines.Select(l => new FunnelLimit($"{l.Confidence * 100:0.#}% limits", [.. l.Size.Zip(l.Limit).Where(p => p.First >= least).Select(p => (double[])[Math.Round(p.First), format.Scaled(p.Second)!.Value])]))],
            format.Scaled(chart.Benchmark)!.Value, "All areas together");
        return new("funnel", Headline(chart, ours), $"{picture.Measure.Title}, {picture.ComparedIn}, {chart.Points.Count} areas by size", drawing, Table(picture, format, chart, ours, Name, size), source)
        {
            Downloads = MeasureTables.Downloads(picture, "comparison"),
        };
    }

    private static string Headline(FunnelChart chart, Dictionary<string, string> ours)
    {
        string[] far = [.. Beyond(Standing.FarHigher, "higher"), .. Beyond(Standing.FarLower, "lower")];
        return far.Length == 0 ? "None of our areas lies outside the 99.8% limits" : $"Beyond what chance explains: {string.Join("; ", far)}";

        IEnumerable<string> Beyond(Standing standing, string word)
        {
            string[] names = [.. chart.Points.Where(p => p.Standing == standing && ours.ContainsKey(p.Area)).Select(p => ours[p.Area])];
            return names.Length == 0 ? [] : [$"{string.Join(", ", names)} {word}"];
        }
    }

    // Our own areas first: a reader of the table looks for them, and the rest follow by value.
    private static TableView Table(AreaPicture picture, FigureFormat format, FunnelChart chart, Dictionary<string, string> ours, Func<string, string> name, string size) => new(
        $"{picture.Measure.Title}: all areas of the kind, {picture.ComparedIn}",
        [new("Area"), new("Value", true), new(char.ToUpperInvariant(size[0]) + size[1..], true), new("Beside all together")],
        [.. chart.Points.OrderByDescending(p => ours.ContainsKey(p.Area)).ThenByDescending(p => p.Value)
            .Select(p => Row.Of(name(p.Area), format.Number(p.Value), $"{p.Size:N0}", Wordings.Standing(p.Standing, picture.Measure.Polarity)))])
    { CaptionHidden = true };
}
