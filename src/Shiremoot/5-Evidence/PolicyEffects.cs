using NodaTime.Text;
using Shiremoot.Evidence.Policies;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>What became of a policy by the published figures of the areas that had it. One of the two results is there.</summary>
/// <param name="Study">The policy.</param>
/// <param name="Series">The figures it is judged by.</param>
/// <param name="Difference">Beside other areas' changes.</param>
/// <param name="Interrupted">Beside the line the area was on.</param>
public sealed record PolicyEffects(PolicyStudy Study, AreaSeries Series, DifferenceResult? Difference, InterruptedResult? Interrupted)
{
    /// <summary>What was measured: the measure, and the group of it.</summary>
    public string Outcome => Study.Where.Count == 0 ? Series.Measure.Title : $"{Series.Measure.Title} ({string.Join(", ", Study.Where.Select(w => w.Value))})";

    public string Headline => Difference?.Headline(Outcome) ?? Interrupted!.Headline(Outcome);

    public string Caution => Difference?.Caution() ?? Interrupted!.Caution();

    public IReadOnlyList<string> Notes => [.. Difference?.Notes ?? Interrupted!.Notes, .. Series.Notes];

    /// <summary>Judges a policy by a measure's figures.</summary>
    public static Outcome<PolicyEffects> Of(PolicyStudy study, AreaSeries series)
    {
        foreach (string area in study.Treated.Concat(study.Compare))
            if (!series.Areas.Contains(area)) return PolicyStudyRefusals.NoArea(study.Id, area, series.Measure.Id);
        if (Array.TrueForAll(series.Value, double.IsNaN) && study.Where.Count > 0) return PolicyStudyRefusals.NoGroup(study.Id, study.Where[0].Dimension, study.Where[0].Value);
        int[] kept = [.. Enumerable.Range(0, series.Periods.Count).Where(p => IsLookedAt(study, series.Periods[p]))];
        int first = Array.FindIndex(kept, p => series.Periods[p].From >= study.From);
        if (first < 0) return PolicyRefusals.NoneSince(series.Measure.Title, LocalDatePattern.Iso.Format(study.From));
        if (first == 0) return PolicyRefusals.NoneBefore(series.Measure.Title);
        return study.Method == PolicyMethod.Difference ? OfAreas(study, series, kept, first) : OfOne(study, series, kept, first);
    }

    private static Outcome<PolicyEffects> OfAreas(PolicyStudy study, AreaSeries series, int[] kept, int first)
    {
        int[] areas = [.. Enumerable.Range(0, series.Areas.Count).Where(a => study.Compare.Count == 0 || study.Treated.Contains(series.Areas[a]) || study.Compare.Contains(series.Areas[a]))];
        PanelRows panel = new(series.Measure.Title, [.. areas.Select(a => series.Names[a])], [.. kept.Select(p => series.Periods[p].Label)], [.. areas.SelectMany(a => Figures(series, a, kept))], [.. areas.Select(a => study.Treated.Contains(series.Areas[a]) ? first : -1)]);
        return Evidence.Difference.Of(panel, new DifferenceQuestion(series.Measure.Title, "area", "period", "treated")).Then<PolicyEffects>(result => new PolicyEffects(study, series, result, null));
    }

    private static Outcome<PolicyEffects> OfOne(PolicyStudy study, AreaSeries series, int[] kept, int first)
    {
        string[] days = [.. kept.Select(p => LocalDatePattern.Iso.Format(series.Periods[p].From))];
        if (PeriodOrder.Of(series.Measure.Title, days).Refused(out Refusal? why, out PeriodOrder? order)) return why;
        int inYear = study.Season switch { SeriesSeason.Months => 12, SeriesSeason.Quarters => 4, _ => 0 };
        if (inYear > 0 && order.PeriodsAYear != inYear) return PolicyRefusals.Season(series.Measure.Title, inYear == 12 ? "months" : "quarters", "of another length");
        int[] at = [.. days.Select(d => order.At(d)!.Value)];
        double[] Of(string area) => [.. Figures(series, series.Areas.ToList().IndexOf(area), kept)];
        InterruptedRows rows = new(series.Measure.Title, [.. kept.Select(p => series.Periods[p].Label)], at, inYear == 0 ? [] : [.. at.Select(a => order.Season(a, inYear))], Of(study.Treated[0]), at[first])
        {
            Compare = study.Compare.Count == 0 ? null : Of(study.Compare[0]),
        };
        InterruptedQuestion question = new(series.Measure.Title, "period", series.Periods[kept[first]].Label) { Season = study.Season, IsCount = series.Measure.Kind == AreaValueKind.Count };
        return Evidence.Interrupted.Of(rows, question).Then<PolicyEffects>(result => new PolicyEffects(study, series, null, result));
    }

    private static IEnumerable<double> Figures(AreaSeries series, int area, int[] kept) => kept.Select(p => series.Value[(area * series.Periods.Count) + p]);

    private static bool IsLookedAt(PolicyStudy study, AreaSeriesPeriod period) =>
        !(period.From < study.From && period.Until > study.From) && !(period.From < study.Since) && !(study.Until is { } until && period.Until > until.PlusDays(1));
}
