using System.Globalization;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>The effects of policies as tables fit to leave the building. They are made of published figures, not of counts of our people.</summary>
public static class PolicyTables
{
    private const string NotOfPeople = "Made of published figures: no count of our people is in it";

    /// <summary>The differences by periods since the start, with their intervals.</summary>
    public static ReleaseTable ToTable(this DifferenceResult result) => new(
        $"Treated units beside others by periods since the policy began: {result.Asked.Outcome}",
        string.Create(CultureInfo.InvariantCulture, $"Difference of changes since the last period before; intervals of {100 * result.Asked.Confidence:0.##}%, clustered by unit"),
        $"{result.Panel.Periods[0]} to {result.Panel.Periods[^1]}", result.Panel.File, Origin.Published, NotOfPeople,
        [new("Periods since", ReleaseKind.Rate), new("Difference", ReleaseKind.Rate), new("Lower", ReleaseKind.Rate), new("Upper", ReleaseKind.Rate), new("Treated units", ReleaseKind.Rate)],
        [.. result.Steps.Select(IReadOnlyList<ReleaseCell> (s) => [Cell(s.Step), Cell(s.Value), Cell(s.Interval?.Lower), Cell(s.Interval?.Upper), Cell(s.Units)])])
    { Notes = result.Notes };

    /// <summary>The means of treated and other units by period.</summary>
    public static ReleaseTable ToMeansTable(this DifferenceResult result) => new(
        $"Means of treated and other units: {result.Asked.Outcome}", "Means of the units that have a figure, weighted where weights are given",
        $"{result.Panel.Periods[0]} to {result.Panel.Periods[^1]}", result.Panel.File, Origin.Published, NotOfPeople,
        [new("Period", ReleaseKind.Text), new("Treated", ReleaseKind.Rate), new("Others", ReleaseKind.Rate)],
        [.. result.Means.Select(IReadOnlyList<ReleaseCell> (m) => [ReleaseCell.Of(m.Period), Cell(m.Treated), Cell(m.Others)])])
    { Notes = result.Notes };

    /// <summary>The series by period beside what was to be expected.</summary>
    public static ReleaseTable ToTable(this InterruptedResult result) => new(
        $"{result.Asked.Outcome} beside what was to be expected without the policy",
        string.Create(CultureInfo.InvariantCulture, $"Segmented {(result.Asked.IsCount ? "Poisson regression of counts" : "regression")}; intervals of {100 * result.Asked.Confidence:0.##}%"),
        $"{result.Periods[0].Period} to {result.Periods[^1].Period}", result.Series.File, Origin.Published, NotOfPeople,
        [new("Period", ReleaseKind.Text), new("Published", ReleaseKind.Rate), new("Fitted", ReleaseKind.Rate), new("Expected without", ReleaseKind.Rate), new("Effect", ReleaseKind.Rate), new("Lower", ReleaseKind.Rate), new("Upper", ReleaseKind.Rate), new("Comparison", ReleaseKind.Rate)],
        [.. result.Periods.Select(IReadOnlyList<ReleaseCell> (p) =>
            [ReleaseCell.Of(p.Period), Cell(p.Value), Cell(p.Fitted), Cell(p.Expected), Cell(p.IsSince ? p.Effect : null), Cell(p.Interval?.Lower), Cell(p.Interval?.Upper), Cell(p.Compare)])])
    { Notes = result.Notes };

    private static ReleaseCell Cell(double? number) => ReleaseCell.NotOfPeople(number is { } n && double.IsFinite(n) ? n : null);
}
