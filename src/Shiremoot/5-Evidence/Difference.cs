using Shiremoot.Evidence.Policies;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>The effect of a policy by difference-in-differences. See docs/methods/difference-in-differences.md.</summary>
public static class Difference
{
    /// <summary>Fewer treated units, or others, than this: errors clustered by unit are too small (J. G. MacKinnon and M. D. Webb, 2017), and placements decide.</summary>
    public const int FewUnits = 6;

    private const int FewInAll = 30;

    /// <summary>What rounding alone leaves of an error.</summary>
    private const double NoError = 1e-10;

    /// <summary>Reads a file with a row a unit and period; refused, with no number, where no effect can be told.</summary>
    public static Outcome<DifferenceResult> Of(string path, DifferenceQuestion question) =>
        question.Confidence is > 0 and < 1 ? PanelReading.Read(path, question).Then(panel => Of(panel, question)) : PolicyRefusals.Confidence(question.Confidence);

    /// <summary>The same of figures in hand.</summary>
    public static Outcome<DifferenceResult> Of(PanelRows panel, DifferenceQuestion question)
    {
        if (PanelChecks.Usable(panel).Refused(out Refusal? why, out PanelRows? rows)) return why;
        int[] from = rows.From;
        int treated = from.Count(f => f >= 0), others = from.Length - treated;
        bool isFew = treated < FewUnits || others is > 0 and < FewUnits;
        List<GroupTime> cells = GroupTimes.Effects(rows, from);
        int[] dates = [.. from.Where(f => f >= 0).Distinct()];
        DifferenceMethod method = dates.Length == 1 ? DifferenceMethod.TwoWay : DifferenceMethod.GroupTime;
        PanelFit? fit = method == DifferenceMethod.TwoWay ? PanelFit.Try(rows, dates[0]) : null;
        GroupTime[] after = [.. cells.Where(c => c.Step >= 0)];
        if (after.Length == 0 || (method == DifferenceMethod.TwoWay && fit is null)) return PolicyRefusals.NothingToCompare(rows.File);
        double[] influence = GroupTimes.Influence(rows, from, after);
        double value = GroupTimes.Mean(after);
        double error = Math.Sqrt(GroupTimes.Covariance(influence, influence));
        if (fit is not null) (value, error) = (fit.Value, fit.Error);
        if (!(error > NoError * rows.Outcome.Where(double.IsFinite).Max(Math.Abs))) return PolicyRefusals.NoError(rows.File);

        (List<int[]> placed, bool isAll) = Placements.Of(from, question.Seed);
        PlacementTest placement = Placed(rows, fit, placed, isAll, question.Confidence);
        LeadTest? leads = Leads(rows, cells, placed, treated, others);
        return new DifferenceResult
        {
            Asked = question,
            Panel = rows,
            Method = method,
            Effect = Inference.Of("Effect", value, error * error, from.Length - 1, question.Confidence, "Clustered by unit (CR1), Student's t"),
            Placement = placement,
            IsFew = isFew,
            Leads = leads,
            Steps = Steps(rows, cells, question.Confidence),
            Means = [.. Enumerable.Range(0, rows.Periods.Count).Select(p => new PanelMeans(rows.Periods[p], PanelChecks.Mean(rows, p, true), PanelChecks.Mean(rows, p, false)))],
            TreatedUnits = treated,
            OtherUnits = others,
            Notes = [.. rows.Notes, .. Notes(rows, method, treated, others, isFew, from)],
            Withheld = leads is null ? "There is but one period before the policy, so that nothing shows whether the units moved alike before." : leads.Differ ? "The treated units moved otherwise than the others before the policy began, so that what came after cannot be put down to it." : null,
        };
    }

