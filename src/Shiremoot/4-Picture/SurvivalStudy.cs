using Shiremoot.Picture.Surviving;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>A file of follow-ups studied: what happens by when, whether groups differ, what goes with it.</summary>
/// <param name="Rows">What was read and left out.</param>
/// <param name="At">Times at which shares are told.</param>
/// <param name="Curves">Of each group: to whom nothing has happened.</param>
/// <param name="Incidence">Of each group, for each cause: to whom it has happened first. Empty unless causes compete.</param>
/// <param name="Tests">For each cause, whether it comes alike to groups; empty for one group.</param>
/// <param name="MeanUntil">The time restricted means run to: the earliest of the groups' longest times.</param>
/// <param name="Model">What goes with the first cause; null if no covariates were given.</param>
/// <param name="Confidence">Of the limits.</param>
public sealed record SurvivalStudy(
    SurvivalRows Rows, IReadOnlyList<double> At, IReadOnlyList<SurvivalCurve> Curves, IReadOnlyList<IReadOnlyList<IncidenceCurve>> Incidence, IReadOnlyList<LogRank> Tests,
    double MeanUntil, CoxModel? Model, double Confidence)
{
    /// <summary>For each cause, whether it happens in the end to the same share of groups (Gray's test); empty unless causes compete, and where rows are watched from a time of their own.</summary>
    public IReadOnlyList<GrayTest> IncidenceTests { get; init; } = [];

    private const int Parts = 4;

    /// <summary>Reads any tabular file and answers the question, or says why it cannot.</summary>
    public static Outcome<SurvivalStudy> Of(string path, SurvivalQuestion question)
    {
        if (StudyReading.Read(path, question).Refused(out Refusal? why, out StudyColumns? read)) return why;
        if (StudyRows.Of(read, question).Refused(out why, out SurvivalRows? rows)) return why;
        return Of(rows, question);
    }

    private static Outcome<SurvivalStudy> Of(SurvivalRows rows, SurvivalQuestion question)
    {
        TimesToEvent times = rows.Times;
        int groups = rows.Groups.Count, causes = rows.Causes.Count;
        if (Survival.Curves(times, rows.Group, groups, question.Confidence).Refused(out Refusal? why, out IReadOnlyList<SurvivalCurve>? curves)) return why;
        IReadOnlyList<IReadOnlyList<IncidenceCurve>>? incidence = [];
        if (question.Competing && Survival.Incidence(times, causes, rows.Group, groups, question.Confidence).Refused(out why, out incidence)) return why;
        List<LogRank> tests = [];
        List<GrayTest> ofShares = [];
        for (int cause = 1; cause <= causes && groups > 1; cause++)
        {
            if (Survival.Test(times, rows.Group, groups, rows.Stratum, cause).Refused(out why, out LogRank? test)) return why;
            tests.Add(test);
            if (!question.Competing || times.Entry is not null) continue;
            if (Survival.TestIncidence(times, rows.Group, groups, rows.Stratum, cause).Refused(out why, out GrayTest? ofShare)) return why;
            ofShares.Add(ofShare);
        }
        CoxModel? model = null;
        CoxOptions options = new() { Stratum = rows.Stratum, Cluster = rows.Cluster, Ties = question.Ties, Confidence = question.Confidence, Threads = question.Threads };
        if (rows.Columns is { } columns && Cox.Fit(times, columns, options).Refused(out why, out model)) return why;
        double longest = times.Time.Max();
        double[] at = question.At.Count > 0 ? [.. question.At] : [.. Enumerable.Range(1, Parts).Select(k => longest * k / Parts)];
        return new SurvivalStudy(rows, at, curves, incidence, tests, curves.Min(c => c.Time[^1]), model, question.Confidence) { IncidenceTests = ofShares };
    }
}
