using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>Lays the fairness of a score out as a table.</summary>
static class FairnessTables
{
    private static readonly (string Name, Func<FairnessRow, EstimateShown> Of)[] Rates =
        [("Reoffended", r => r.BaseRate), ("False positive rate", r => r.FalsePositiveRate), ("False negative rate", r => r.FalseNegativeRate), ("Right when flagged", r => r.RightWhenFlagged)];

    private static readonly (string Name, Func<ScoreHolding, EstimateShown> Of)[] Holds = [("Calibration in the large", h => h.InTheLarge), ("Calibration slope", h => h.Slope), ("Area under the curve", h => h.Area)];

    public static ReleaseTable Of(ScoreFairness found)
    {
        List<(ReleaseColumn Column, Func<FairnessRow, ReleaseCell> Cell)> columns =
        [
            (new("Breakdown", ReleaseKind.Text), r => ReleaseCell.Of(r.By)), (new("Group", ReleaseKind.Text), r => ReleaseCell.Of(r.Group)),
            (new("True negatives", ReleaseKind.Count), r => ReleaseCell.Of(r.TrueNegatives)), (new("False positives", ReleaseKind.Count), r => ReleaseCell.Of(r.FalsePositives)),
            (new("False negatives", ReleaseKind.Count), r => ReleaseCell.Of(r.FalseNegatives)), (new("True positives", ReleaseKind.Count), r => ReleaseCell.Of(r.TruePositives)),
        ];
        foreach ((string name, Func<FairnessRow, EstimateShown> of) in Rates) Add(name, of);
        columns.Add((new("Observed over expected", ReleaseKind.Rate), r => ReleaseCell.Of(r.Expected.Ratio)));
        columns.Add((new("Observed over expected, lower", ReleaseKind.Rate, "95% interval"), r => ReleaseCell.Of(r.Expected.Lower)));
        columns.Add((new("Observed over expected, upper", ReleaseKind.Rate, "95% interval"), r => ReleaseCell.Of(r.Expected.Upper)));
        foreach ((string name, Func<ScoreHolding, EstimateShown> of) in Holds) Add(name, r => r.Holding is { } holding ? of(holding) : default);
        return new ReleaseTable(
            $"Fairness of the score: {found.Measure.Title}", found.Definition, found.Period, $"{found.Records}. Definition: {found.Measure.Source}",
            found.Origin, found.Rules.Label, [.. columns.Select(c => c.Column)], found.Rows.Select(row => (IReadOnlyList<ReleaseCell>)[.. columns.Select(c => c.Cell(row))]))
        { Notes = [ScoreFairness.Warning, .. found.Notes] };

        void Add(string name, Func<FairnessRow, EstimateShown> of)
        {
            columns.Add((new(name, ReleaseKind.Rate), r => ReleaseCell.Of(of(r).Value)));
            columns.Add((new($"{name}, lower", ReleaseKind.Rate, "95% interval"), r => ReleaseCell.Of(of(r).Lower)));
            columns.Add((new($"{name}, upper", ReleaseKind.Rate, "95% interval"), r => ReleaseCell.Of(of(r).Upper)));
        }
    }
}
