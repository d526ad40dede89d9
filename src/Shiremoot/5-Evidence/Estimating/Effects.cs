using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Estimating;

/// <summary>An effect with all that is told of it.</summary>
sealed record FoundEffect(EffectEstimate Effect, double? With, double? Without, EffectRatio? Ratio, EffectEstimate? Plain, double? EValue, double? EValueOfLimit, double? Gamma, bool IsThin)
{
    public IReadOnlyList<TimeShare> Shares { get; init; } = [];
}

/// <summary>From rows made alike to the effect, of each kind of outcome.</summary>
static class Effects
{
    private const string Robust = "doubly robust", Weighted = "weighted means alone", Hazards = "weighted proportional hazards";

    public static Outcome<FoundEffect> Of(EvaluationRows rows, EvaluationQuestion q, AdjustedRows adjusted, StandardColumns standard)
    {
        if (rows.Kind == OutcomeKind.Time) return OfTime(rows, q, adjusted);
        StandardColumns none = standard.None();
        TwoMeans plain = DoublyRobust.Of(rows.Treated, rows.Outcome, adjusted, none, standard), found = DoublyRobust.Of(rows.Treated, rows.Outcome, adjusted, standard, standard);
        bool isThin = found.IsThin;
        if (isThin) found = plain;
        EffectEstimate effect = EffectEstimate.By(isThin ? Weighted : Robust, found.Difference, found.Error, q.Confidence), alone = EffectEstimate.By(Weighted, plain.Difference, plain.Error, q.Confidence);
        (double log, double error) = rows.Kind == OutcomeKind.Number ? (double.NaN, double.NaN) : found.Ratio;
        EffectRatio? ratio = double.IsFinite(log) && double.IsFinite(error) ? RatioOf(rows.Kind == OutcomeKind.Binary ? "risk" : "mean", log, error, q.Confidence) : null;
        (double value, double lower, double upper) = ratio is not null ? (ratio.Value, ratio.Lower, ratio.Upper) : Standardised(rows, effect);
        return new FoundEffect(effect, found.With, found.Without, ratio, alone, Known(UnmeasuredBounds.EValue(value)), Known(UnmeasuredBounds.EValueOfLimit(value, lower, upper)), Gamma(rows, adjusted), isThin);
    }

    /// <summary>Without matching: the plain difference, and that with covariates held alike by one regression.</summary>
    public static IEnumerable<EffectEstimate> Unmatched(EvaluationRows rows, EvaluationQuestion q)
    {
        double[] one = new double[rows.Kept], treated = [.. rows.Treated.Select(t => t ? 1.0 : 0)];
        Array.Fill(one, 1);
        if (rows.Kind == OutcomeKind.Time)
        {
            foreach ((string way, ModelColumns? beside) in ((string, ModelColumns?)[])[("no adjustment", null), ("regression alone", rows.Covariates)])
                if (!TimeEffect.Of(rows, one, null, beside, q.Threads).Refused(out _, out Coefficient found)) yield return EffectEstimate.By(way, found.Value, found.StandardError, q.Confidence);
            yield break;
        }
        int[] each = [.. Enumerable.Range(0, rows.Kept)];
        RegressionOptions robust = new() { Cluster = each, Threads = q.Threads };
        foreach ((string way, ModelColumns columns) in ((string, ModelColumns)[])
            [("no adjustment", new(["treated"], [treated])), ("regression alone", new(["treated", .. rows.Covariates.Names], [treated, .. rows.Covariates.Values]))])
            if (!Linear.Fit(rows.Outcome, columns, robust).Refused(out _, out LinearModel? model)) yield return EffectEstimate.By(way, model.Coefficients[0].Value, model.Coefficients[0].StandardError, q.Confidence);
    }

    private static Outcome<FoundEffect> OfTime(EvaluationRows rows, EvaluationQuestion q, AdjustedRows adjusted)
    {
        if (TimeEffect.Of(rows, adjusted.Weight, adjusted.Set, null, q.Threads).Refused(out Refusal? why, out Coefficient hazard)) return why;
        if (TimeShares.Of(rows, q, adjusted).Refused(out why, out IReadOnlyList<TimeShare>? shares)) return why;
        EffectEstimate effect = EffectEstimate.By(Hazards, hazard.Value, hazard.StandardError, q.Confidence);
        EffectRatio ratio = RatioOf("hazard", hazard.Value, hazard.StandardError, q.Confidence);
        double risk = UnmeasuredBounds.RiskOfHazard(ratio.Value), lower = UnmeasuredBounds.RiskOfHazard(ratio.Lower), upper = UnmeasuredBounds.RiskOfHazard(ratio.Upper);
        return new FoundEffect(effect, null, null, ratio, null, Known(UnmeasuredBounds.EValue(risk)), Known(UnmeasuredBounds.EValueOfLimit(risk, lower, upper)), null, false) { Shares = shares };
    }

    private static EffectRatio RatioOf(string of, double log, double error, double confidence)
    {
        double reach = Tails.Z(confidence) * error;
        return new(of, Math.Exp(log), Math.Exp(log - reach), Math.Exp(log + reach));
    }

    // A difference of numbers in spreads of those who had not the service, taken for a risk ratio.
    private static (double Value, double Lower, double Upper) Standardised(EvaluationRows rows, EffectEstimate effect)
    {
        double[] others = [.. rows.Outcome.Where((_, r) => !rows.Treated[r])];
        double mean = others.Average(), spread = Math.Sqrt(others.Sum(o => (o - mean) * (o - mean)) / (others.Length - 1));
        if (!(spread > 0)) return (double.NaN, double.NaN, double.NaN);
        return (UnmeasuredBounds.RiskOfDifference(effect.Value / spread), UnmeasuredBounds.RiskOfDifference(effect.Lower / spread), UnmeasuredBounds.RiskOfDifference(effect.Upper / spread));
    }

    // Each treated person less the mean of those matched with them.
    private static double? Gamma(EvaluationRows rows, AdjustedRows adjusted)
    {
        if (adjusted.Set is not { } set) return null;
        int sets = set.Max() + 1;
        double[] mine = new double[sets], others = new double[sets];
        int[] of = new int[sets];
        for (int r = 0; r < set.Length; r++)
            if (set[r] >= 0 && rows.Treated[r]) mine[set[r]] = rows.Outcome[r];
            else if (set[r] >= 0) (others[set[r]], of[set[r]]) = (others[set[r]] + rows.Outcome[r], of[set[r]] + 1);
        return of.Any(o => o > 1) ? null : UnmeasuredBounds.Gamma([.. mine.Select((m, s) => m - others[s])]);
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
