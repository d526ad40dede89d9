using System.Globalization;
using Shiremoot.Picture;

namespace Shiremoot.Bench.Agreeing;

/// <summary>Our figures of a file of follow-ups: read by the door a person uses, then each curve, test and model of its rows.</summary>
static class FollowedFigures
{
    public static void Say(SetAsked set, string folder, Figures figures)
    {
        SurvivalQuestion question = new(set.Time, set.Event)
        {
            By = SetAsked.Given(set.By),
            Strata = SetAsked.Given(set.Strata),
            Entry = SetAsked.Given(set.Entry),
            Cluster = SetAsked.Given(set.Cluster),
            Covariates = SetAsked.Split(set.Covariates),
        };
        string path = Path.Combine(folder, set.File);
        SurvivalRows rows = SurvivalStudy.Of(path, question).Value.Rows;
        void Tell(string quantity, string member, double value) => figures.Say(set.Set, quantity, member, value);
        foreach ((string column, int missing) in rows.LeftOut) Tell("rows left out", column, missing);
        Tell("rows kept", "all", rows.Kept);
        double[]? weight = set.Weight.Length == 0 ? null : MadeRows.Column(path, set.Weight);
        TimesToEvent times = rows.Times with { Weight = weight };
        foreach (Ties ties in Enum.GetValues<Ties>()) Hazards(rows, times, ties, Tell);
        double[] moments = [.. SetAsked.Split(set.At).Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
        Curves(rows, times, moments, Tell);
        if (weight is null && times.Entry is null && rows.Groups.Count > 1) Test(rows, times, Tell);
        if (set.Ending.Length > 0) Endings(SurvivalStudy.Of(path, question with { Event = set.Ending, EventValue = SetAsked.Split(set.Causes)[0], Competing = true }).Value.Rows, weight, moments, Tell);
    }

    private static void Hazards(SurvivalRows rows, TimesToEvent times, Ties ties, Action<string, string, double> tell)
    {
        string Of(string what) => $"Cox, {ties}: {what}";
        CoxModel model = Cox.Fit(times, rows.Columns!, new() { Ties = ties, Stratum = rows.Stratum }).Value;
        CoxModel robust = Cox.Fit(times, rows.Columns!, new() { Ties = ties, Stratum = rows.Stratum, Cluster = rows.Cluster ?? [.. Enumerable.Range(0, rows.Kept)] }).Value;
        for (int c = 0; c < model.Coefficients.Count; c++)
        {
            Coefficient own = model.Coefficients[c];
            tell(Of("coefficients"), own.Name, own.Value);
            tell(Of("errors"), own.Name, own.StandardError);
            tell(Of("robust errors"), own.Name, robust.Coefficients[c].StandardError);
            if (ties == Ties.Efron) tell(Of("proportionality"), own.Name, model.Proportionality[c].Statistic);
        }
        if (ties == Ties.Efron && model.Proportionality.Count > 2) tell(Of("proportionality"), "all", model.Proportionality[^1].Statistic);
        tell(Of("log-likelihoods"), "none", model.LogLikelihoodOfNone);
        tell(Of("log-likelihoods"), "model", model.LogLikelihood);
        tell(Of("tests"), "Wald", model.Wald.Statistic);
        tell(Of("tests"), "score", model.Score.Statistic);
        tell(Of("concordance"), "all", model.Concordance);
        double mean = model.Coefficients.Select((c, k) => c.Value * model.Means[k]).Sum();
        for (int s = 0; s < model.Baselines.Count; s++) tell(Of("baseline hazard at the end"), $"{s + 1}", model.Baselines[s].Cumulative[^1] * Math.Exp(-mean));
    }

    private static void Curves(SurvivalRows rows, TimesToEvent times, double[] moments, Action<string, string, double> tell)
    {
        IReadOnlyList<SurvivalCurve> curves = Survival.Curves(times, rows.Group, rows.Groups.Count).Value;
        double until = curves.Min(c => c.Time[^1]);
        for (int g = 0; g < curves.Count; g++)
        {
            string group = rows.Groups[g];
            foreach (double at in moments)
            {
                (double share, double lower, double upper) = curves[g].At(at);
                tell("Kaplan-Meier: shares", Member(group, at), share);
                tell("Kaplan-Meier: limits", $"{Member(group, at)} lower", lower);
                tell("Kaplan-Meier: limits", $"{Member(group, at)} upper", upper);
            }
            (double median, double low, double high) = curves[g].Quantile();
            tell("Kaplan-Meier: median", $"{group} ", median);
            tell("Kaplan-Meier: median", $"{group} lower", low);
            tell("Kaplan-Meier: median", $"{group} upper", high);
            (double mean, double error) = curves[g].RestrictedMean(until);
            tell("Kaplan-Meier: restricted mean", $"{group} ", mean);
            tell("Kaplan-Meier: restricted mean", $"{group} error", error);
        }
    }

    private static void Test(SurvivalRows rows, TimesToEvent times, Action<string, string, double> tell)
    {
        LogRank test = Survival.Test(times, rows.Group, rows.Groups.Count, rows.Stratum).Value;
        for (int g = 0; g < rows.Groups.Count; g++)
        {
            tell("log-rank", $"observed {rows.Groups[g]}", test.Observed[g]);
            tell("log-rank", $"expected {rows.Groups[g]}", test.Expected[g]);
        }
        tell("log-rank", "chi-squared", test.Test.Statistic);
    }

    private static void Endings(SurvivalRows rows, double[]? weight, double[] moments, Action<string, string, double> tell)
    {
        if (weight is null) Shares(rows, tell);
        IReadOnlyList<IReadOnlyList<IncidenceCurve>> curves = Survival.Incidence(rows.Times with { Weight = weight }, rows.Causes.Count, rows.Group, rows.Groups.Count).Value;
        for (int g = 0; g < curves.Count; g++)
            foreach (IncidenceCurve curve in curves[g])
                foreach (double at in moments)
                {
                    string member = Member($"{rows.Groups[g]} {rows.Causes[curve.Cause - 1]}", at);
                    tell("Aalen-Johansen: shares", member, curve.At(at).Share);
                    if (weight is not null) continue;
                    int entry = Array.FindLastIndex(curve.Time, t => t <= at);
                    tell("Aalen-Johansen: errors", member, at > curve.Time[^1] ? double.NaN : entry < 0 ? 0 : curve.StandardError[entry]);
                }
    }

    private static void Shares(SurvivalRows rows, Action<string, string, double> tell)
    {
        for (int c = 0; c < rows.Causes.Count && rows.Groups.Count > 1; c++) tell("Gray's test", rows.Causes[c], Survival.TestIncidence(rows.Times, rows.Group, rows.Groups.Count, rows.Stratum, c + 1).Value.Test.Statistic);
    }

    private static string Member(string group, double at) => string.Create(CultureInfo.InvariantCulture, $"{group} {at}");
}
