using System.Globalization;
using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Evidence;

/// <summary>The figures, charts and tables of a policy judged by published figures.</summary>
internal static class PolicyViews
{
    public static TableView TableOf(IReadOnlyList<(PolicyStudy Study, string Says)> policies) => new("Changes of policy judged by published figures", [new("Policy"), new("What became of it"), new("What it cannot show")],
        [.. policies.Select(p => Row.Of(new Cell(p.Study.Title, $"/evidence/policies/{Uri.EscapeDataString(p.Study.Id)}"), p.Says, p.Study.Note))])
    { CaptionHidden = true };

    public static string MethodOf(PolicyStudy study) => study.Method == PolicyMethod.Difference ? "difference-in-differences" : "interrupted-time-series";

    public static IEnumerable<FigureView> Figures(PolicyEffects effects)
    {
        Why Why(string definition, params string[] inputs) => new(definition, inputs, Period(effects), From(effects), MethodOf(effects.Study));
        if (effects.Difference is { } d)
        {
            if (d.Withheld is null)
                yield return new("Effect", Signed(d.Effect.Value), d.Interval is { } i ? $"{effects.Series.Measure.Unit}; {Held(i)}" : "too few areas to bound it", Why("The change of the areas with the policy less that of the others, a mean over areas and periods since.", $"{d.TreatedUnits} areas with it, {d.OtherUnits} without", PolicyWords.Chance(d.P)));
            if (d.Leads is { } leads)
                yield return new("Alike before?", leads.Differ ? "No" : "As far as can be seen", PolicyWords.Chance(leads.P), Why("Whether areas with and without the policy moved alike before it: all differences but the last, tested together.", $"{leads.Count} differences"));
            yield break;
        }
        InterruptedResult s = effects.Interrupted!;
        yield return new($"In {s.Periods[^1].Period}", s.RatioAtEnd is { } ratio ? $"{Signed(100 * (ratio.Value - 1))}%" : Signed(s.AtEnd.Value), s.RatioAtEnd is { } r ? $"against what was to be expected; {PolicyWords.Number(100 * (r.Lower - 1))}% to {PolicyWords.Number(100 * (r.Upper - 1))}%" : $"against what was to be expected; {Held(s.AtEnd.Interval)}", Why("The fitted figure of the last period less the line of the periods before drawn on.", $"{s.Before} periods before, {s.Since} since"));
        yield return new("In all since", Signed(s.Total.Value), $"{effects.Series.Measure.Unit}; {Held(s.Total.Interval)}", Why("The sum of those differences over all periods since.", $"{s.Before} periods before, {s.Since} since"));
    }

    public static IEnumerable<ChartView> Charts(PolicyEffects effects) => effects.Difference is { } d ? [Means(effects, d), Steps(effects, d)] : [Series(effects, effects.Interrupted!)];

    private static ChartView Means(PolicyEffects effects, DifferenceResult d)
    {
        string first = d.Panel.Periods[d.Panel.From.Where(f => f >= 0).Min()];
        return new("means", effects.Headline.TrimEnd('.'), $"{effects.Outcome}: means of {d.TreatedUnits} areas with the policy and of {d.OtherUnits} others, {Period(effects)}",
            new LineDrawing(UnitOf(effects), [.. d.Means.Select(m => m.Period)], [new("With the policy", [.. d.Means.Select(m => Short(m.Treated))]), new("Others", [.. d.Means.Select(m => Short(m.Others))])]) { Breaks = [new(first, "Policy begun")] },
            new TableView($"{effects.Outcome}: means by period", [new("Period"), new("With the policy", true), new("Others", true)], [.. d.Means.Select(m => Row.Of(m.Period, Text(m.Treated), Text(m.Others)))]), From(effects));
    }

    private static ChartView Steps(PolicyEffects effects, DifferenceResult d)
    {
        string[] steps = [.. d.Steps.Select(s => s.Step < 0 ? string.Create(CultureInfo.InvariantCulture, $"{-s.Step} before") : string.Create(CultureInfo.InvariantCulture, $"{s.Step + 1} since"))];
        return new("steps", d.Leads is { Differ: true } ? "The areas did not move alike before the policy" : d.Leads is null ? "One period before cannot show whether the areas moved alike" : "Before the policy the areas moved alike, as far as can be seen",
            $"{effects.Outcome}: areas with the policy less others, against the last period before, with 95% intervals, by periods before and since",
            new BarDrawing(UnitOf(effects), steps, [new("Difference", [.. d.Steps.Select(s => Short(s.Value))], [.. d.Steps.Select(s => Short(s.Interval?.Lower ?? s.Value))], [.. d.Steps.Select(s => Short(s.Interval?.Upper ?? s.Value))])]) { Horizontal = false },
            new TableView($"{effects.Outcome}: differences by period", [new("Period"), new("Difference", true), new("95% interval", true), new("Areas with the policy", true)],
                [.. d.Steps.Select((s, n) => Row.Of(steps[n], Text(s.Value), s.Interval is { } i ? $"{PolicyWords.Number(i.Lower)} to {PolicyWords.Number(i.Upper)}" : "by definition", s.Units.ToString(CultureInfo.InvariantCulture)))]), From(effects));
    }

    private static ChartView Series(PolicyEffects effects, InterruptedResult s)
    {
        List<Series> lines = [new("As published", [.. s.Periods.Select(p => Short(p.Value))]), new("Expected without the policy", [.. s.Periods.Select(p => p.IsSince ? Short(p.Expected) : null)])];
        if (s.Series.Compare is not null) lines.Add(new("Comparison", [.. s.Periods.Select(p => Short(p.Compare))]));
        string[] columns = ["Period", "As published", "Expected", "Difference", "95% interval", "Comparison"];
        return new("series", effects.Headline.TrimEnd('.'), $"{effects.Outcome}, {Period(effects)}, beside what was to be expected without the policy",
            new LineDrawing(UnitOf(effects), [.. s.Periods.Select(p => p.Period)], lines) { Breaks = [new(s.Periods.First(p => p.IsSince).Period, "Policy begun")] },
            new TableView($"{effects.Outcome} by period", [.. columns.Select((c, n) => new Column(c, n > 0))],
                [.. s.Periods.Select(p => Row.Of(p.Period, Text(p.Value), Text(p.Expected), p.IsSince ? Text(p.Effect) : "", p.Interval is { } i ? $"{PolicyWords.Number(i.Lower)} to {PolicyWords.Number(i.Upper)}" : "", Text(p.Compare)))]), From(effects));
    }

    private static string Period(PolicyEffects effects) => effects.Difference is { } d ? $"{d.Panel.Periods[0]} to {d.Panel.Periods[^1]}" : $"{effects.Interrupted!.Periods[0].Period} to {effects.Interrupted.Periods[^1].Period}";

    private static Unit UnitOf(PolicyEffects effects) => new(effects.Series.Measure.Unit, Decimals: effects.Series.Measure.MayBeAdded ? 0 : 2);

    private static Source From(PolicyEffects effects) => new(effects.Series.Origin, effects.Series.Measure.Source);

    private static string Held(Interval interval) => $"{(100 * interval.Confidence).ToString("0.##", CultureInfo.InvariantCulture)}% interval {PolicyWords.Number(interval.Lower)} to {PolicyWords.Number(interval.Upper)}";

    private static string Signed(double value) => $"{(value < 0 ? "−" : value > 0 ? "+" : "")}{PolicyWords.Number(Math.Abs(value))}";

    private static string Text(double? value) => value is { } v ? PolicyWords.Number(v) : "not published";

    private static double? Short(double? value) => value is { } v ? Math.Round(v, 4) : null;
}
