using Shiremoot.Picture.Surviving;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>What happens by when: curves and tests of groups. It knows no person, only columns.</summary>
public static class Survival
{
    private const int MostGroups = 200;

    /// <summary>The share to whom no event of any cause has happened, for all rows, or for each group of them.</summary>
    /// <param name="times">When follow-up ended and how.</param>
    /// <param name="group">Of each row, from 0; null for one curve of all.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="confidence">Of the limits.</param>
    public static Outcome<IReadOnlyList<SurvivalCurve>> Curves(TimesToEvent times, int[]? group = null, int groups = 1, double confidence = 0.95) =>
        Tables(times, group, groups, 1).Then(tables => Outcome.Of<IReadOnlyList<SurvivalCurve>>([.. tables.Select(t => ProductLimit.Of(t, confidence))]));

    /// <summary>The share to whom each cause has happened first: for each group, a curve for each cause from 1.</summary>
    /// <param name="times">When follow-up ended and how.</param>
    /// <param name="causes">How many causes there are.</param>
    /// <param name="group">Of each row, from 0; null for all together.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="confidence">Of the limits.</param>
    public static Outcome<IReadOnlyList<IReadOnlyList<IncidenceCurve>>> Incidence(TimesToEvent times, int causes, int[]? group = null, int groups = 1, double confidence = 0.95) =>
        Tables(times, group, groups, causes).Then(tables => Outcome.Of<IReadOnlyList<IReadOnlyList<IncidenceCurve>>>(
            [.. tables.Select(t => (IReadOnlyList<IncidenceCurve>)[.. Enumerable.Range(1, causes).Select(c => AalenJohansen.Of(t, c, confidence))])]));

    /// <summary>
    /// Tests whether an event comes alike to groups, within strata if given. Of several causes it tests the hazard of one, others counting as
    /// censored (cause-specific): what the others do to the share it happens to in the end is tested by <see cref="TestIncidence"/>.
    /// </summary>
    /// <param name="times">When follow-up ended and how.</param>
    /// <param name="group">Of each row, from 0.</param>
    /// <param name="groups">How many groups there are: 2 or more.</param>
    /// <param name="stratum">Of each row, from 0; null for none.</param>
    /// <param name="cause">Which event.</param>
    public static Outcome<LogRank> Test(TimesToEvent times, int[] group, int groups, int[]? stratum = null, int cause = 1)
    {
        if (TimesCheck.Refuse(times) is { } why) return why;
        if (groups is < 2 or > MostGroups) return SurvivalRefusals.GroupsOutOfRange(groups, MostGroups);
        int strata = stratum is null ? 1 : stratum.Max() + 1;
        RowOrder byTime = RowOrder.By(times.Time, stratum, strata);
        RowOrder? byEntry = times.Entry is null ? null : RowOrder.By(times.Entry, stratum, strata);
        double[] observed = new double[groups], expected = new double[groups], covariance = new double[groups * groups];
        for (int s = 0; s < strata; s++) LogRankKernel.Add(times, cause, group, byTime.Of(s), byEntry is null ? default : byEntry.Of(s), observed, expected, covariance);
        return new LogRank(observed, expected, Statistic(observed, expected, covariance));
    }

    /// <summary>The share to whom a cause has happened first by a time, with each row's pull on it, for errors of rows that are weighed or belong together. Rows are watched from the origin.</summary>
    /// <param name="times">When follow-up ended and how.</param>
    /// <param name="until">The time.</param>
    /// <param name="cause">Which event.</param>
    public static Outcome<IncidenceShare> ShareBy(TimesToEvent times, double until, int cause = 1)
    {
        if (TimesCheck.Refuse(times) is { } why) return why;
        if (times.Entry is not null) return SurvivalRefusals.NotOfLateEntry();
        return ShareKernel.Of(times, RowOrder.Sorted(times.Time), cause, until);
    }

    /// <summary>Tests whether one event happens in the end to the same share of groups, within strata if given, others coming first: Gray's test.</summary>
    /// <param name="times">When follow-up ended and how; watched from the origin, each row one.</param>
    /// <param name="group">Of each row, from 0.</param>
    /// <param name="groups">How many groups there are: 2 or more.</param>
    /// <param name="stratum">Of each row, from 0; null for none.</param>
    /// <param name="cause">Which event.</param>
    public static Outcome<GrayTest> TestIncidence(TimesToEvent times, int[] group, int groups, int[]? stratum = null, int cause = 1)
    {
        if (TimesCheck.Refuse(times) is { } why) return why;
        if (groups is < 2 or > MostGroups) return SurvivalRefusals.GroupsOutOfRange(groups, MostGroups);
        if (times.Entry is not null || times.Weight is not null) return SurvivalRefusals.NotOfLateEntry();
        int strata = stratum is null ? 1 : stratum.Max() + 1;
        RowOrder byTime = RowOrder.By(times.Time, stratum, strata);
        double[] score = new double[groups], covariance = new double[groups * groups];
        for (int s = 0; s < strata; s++) GrayKernel.Add(times, cause, group, byTime.Of(s), score, covariance);
        return new GrayTest(score, Statistic(score, new double[groups], covariance));
    }

    private static Outcome<IReadOnlyList<RiskTable>> Tables(TimesToEvent times, int[]? group, int groups, int causes)
    {
        if (TimesCheck.Refuse(times) is { } why) return why;
        RowOrder byTime = RowOrder.By(times.Time, group, groups);
        RowOrder? byEntry = times.Entry is null ? null : RowOrder.By(times.Entry, group, groups);
        return Outcome.Of<IReadOnlyList<RiskTable>>([.. Enumerable.Range(0, groups).Select(g => RiskTable.Of(times, byTime.Of(g), byEntry is null ? default : byEntry.Of(g), causes))]);
    }

    // Groups nobody of whom was ever at risk beside another tell nothing and are left out, as is one of each set that were only beside each other.
    private static ChiSquaredTest Statistic(double[] observed, double[] expected, double[] covariance)
    {
        int groups = observed.Length;
        List<int> told = [.. Enumerable.Range(0, groups).Where(g => covariance[(g * groups) + g] > 1e-12).Skip(1)];
        while (told.Count > 0)
        {
            double[] difference = [.. told.Select(g => observed[g] - expected[g])], part = new double[told.Count * told.Count];
            for (int a = 0; a < told.Count; a++)
                for (int b = 0; b <= a; b++) part[(a * told.Count) + b] = covariance[(told[a] * groups) + told[b]];
            if (Cholesky.Try(part, told.Count, out Cholesky? factor, out int follows)) return new(factor.Quadratic(difference), told.Count);
            told.RemoveAt(follows);
        }
        return new(0, 0);
    }
}
