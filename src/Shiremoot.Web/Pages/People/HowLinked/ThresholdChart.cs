using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People.HowLinked;

/// <summary>Precision, recall and F1 that other thresholds would give, estimated without labels.</summary>
internal static class ThresholdChart
{
    public static ChartView Of(PlaceLinking linking)
    {
        IReadOnlyList<ThresholdLinked> points = linking.Thresholds;
        Series Line(string name, Func<ThresholdLinked, double> value) => new(name, [.. points.Select(p => (double?)(100 * value(p)))]);
        LineDrawing drawing = new(new Unit("per cent, estimated", Suffix: "%", Decimals: 2), [.. points.Select(p => LinkingWords.Axis(p.Bits))],
            [Line("Precision", p => p.Precision), Line("Recall", p => p.Recall), Line("F1", p => p.F1)])
        {
            Breaks = [new Marker(LinkingWords.Axis(linking.Threshold), "used")],
            Within = LinkingWords.Within(points.SelectMany(p => (double[])[p.Precision, p.Recall, p.F1])),
        };
        return new ChartView("thresholds", Headline(linking), $"Estimated precision, recall and F1 by threshold in bits, each pair by itself{LinkingWords.BeginsAt(drawing.Within)}", drawing, Table(linking), LinkingWords.SourceOf(linking))
        {
            HeadingLevel = 3,
            Downloads = LinkingWords.Files("thresholds", "what other thresholds would give"),
        };
    }

    private static TableView Table(PlaceLinking linking) => new("What other thresholds would give", [new("Threshold in bits"), new("Pairs at it or above", true), new("Precision", true), new("Recall", true), new("F1", true), new("Used")],
        [.. linking.Thresholds.Select(t => Row.Of(LinkingWords.Axis(t.Bits), LinkingWords.Short(t.Pairs), LinkingWords.Percent(t.Precision), LinkingWords.Percent(t.Recall), LinkingWords.Percent(t.F1), t.Bits.Equals(linking.Threshold) ? "Used" : ""))])
    { CaptionHidden = true, Notes = PeopleTable.Marks(linking.Rules) };

    private static string Headline(PlaceLinking linking)
    {
        double best = linking.Thresholds.Max(t => t.F1);
        ThresholdLinked used = linking.Thresholds.First(t => t.Bits.Equals(linking.Threshold)), lowest = linking.Thresholds.First(t => t.F1.Equals(best));
        return lowest.Bits.Equals(used.Bits)
            ? $"The threshold used, {LinkingWords.Threshold(used.Bits)}, has the highest estimated F1: {LinkingWords.Percent(best)}"
            : $"Estimated F1 is {LinkingWords.Percent(used.F1)} at the threshold used, {LinkingWords.Threshold(used.Bits)}; the highest is {LinkingWords.Percent(best)}, at {LinkingWords.Threshold(lowest.Bits)}";
    }
}
