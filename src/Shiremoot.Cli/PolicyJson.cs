using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>The effects of policies as JSON. What cannot be told is null.</summary>
static class PolicyJson
{
    public static object Of(DifferenceResult r, string headline) => new
    {
        file = r.Panel.File,
        headline,
        caution = r.Caution(),
        withheld = r.Withheld,
        method = r.Method,
        effect = Of(r.Effect),
        p = r.P,
        interval = Of(r.Interval),
        placement = new { p = r.Placement.P, placements = r.Placement.Placements, all = r.Placement.IsAll, decides = r.IsFew, interval = Of(r.Placement.Interval) },
        leads = r.Leads is { } l ? new { l.Count, f = Finite(l.Statistic), degrees = l.Degrees, pByErrors = Finite(l.PByErrors), pByPlacement = l.PByPlacement, byPlacement = l.IsByPlacement, l.P, l.Differ } : null,
        units = new { treated = r.TreatedUnits, others = r.OtherUnits },
        steps = r.Steps.Select(s => new { s.Step, s.Value, lower = s.Interval?.Lower, upper = s.Interval?.Upper, s.Units }),
        means = r.Means,
        notes = r.Notes,
    };

    public static object Of(InterruptedResult r, string headline) => new
    {
        file = r.Series.File,
        headline,
        caution = r.Caution(),
        lag = r.Lag,
        level = Of(r.Level),
        slope = Of(r.Slope),
        trendBefore = Of(r.TrendBefore),
        atEnd = Of(r.AtEnd),
        ratioAtEnd = r.RatioAtEnd is { } ratio ? new { value = ratio.Value, lower = ratio.Lower, upper = ratio.Upper } : null,
        total = Of(r.Total),
        breaks = new { f = r.Break.Statistic, degrees = r.Break.Degrees, degrees2 = r.Break.Degrees2, p = r.Break.P },
        dispersion = r.Dispersion,
        autocorrelation = r.Autocorrelation,
        before = r.Before,
        since = r.Since,
        periods = r.Periods.Select(p => new { p.Period, since = p.IsSince, p.Value, p.Fitted, p.Expected, p.Effect, lower = p.Interval?.Lower, upper = p.Interval?.Upper, p.Compare }),
        notes = r.Notes,
    };

    private static object Of(SynthesisCoefficient c) => new { value = c.Value, standardError = c.StandardError, lower = c.Interval.Lower, upper = c.Interval.Upper, t = c.Statistic, degrees = c.Degrees, p = c.P };

    private static object? Of(Interval? interval) => interval is { } held ? new { lower = held.Lower, upper = held.Upper, method = held.Method } : null;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
