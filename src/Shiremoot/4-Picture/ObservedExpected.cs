using Shiremoot.Picture.Indicators;
using Shiremoot.Picture.Scores;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Those observed to have an outcome beside those expected from a score, for everyone and by group. See docs/methods/observed-and-expected.md.</summary>
/// <param name="All">Everyone compared.</param>
/// <param name="Groups">Each group, in order of name; empty if none were asked for.</param>
/// <param name="Funnel">The groups in a funnel of ratios, with limits at 95% and 99.8%; null without groups.</param>
public sealed record ObservedExpected(ComparedGroup All, IReadOnlyList<ComparedGroup> Groups, FunnelChart? Funnel)
{
    internal static Outcome<ObservedExpected> Of(OutcomeRows rows, string file)
    {
        if (rows.TooMany is { } tooMany) return tooMany;
        if (rows.Count == 0) return ScoreRefusals.NothingToCompare(file);
        if (ComparedGroup.Of("everyone", rows.Values, rows.Outcomes).Refused(out Refusal? why, out ComparedGroup? all)) return why;
        List<ComparedGroup> groups = [];
        for (int g = 0; g < rows.Groups.Count; g++)
        {
            (double[] expected, bool[] had) = rows.Of(g);
            if (ComparedGroup.Of(rows.Groups[g], expected, had).Refused(out why, out ComparedGroup? group)) return why;
            groups.Add(group);
        }
        groups.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        FunnelChart? funnel = null;
        if (groups.Count > 0 && Indicators.Funnel.Draw(FunnelKind.Ratio, [.. groups.Select(g => new FunnelArea(g.Name, g.Ratio.Numerator, g.Ratio.Denominator))], 1).Refused(out why, out funnel)) return why;
        return new ObservedExpected(all, groups, funnel);
    }
}

/// <summary>A group's observed and expected, and how well the score holds in it.</summary>
/// <param name="Name">As the file writes it.</param>
/// <param name="Cases">Those compared.</param>
/// <param name="Ratio">Observed over expected: Byar's limits, exact Poisson limits below ten observed.</param>
/// <param name="Calibration">Null where it cannot be told, for example where all or none had the outcome.</param>
/// <param name="Discrimination">Null where there are not two with the outcome and two without.</param>
public sealed record ComparedGroup(string Name, int Cases, IndicatorValue Ratio, CalibrationFit? Calibration, Discrimination? Discrimination)
{
    public double Observed => Ratio.Numerator;

    public double Expected => Ratio.Denominator;

    internal static Outcome<ComparedGroup> Of(string name, ReadOnlySpan<double> expected, ReadOnlySpan<bool> had)
    {
        double sum = 0;
        int observed = 0;
        for (int i = 0; i < expected.Length; i++) (sum, observed) = (sum + expected[i], observed + (had[i] ? 1 : 0));
        if (IndirectStandardisation.Ratio(observed, sum, per: 1).Refused(out Refusal? why, out IndicatorValue? ratio)) return why;
        Indicators.Calibration.Of(expected, had).Refused(out _, out CalibrationFit? fit);
        RocArea.Of(expected, had).Refused(out _, out Discrimination? area);
        return new ComparedGroup(name, expected.Length, ratio, fit, area);
    }
}
