using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>A synthesis as JSON.</summary>
static class SynthesisJson
{
    public static object Of(SynthesisResult result, string? written) => new
    {
        file = result.Studies.File,
        measure = result.Asked.Measure.Code(),
        measureSays = result.Asked.Measure.Says(),
        method = result.Asked.Method.Says(),
        confidence = result.Asked.Confidence,
        rows = result.Studies.Read,
        effects = result.Studies.Count,
        leftOut = result.Studies.LeftOut.Select(l => new { why = l.Why, rows = l.Rows }),
        clusters = result.Studies.Clusters.Count == 0 ? (int?)null : result.Studies.Clusters.Count,
        average = result.Average is { } average ? Of(average, result) : null,
        coefficients = result.Coefficients.Select(c => Of(c, result)),
        prediction = Of(result.Prediction, result.Asked.Measure.IsRatio()),
        spread = new
        {
            q = result.Spread.Q,
            degrees = result.Spread.Degrees,
            p = result.Spread.P,
            tauSquared = result.Spread.TauSquared,
            tauSquaredInterval = Of(result.Spread.TauInterval, false),
            iSquared = result.Spread.ISquared,
            iSquaredInterval = Of(result.Spread.ISquaredInterval, false),
            hSquared = result.Spread.HSquared,
            explained = result.Spread.Explained,
            levels = result.Spread.Levels.Select(l => new { l.Name, l.Variance, interval = Of(l.Interval, false), l.Share }),
        },
        moderators = result.ModeratorTest is { } test ? new { test.Statistic, test.Degrees, test.Degrees2, test.P } : null,
        restrictedLogLikelihood = result.RestrictedLogLikelihood,
        smallStudies = new
        {
            egger = result.SmallStudies.Egger is { } egger ? Of(egger, null) : null,
            limit = result.SmallStudies.Limit is { } limit ? Of(limit, result) : null,
            fill = result.SmallStudies.Fill is { } fill ? new { missing = fill.Missing, side = fill.OnTheRight ? "right" : "left", average = Of(fill.Average, result), tauSquared = fill.TauSquared, effects = fill.Effects, variances = fill.Variances } : null,
            why = result.SmallStudies.Why,
        },
        studies = result.Rows.Select(r => new { name = r.Name, cluster = r.Cluster.Length == 0 ? null : r.Cluster, effect = r.Effect, standardError = r.StandardError, lower = r.Interval.Lower, upper = r.Interval.Upper, weight = r.Weight }),
        notes = result.Notes,
        written,
    };

    private static object Of(SynthesisCoefficient c, SynthesisResult? whose) => new
    {
        name = c.Name,
        value = c.Value,
        standardError = c.StandardError,
        lower = c.Interval.Lower,
        upper = c.Interval.Upper,
        method = c.Interval.Method,
        statistic = c.Statistic,
        degrees = c.Degrees,
        p = c.P,
        ratio = whose?.Asked.Measure.IsRatio() == true ? new { value = Math.Exp(c.Value), lower = Math.Exp(c.Interval.Lower), upper = Math.Exp(c.Interval.Upper) } : null,
    };

    private static object? Of(Interval? interval, bool isRatio) => interval is { } held
        ? new { lower = held.Lower, upper = held.Upper, method = held.Method, ratio = isRatio ? new { lower = Math.Exp(held.Lower), upper = Math.Exp(held.Upper) } : null }
        : null;
}
