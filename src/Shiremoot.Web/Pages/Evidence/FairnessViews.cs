using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Evidence;

/// <summary>The charts of a score's fairness, each with its table: errors, calibration and discrimination by each breakdown.</summary>
internal static class FairnessViews
{
    private static readonly Unit Percent = new("per cent", Suffix: "%", Decimals: 1), Ratio = new("observed over expected", Decimals: 2), Area = new("area under the curve", Decimals: 2);

    public static IEnumerable<ChartView> Charts(ScoreFairness found, int at)
    {
        foreach (IGrouping<string, FairnessRow> group in found.Rows.GroupBy(r => r.By))
        {
            FairnessRow[] rows = [.. group];
            string by = group.Key.Replace('_', ' '), id = $"{at}-{group.Key.Replace('_', '-')}";
            ChartView Chart(string kind, string headline, string says, Drawing drawing, TableView table) =>
                new($"{kind}-{id}", headline, $"{found.Measure.Title} by {by}, {found.Period}: {says}, with 95% intervals", drawing, table with { Notes = [found.Rules.Label + "."] }, new(found.Origin, $"{found.Records}. Definition: {found.Measure.Source}")) { HeadingLevel = 3 };
            yield return Chart("errors", Apart($"By {by}, of those who did not reoffend", "were flagged", rows, r => r.FalsePositiveRate), "how often the score goes wrong",
                Bars(Percent, rows, 100, ("Flagged, of those who did not reoffend", r => r.FalsePositiveRate), ("Not flagged, of those who did", r => r.FalseNegativeRate)),
                new TableView($"Counts and errors by {by}", [new("Group"), new("True negatives", true), new("False positives", true), new("False negatives", true), new("True positives", true), new("Reoffended", true), new("False positive rate", true), new("False negative rate", true)],
                    [.. rows.Select(r => Row.Of(r.Group, Count(r.TrueNegatives), Count(r.FalsePositives), Count(r.FalseNegatives), Count(r.TruePositives), Shown(r.BaseRate), Shown(r.FalsePositiveRate), Shown(r.FalseNegativeRate)))]));
            yield return Chart("means", Apart($"By {by}, of those flagged", "reoffended", rows, r => r.RightWhenFlagged), "what the score means",
                Bars(Percent, rows, 100, ("Reoffended, of those flagged", r => r.RightWhenFlagged), ("Reoffended, of all", r => r.BaseRate)),
                new TableView($"What being flagged means by {by}", [new("Group"), new("Reoffended, of those flagged", true), new("Reoffended, of all", true)], [.. rows.Select(r => Row.Of(r.Group, Shown(r.RightWhenFlagged), Shown(r.BaseRate)))]));
            yield return Chart("calibration", $"Whether by {by} as many reoffended as were expected", "observed over expected; 1 where as many reoffended as expected",
                Bars(Ratio, rows, 1, ("Observed over expected", r => new(r.Expected.Ratio, r.Expected.Lower, r.Expected.Upper))) with { Reference = new("As expected", 1) },
                new TableView($"Calibration by {by}", [new("Group"), new("Observed over expected", true), new("In the large (0 is perfect)", true), new("Slope (1 is perfect)", true)],
                    [.. rows.Select(r => Row.Of(r.Group, Two(new(r.Expected.Ratio, r.Expected.Lower, r.Expected.Upper)), Two(r.Holding?.InTheLarge), Two(r.Holding?.Slope)))]));
            if (rows.Any(r => r.Holding is not null))
                yield return Chart("area", $"How well the score tells who reoffends, by {by}", "area under the curve; 0.5 is no better than chance",
                    Bars(Area, rows, 1, ("Area under the curve", r => r.Holding?.Area ?? default)) with { Reference = new("Chance", 0.5) },
                    new TableView($"Area under the curve by {by}", [new("Group"), new("Area under the curve", true)], [.. rows.Select(r => Row.Of(r.Group, Two(r.Holding?.Area)))]));
        }
    }

    private static BarDrawing Bars(Unit unit, FairnessRow[] rows, double scale, params (string Name, Func<FairnessRow, EstimateShown> Of)[] series)
    {
        double?[] Of(Func<FairnessRow, EstimateShown> of, Func<EstimateShown, double?> figure) => [.. rows.Select(r => figure(of(r)) * scale)];
        return new(unit, [.. rows.Select(r => r.Group)], [.. series.Select(s => new Series(s.Name, Of(s.Of, e => e.Value.Shown), Of(s.Of, e => e.Lower.Shown), Of(s.Of, e => e.Upper.Shown)))]);
    }

    private static string Apart(string of, string what, FairnessRow[] rows, Func<FairnessRow, EstimateShown> rate)
    {
        FairnessRow[] known = [.. rows.Where(r => rate(r).Value.Shown is not null)];
        if (known.Length < 2) return $"{of}, how many {what} cannot be compared";
        FairnessRow low = known.MinBy(r => rate(r).Value.Shown)!, high = known.MaxBy(r => rate(r).Value.Shown)!;
        return string.Create(CultureInfo.InvariantCulture, $"{of}, from {100 * rate(low).Value.Shown:0.0}% ({low.Group}) to {100 * rate(high).Value.Shown:0.0}% ({high.Group}) {what}");
    }

    private static string Count(ProtectedCount count) => count.IsWithheld ? ProtectedCount.Mark : $"{count}";

    private static string Shown(EstimateShown rate) => rate.Value.Shown is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0}% ({100 * rate.Lower.Shown:0.0} to {100 * rate.Upper.Shown:0.0})") : ProtectedCount.Mark;

    private static string Two(EstimateShown? figure) => figure is { Value.Shown: not null } known ? known.ToString() : "too few";
}