    private static PlacementTest Placed(PanelRows rows, PanelFit? fit, List<int[]> placed, bool isAll, double confidence)
    {
        if (fit is null)
            return new(Placements.P([.. placed.Select(f => GroupTimes.Mean(GroupTimes.Effects(rows, f).Where(c => c.Step >= 0)))]), placed.Count, isAll, null);
        List<(double Value, double OfTrue)> values = [.. placed.Select(f => fit.Placed([.. Enumerable.Range(0, f.Length).Where(u => f[u] >= 0)]))];
        Interval? interval = Placements.Interval(values, confidence) is { } ends ? new Interval(ends.Lower, ends.Upper, confidence, "By placement on other units") : null;
        return new(Placements.P([.. values.Select(v => v.Value)]), placed.Count, isAll, interval);
    }

    private static LeadTest? Leads(PanelRows rows, List<GroupTime> cells, List<int[]> placed, int treated, int others)
    {
        int units = rows.From.Length;
        int[] steps = [.. cells.Select(c => c.Step).Where(s => s < -1).Distinct().Order()];
        if (steps.Length == 0) return null;
        GroupTime[][] some = [.. steps.Select(s => cells.Where(c => c.Step == s).ToArray())];
        (double Value, double[] Influence)[] leads = [.. some.Select(s => (GroupTimes.Mean(s), GroupTimes.Influence(rows, rows.From, s)))];
        double[] covariance = [.. leads.SelectMany(a => leads.Select(b => GroupTimes.Covariance(a.Influence, b.Influence)))];
        SynthesisTest f = Inference.Jointly([.. leads.Select(l => l.Value)], covariance, units - 1);
        // With fewer than four units of either kind for each difference their errors have no room: F then finds what is not there.
        bool isByPlacement = !double.IsFinite(f.P) || Math.Min(treated, others == 0 ? treated : others) is var fewest && (fewest < FewUnits || 4 * steps.Length > fewest);
        double Squares(int[] from) => GroupTimes.Effects(rows, from).Where(c => c.Step < -1).GroupBy(c => c.Step).Sum(g => Math.Pow(GroupTimes.Mean(g), 2));
        return new(steps.Length, f.Statistic, units - 1, f.P, Placements.P([.. placed.Select(Squares)]), isByPlacement);
    }

    private static EventStep[] Steps(PanelRows rows, List<GroupTime> cells, double confidence)
    {
        EventStep Step(int step, GroupTime[] some)
        {
            double value = GroupTimes.Mean(some);
            double[] influence = GroupTimes.Influence(rows, rows.From, some);
            return new(step, value, Inference.Of("", value, GroupTimes.Covariance(influence, influence), rows.From.Length - 1, confidence, "Clustered by unit (CR1), Student's t").Interval, some.Sum(s => s.Units));
        }
        IEnumerable<EventStep> told = cells.GroupBy(c => c.Step).Select(g => Step(g.Key, [.. g]));
        return [.. told.Append(new EventStep(-1, 0, null, cells.Where(c => c.Step == 0).Sum(c => c.Units))).OrderBy(s => s.Step)];
    }

    private static IEnumerable<string> Notes(PanelRows rows, DifferenceMethod method, int treated, int others, bool isFew, int[] from)
    {
        static string Says(FormattableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (method == DifferenceMethod.GroupTime) yield return Says($"The policy began in {from.Where(f => f >= 0).Distinct().Count()} different periods: effects are of each start and period against units {(others > 0 ? "never treated" : "not yet treated")}, and averaged. Plain two-way fixed effects would take treated units for controls.");
        if (isFew) yield return Says($"{treated} treated {(treated == 1 ? "unit" : "units")} and {others} others: fewer than {FewUnits} of a kind make errors by unit too small. The chance is by placing the policy on other units{(method == DifferenceMethod.TwoWay ? ", and so is the interval" : "; the interval is not to be trusted")}.");
        else if (from.Length < FewInAll) yield return Says($"{from.Length} units in all: with fewer than {FewInAll}, errors clustered by unit are somewhat too small. Read the chance by placement beside them.");
        int missing = rows.Outcome.Count(double.IsNaN);
        if (missing > 0) yield return Says($"{missing} of {rows.Outcome.Length} figures are not published and are left out.");
    }
}
