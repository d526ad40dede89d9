using System.Globalization;
using Shiremoot.Evidence;

namespace Shiremoot.Cli;

/// <summary>Says the effect of a policy on the terminal: the sentence, the numbers, the table.</summary>
static class PolicyText
{
    public static void Say(DifferenceResult r, string headline)
    {
        Line($"{headline}");
        Line($"{r.Caution()}");
        Line($"Effect {N(r.Effect.Value)}, error {N(r.Effect.StandardError)} clustered by unit, {N(r.Effect.Interval.Lower)} to {N(r.Effect.Interval.Upper)}, t {r.Effect.Statistic:0.000} on {r.Effect.Degrees}, {PolicyWords.Chance(r.Effect.P)}.");
        Line($"Placed on other units ({(r.Placement.IsAll ? "all" : "drawn by chance")}, {r.Placement.Placements:N0} ways): {PolicyWords.Chance(r.Placement.P)}{(r.Placement.Interval is { } i ? $", {N(i.Lower)} to {N(i.Upper)}" : "")}.");
        if (r.Leads is { } l) Line($"Differences before, {l.Count} together: {(double.IsFinite(l.PByErrors) ? $"F {l.Statistic:0.000} on {l.Count} and {l.Degrees}, {PolicyWords.Chance(l.PByErrors)}; " : "")}by placement {PolicyWords.Chance(l.PByPlacement)}; {(l.IsByPlacement ? "placement" : "F")} decides.");
        TableText.Print(r.ToTable());
    }

    public static void Say(InterruptedResult r, string headline)
    {
        Line($"{headline}");
        Line($"{r.Caution()}");
        string of = r.Asked.IsCount ? " (logarithm of a ratio)" : "";
        foreach (SynthesisCoefficient c in (ReadOnlySpan<SynthesisCoefficient>)[r.TrendBefore, r.Level, r.Slope, r.AtEnd, r.Total])
            Line($"{c.Name}{(c == r.Total ? "" : of)}: {N(c.Value)} ({N(c.Interval.Lower)} to {N(c.Interval.Upper)}), error {N(c.StandardError)}, t {c.Statistic:0.000} on {c.Degrees}, {PolicyWords.Chance(c.P)}");
        if (r.RatioAtEnd is { } ratio) Line($"Ratio in the last period: {ratio.Value:0.0000} ({ratio.Lower:0.0000} to {ratio.Upper:0.0000}); counts vary {r.Dispersion:0.00} times as much as Poisson's.");
        Line($"What is left over goes with that of the period before by {r.Autocorrelation:0.00}.");
        TableText.Print(r.ToTable());
    }

    private static string N(double value) => PolicyWords.Number(value);

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
