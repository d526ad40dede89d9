using System.Globalization;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>A synthesis as tables fit to leave the building. They are made of what studies published, not of counts of our people.</summary>
public static class SynthesisTables
{
    private const string NotOfPeople = "Made of the effects of studies: no count of our people is in it";

    /// <summary>What a forest plot shows: each study with its interval and weight, then the average, with where a further study's effect would lie.</summary>
    public static ReleaseTable ToTable(this SynthesisResult result)
    {
        string[] parts = result.Asked.Measure.IsRatio() ? ["Study", "Cluster", "Effect", "Lower", "Upper", "Ratio", "Ratio lower", "Ratio upper", "Weight"] : ["Study", "Cluster", "Effect", "Lower", "Upper", "Weight"];
        return new($"Studies of {result.Studies.File} combined: {result.Asked.Measure.Says()}",
            string.Create(CultureInfo.InvariantCulture, $"{result.Asked.Method.Says()}; intervals of {100 * result.Asked.Confidence:0.##}%; weight in per cent"),
            "As the studies", result.Studies.File, Origin.Published, NotOfPeople,
            [.. parts.Select((name, c) => new ReleaseColumn(name, c < 2 ? ReleaseKind.Text : ReleaseKind.Rate, name == "Weight" ? "per cent" : ""))],
            [.. result.Rows.Select(r => Row(result, r.Name, r.Cluster, r.Effect, r.Interval, r.Weight)), .. Below(result)])
        { Notes = Notes(result) };
    }

    private static IEnumerable<IReadOnlyList<ReleaseCell>> Below(SynthesisResult result)
    {
        foreach (SynthesisCoefficient c in result.Coefficients) yield return Row(result, c.Name, "", c.Value, c.Interval, null);
        if (result.Prediction is { } prediction) yield return Row(result, "A further study's true effect", "", null, prediction, null);
    }

    private static ReleaseCell[] Row(SynthesisResult result, string name, string cluster, double? value, Interval interval, double? weight)
    {
        ReleaseCell[] effect = [ReleaseCell.NotOfPeople(value), ReleaseCell.NotOfPeople(interval.Lower), ReleaseCell.NotOfPeople(interval.Upper)];
        ReleaseCell[] ratio = result.Asked.Measure.IsRatio() ? [Exp(value), Exp(interval.Lower), Exp(interval.Upper)] : [];
        return [ReleaseCell.Of(name), ReleaseCell.Of(cluster.Length == 0 ? null : cluster), .. effect, .. ratio, ReleaseCell.NotOfPeople(weight)];
    }

    // A ratio beyond what a number can hold is left empty, not shown as infinite.
    private static ReleaseCell Exp(double? value) => ReleaseCell.NotOfPeople(value is { } v && double.IsFinite(Math.Exp(v)) ? Math.Exp(v) : null);

    private static string[] Notes(SynthesisResult result)
    {
        SynthesisSpread spread = result.Spread;
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"Q {spread.Q:0.00} on {spread.Degrees}, p {spread.P:0.0000}; variance between studies {spread.TauSquared:0.0000}; I² {spread.ISquared:0.0}%"),
            .. result.Notes, .. result.Studies.LeftOut.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Rows} rows left out: {l.Why}")),
        ];
    }
}
