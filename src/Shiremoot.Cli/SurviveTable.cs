using System.Globalization;
using Shiremoot.Picture;

namespace Shiremoot.Cli;

/// <summary>One table of a study of follow-ups, in figures; it is printed on the terminal or written as CSV.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Title">In words.</param>
/// <param name="Columns">Their names.</param>
/// <param name="Rows">Texts and numbers; not a number where there is none.</param>
sealed record SurviveTable(string Name, string Title, string[] Columns, IEnumerable<object[]> Rows)
{
    /// <summary>A figure as it is printed: what has no value is a dash.</summary>
    public static string Shown(object value) => value switch
    {
        double number when !double.IsFinite(number) => double.IsNaN(number) ? "–" : number > 0 ? "∞" : "-∞",
        double number when number == Math.Round(number) && Math.Abs(number) < 1e12 => number.ToString("N0", CultureInfo.InvariantCulture),
        double number => number.ToString(Math.Abs(number) < 1000 ? "0.0000" : "#,##0.0", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static SurviveTable AtTimes(SurvivalStudy study) => new("at-times", $"Share to whom nothing has happened, with limits at {study.Confidence:P0}", ["group", "time", "at_risk", "share", "lower", "upper"],
        study.Curves.SelectMany((curve, g) => study.At.Select(time => (object[])[study.Rows.Groups[g], time, curve.AtRiskAt(time), curve.At(time).Share, curve.At(time).Lower, curve.At(time).Upper])));

    public static SurviveTable Groups(SurvivalStudy study) => new("groups", $"Groups; means are of the time without an event up to {Shown(study.MeanUntil)}",
        ["group", "rows", "events", "median", "median_lower", "median_upper", "mean", "mean_error"],
        study.Curves.Select((curve, g) =>
        {
            (double median, double lower, double upper) = curve.Quantile();
            (double mean, double error) = curve.RestrictedMean(study.MeanUntil);
            return (object[])[study.Rows.Groups[g], study.Rows.Group.Count(own => own == g), curve.Events.Sum(), median, lower, upper, mean, error];
        }));

    public static SurviveTable IncidenceAtTimes(SurvivalStudy study) => new("incidence-at-times", "Share to whom each event has happened first", ["group", "event", "time", "share", "lower", "upper"],
        study.Incidence.SelectMany((causes, g) => causes.SelectMany(c => study.At.Select(time => (object[])[study.Rows.Groups[g], study.Rows.Causes[c.Cause - 1], time, c.At(time).Share, c.At(time).Lower, c.At(time).Upper]))));

    public static SurviveTable Tests(SurvivalStudy study) => new("tests", "Whether it comes alike to the groups (log-rank)", ["event", "chi_squared", "degrees", "p"],
        study.Tests.Select((t, c) => (object[])[study.Rows.Causes[c], t.Test.Statistic, t.Test.Degrees, t.Test.P]));

    public static SurviveTable IncidenceTests(SurvivalStudy study) => new("incidence-tests", "Whether it happens in the end to the same share of the groups (Gray)", ["event", "chi_squared", "degrees", "p"],
        study.IncidenceTests.Select((t, c) => (object[])[study.Rows.Causes[c], t.Test.Statistic, t.Test.Degrees, t.Test.P]));

    public static SurviveTable Effects(SurvivalStudy study, CoxModel model) => new("effects", $"What goes with '{study.Rows.Causes[0]}' coming sooner (proportional hazards)",
        ["covariate", "hazard_ratio", "lower", "upper", "p", "log_hazard_ratio", "standard_error", "per_standard_deviation", "p_of_lasting"],
        model.Coefficients.Select((c, k) => (object[])[c.Name, c.Ratio, Math.Exp(c.Lower), Math.Exp(c.Upper), c.P, c.Value, c.StandardError, c.PerSpread, model.Proportionality[k].P]));

    public static SurviveTable Curves(SurvivalStudy study) => new("curves", "Every time of every group", ["group", "time", "at_risk", "events", "censored", "share", "standard_error", "lower", "upper"],
        study.Curves.SelectMany((c, g) => Enumerable.Range(0, c.Time.Length).Select(t => (object[])[study.Rows.Groups[g], c.Time[t], c.AtRisk[t], c.Events[t], c.Censored[t], c.Share[t], c.StandardError[t], c.Lower[t], c.Upper[t]])));

    public static SurviveTable Incidence(SurvivalStudy study) => new("incidence", "Every time of every group and event", ["group", "event", "time", "at_risk", "events", "share", "standard_error", "lower", "upper"],
        study.Incidence.SelectMany((causes, g) => causes.SelectMany(c => Enumerable.Range(0, c.Time.Length)
            .Select(t => (object[])[study.Rows.Groups[g], study.Rows.Causes[c.Cause - 1], c.Time[t], c.AtRisk[t], c.Events[t], c.Share[t], c.StandardError[t], c.Lower[t], c.Upper[t]]))));

    public static SurviveTable LeftOut(SurvivalStudy study) => new("left-out", "Rows that miss a value", ["column", "rows"], study.Rows.LeftOut.Select(l => (object[])[l.Column, l.Rows]));
}
