using System.Globalization;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>
/// Relative rates of groups whose people are held alike in case mix: Mantel and Haenszel's ratio over strata beside the plain one. What leaves is the plain ratio of protected counts times how much
/// case mix changes it. Method: docs/methods/relative-rate-index.md.
/// </summary>
static class AdjustedRates
{
    // So many of a group must lie in strata where the other group is too.
    private const int LeastAlike = 20;

    /// <summary>The rows with an adjusted rate where they have a plain one.</summary>
    /// <param name="measure">What is held alike, and against whom.</param>
    /// <param name="rows">The rows of each breakdown, everyone first.</param>
    /// <param name="breakdowns">The breakdowns, everyone first.</param>
    /// <param name="answer">Yes, no or neither for each person.</param>
    /// <param name="drawn">The cohort.</param>
    /// <param name="setting">The stories and rules.</param>
    /// <param name="notes">Takes what a reader must know.</param>
    public static Outcome<List<PeopleRow>> Beside(PeopleMeasure measure, List<PeopleRow> rows, IReadOnlyList<Groups> breakdowns, byte[] answer, DrawnCohort drawn, PeopleSetting setting, List<string> notes)
    {
        if (measure.Adjust.Count == 0) return rows;
        if (CaseMix.Strata(measure, drawn, setting).Refused(out Refusal? why, out int[]? stratum)) return why;
        int strata = 0;
        for (int p = 0; p < answer.Length; p++)
            if (answer[p] is Answers.Yes or Answers.No) strata = Math.Max(strata, stratum[p] + 1);
        List<PeopleRow> made = [];
        int at = 0;
        foreach (Groups groups in breakdowns)
        {
            PeopleRow[] own = [.. rows.Skip(at).Take(groups.Labels.Count)];
            at += own.Length;
            int against = groups.By.Length == 0 ? -1 : Array.IndexOf(own, RelativeRates.Against(measure, own));
            if (against < 0) made.AddRange(own);
            else made.AddRange(Adjusted(own, against, Counts(answer, groups, stratum, strata), setting.Rules));
        }
        notes.Add($"Adjusted rates hold people alike in {string.Join(", ", measure.Adjust.Select(a => a.Name.ToLowerInvariant()))}: Mantel and Haenszel's ratio over strata. What else differs between groups they do not hold alike; and of twenty groups one differs by chance alone.");
        return made;
    }

    // Those with the outcome and all of those counted, by group and stratum.
    private static (long[,] With, long[,] Of) Counts(byte[] answer, Groups groups, int[] stratum, int strata)
    {
        long[,] with = new long[groups.Labels.Count, strata], of = new long[groups.Labels.Count, strata];
        for (int p = 0; p < answer.Length; p++)
        {
            if (answer[p] is not (Answers.Yes or Answers.No)) continue;
            of[groups.Of[p], stratum[p]]++;
            if (answer[p] == Answers.Yes) with[groups.Of[p], stratum[p]]++;
        }
        return (with, of);
    }

    private static IEnumerable<PeopleRow> Adjusted(PeopleRow[] rows, int against, (long[,] With, long[,] Of) counts, DisclosureRules rules)
    {
        for (int g = 0; g < rows.Length; g++)
        {
            if (g == against || RelativeRates.Beside(rows[g], rows[against]) is not { } plain || !(plain.Ratio.Shown > 0)) yield return rows[g];
            else yield return rows[g] with { Adjusted = Of(plain, Strata(g, against, counts), rules) };
        }
    }

    private static TwoGroups[] Strata(int group, int against, (long[,] With, long[,] Of) counts) =>
        [.. Enumerable.Range(0, counts.Of.GetLength(1)).Select(s => new TwoGroups(counts.With[group, s], counts.Of[group, s], counts.With[against, s], counts.Of[against, s]))];

    /// <summary>
    /// The plain ratio times the change that case mix makes, and its error times the change of the error, both changes to two decimals: where strata change nothing, nothing is shown but what was shown
    /// already.
    /// </summary>
    internal static AdjustedRate? Of(RelativeRate plain, IReadOnlyList<TwoGroups> strata, DisclosureRules rules)
    {
        TwoGroups all = new(strata.Sum(s => s.Events), strata.Sum(s => s.Of), strata.Sum(s => s.OtherEvents), strata.Sum(s => s.OtherOf));
        double alike = strata.Where(s => s.OtherOf > 0).Sum(s => s.Of), othersAlike = strata.Where(s => s.Of > 0).Sum(s => s.OtherOf);
        if (!rules.IsNone && Math.Min(alike, othersAlike) < LeastAlike) return null;
        if (RateRatio.OfShares(all).Refused(out _, out RateRatio crude) || RateRatio.AcrossStrata(strata).Refused(out _, out RateRatio adjusted) || !(crude.LogError > 0)) return null;
        (double change, double wider) = rules.IsNone ? (adjusted.Ratio / crude.Ratio, adjusted.LogError / crude.LogError) : (Rounded(adjusted.Ratio / crude.Ratio), Rounded(adjusted.LogError / crude.LogError));
        double reach = wider * Math.Log(plain.Upper.Shown!.Value / plain.Lower.Shown!.Value) / 2;
        Protected<double> Figure(double of) => plain.Ratio.Then(ratio => Rounded(ratio * change * Math.Exp(of * reach)));
        return new AdjustedRate(Figure(0), Figure(-1), Figure(1));
    }

    private static double Rounded(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}

/// <summary>A group's relative rate with people held alike in case mix, to two decimals.</summary>
/// <param name="Ratio">Mantel and Haenszel's, over strata.</param>
/// <param name="Lower">Its lower limit, 95 per cent, after Greenland and Robins (1985).</param>
/// <param name="Upper">Its upper limit.</param>
public sealed record AdjustedRate(Protected<double> Ratio, Protected<double> Lower, Protected<double> Upper)
{
    /// <summary>1.12 (1.01 to 1.25).</summary>
    public override string ToString() => Ratio.Shown is { } ratio
        ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} ({Lower.Shown:0.00} to {Upper.Shown:0.00})")
        : ProtectedCount.Mark;
}
