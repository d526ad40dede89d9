using System.Globalization;
using Shiremoot.Evidence.Policies;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>The effect of a policy by interrupted time series. See docs/methods/interrupted-time-series.md.</summary>
public static class Interrupted
{
    private const int EnoughPeriods = 8;

    /// <summary>Reads a file with a row a period; refused, with no number, where no effect can be told.</summary>
    public static Outcome<InterruptedResult> Of(string path, InterruptedQuestion question) =>
        question.Confidence is > 0 and < 1 ? InterruptedReading.Read(path, question).Then(rows => Of(rows, question)) : PolicyRefusals.Confidence(question.Confidence);

    /// <summary>The same of a series in hand.</summary>
    public static Outcome<InterruptedResult> Of(InterruptedRows rows, InterruptedQuestion question)
    {
        bool isAmong = rows.Exposure is not null || rows.CompareExposure is not null;
        InterruptedQuestion q = isAmong ? question with { IsCount = true } : question;
        if (SegmentFit.Of(rows, rows.Value, rows.Exposure, q).Refused(out Refusal? why, out SegmentFit? fit)) return why;
        SegmentFit? other = null;
        if (rows.Compare is not null && SegmentFit.Of(rows, rows.Compare, rows.CompareExposure, q).Refused(out why, out other)) return why;
        int n = fit.Coefficients.Length + fit.Degrees, lag = q.Lag ?? (int)Math.Floor(4 * Math.Pow(n / 100.0, 2.0 / 9));
        if (lag < 0 || lag >= n) return PolicyRefusals.Lag(lag, n);
        SegmentFit[] fits = other is null ? [fit] : [fit, other];
        bool isRobust = q.Errors == SeriesErrors.NeweyWest;
        PolicyContrasts made = new(rows, q, fits, isRobust ? SerialErrors.NeweyWest(fits, lag) : SerialErrors.OfModels(fits), isRobust ? "Newey and West, Student's t" : "Of the model, Student's t");
        int since = Enumerable.Range(0, rows.At.Length).Count(r => rows.At[r] >= rows.From && !double.IsNaN(rows.Value[r])), before = rows.Value.Count(v => !double.IsNaN(v)) - since;
        return new InterruptedResult
        {
            Asked = q,
            Series = rows,
            Lag = isRobust ? lag : null,
            Level = made.Of("Level", Segments.Level),
            Slope = made.Of("Slope", Segments.Slope),
            TrendBefore = made.Trend(),
            AtEnd = made.At("In the last period", rows.At[^1]),
            Total = made.Total("In all periods since"),
            Break = made.Break(),
            Periods = made.Periods(),
            Before = before,
            Since = since,
            Dispersion = q.IsCount ? fit.Spread : null,
            Autocorrelation = SerialErrors.Autocorrelation(fit.Left),
            Notes = [.. rows.Notes, .. Notes(rows, q, before, since, isRobust, lag)],
        };
    }

    private static IEnumerable<string> Notes(InterruptedRows rows, InterruptedQuestion q, int before, int since, bool isRobust, int lag)
    {
        if (before < EnoughPeriods || since < EnoughPeriods) yield return string.Create(CultureInfo.InvariantCulture, $"{before} periods before and {since} since: with fewer than {EnoughPeriods} of a kind a trend is hardly known, and intervals are too narrow.");
        yield return isRobust ? string.Create(CultureInfo.InvariantCulture, $"Errors by Newey and West with a lag of {lag}.") : "Errors of the model: they take what is left over for independent from period to period.";
        int missing = rows.Value.Count(double.IsNaN), gaps = rows.At[^1] - rows.At[0] + 1 - rows.At.Length;
        if (missing + gaps > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{missing + gaps} {(missing + gaps == 1 ? "period has" : "periods have")} no figure and {(missing + gaps == 1 ? "is" : "are")} left out.");
        if (q.Season == SeriesSeason.None && rows.Compare is null) yield return "Without a comparison series anything else that changed at the same time is part of the effect.";
    }
}
