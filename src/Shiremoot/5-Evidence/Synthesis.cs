using Shiremoot.Evidence.Synthesising;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>Combines the effects of studies. See docs/methods/meta-analysis.md, three-level.md and small-study-effects.md.</summary>
public static class Synthesis
{
    /// <summary>What rounding alone leaves of effects that are all the same: errors made of what is left over are then no errors.</summary>
    private const double LeastSquares = 1e-12;

    private const int EnoughForPrediction = 20;

    /// <summary>Reads a file with a row an effect and combines it; refused, with no number, where it cannot be.</summary>
    public static Outcome<SynthesisResult> Of(string path, SynthesisQuestion question)
    {
        if (question.Continuity is { } continuity && !(continuity is >= 0 and <= 1)) return SynthesisRefusals.ContinuityOutOfRange(continuity);
        return Refuse(question) is { } why ? why : StudyReading.Read(path, question).Then(studies => Of(studies, question));
    }

    /// <summary>Combines effects in hand.</summary>
    public static Outcome<SynthesisResult> Of(StudyEffects studies, SynthesisQuestion question)
    {
        if (Refuse(question) is { } why) return why;
        if (studies.Count < 2) return SynthesisRefusals.OneStudy(studies.File, studies.Count);
        FitColumns columns = FitColumns.Of(studies.Effects, studies.Variances, studies.Moderators, studies.Cluster);
        if (columns.Degrees < 1) return SynthesisRefusals.TooFewForModerators(columns.Rows, columns.Width);
        if (studies.Cluster is not null && RefuseClusters(columns, question) is { } few) return few;
        if (WeightedFit.Try(columns, 0, 0, out int follows) is not { } plain) return SynthesisRefusals.Follows(follows == 0 ? "intercept" : studies.ModeratorNames[follows - 1]);
        if (!double.IsFinite(plain.Squares) || !double.IsFinite(plain.TraceOfP) || !(plain.TraceOfP > 0)) return SynthesisRefusals.NotCombined("Effects and variances are too far apart in size to be reckoned with.");
        return Combine(studies, columns, plain, question);
    }

    private static Outcome<SynthesisResult> Combine(StudyEffects studies, FitColumns columns, WeightedFit plain, SynthesisQuestion q)
    {
        (double between, double within) = q.ThreeLevel ? ThreeLevels.Fit(columns) : (0, Spread.TauSquared(columns, q.Method));
        WeightedFit fit = WeightedFit.At(columns, between, within);
        (double[] covariance, int? degrees, string method) = Errors(fit, columns, within, q);
        int p = columns.Width;
        SynthesisCoefficient[] coefficients = [.. Enumerable.Range(0, p).Select(a => Inference.Of(
            a > 0 ? studies.ModeratorNames[a - 1] : p > 1 ? "Intercept" : "Average", fit.Coefficients[a], covariance[(a * p) + a], degrees, q.Confidence, method))];
        bool isOfResiduals = q.KnappHartung || (q.Cluster is not null && !q.ThreeLevel);
        if (!Array.TrueForAll(coefficients, c => double.IsFinite(c.Statistic)) || (isOfResiduals && plain.Squares < LeastSquares)) return SynthesisRefusals.NotCombined("Effects are all the same, so that this kind of error is nought: nothing can be said of chance.");
        return new SynthesisResult
        {
            Asked = q,
            Studies = studies,
            Coefficients = coefficients,
            Spread = SpreadOf(columns, plain, between, within, q),
            Prediction = p > 1 || q.Method == SynthesisMethod.Fixed ? null : Predicted(coefficients[0], between + within, degrees, q.Confidence),
            ModeratorTest = p == 1 ? null : Inference.Together(fit.Coefficients, covariance, degrees),
            RestrictedLogLikelihood = q.Method == SynthesisMethod.Reml ? fit.Likelihood : null,
            SmallStudies = SmallStudies.Look(columns, q),
            Rows = Rows(studies, fit, q.Confidence),
            Notes = [.. FewStudies(columns, q), .. studies.Notes, .. studies.References.Select(r => $"'{r.Column}' is held against '{r.Value}'.")],
        };
    }

    private static (double[] Covariance, int? Degrees, string Method) Errors(WeightedFit fit, FitColumns columns, double within, SynthesisQuestion q)
    {
        if (q.KnappHartung) return ([.. fit.Covariance.Select(v => v * fit.Squares / columns.Degrees)], columns.Degrees, "Hartung and Knapp");
        if (q.ThreeLevel || q.Cluster is null) return (fit.Covariance, null, "Normal");
        return (ClusterErrors.Covariance(fit, columns, within), columns.Clusters.Length - columns.Width, "Robust to clusters");
    }

    private static Interval Predicted(SynthesisCoefficient average, double spread, int? degrees, double confidence)
    {
        double reach = Inference.Critical(degrees, confidence) * Math.Sqrt((average.StandardError * average.StandardError) + spread);
        return new Interval(average.Value - reach, average.Value + reach, confidence, degrees is null ? "Normal" : "Student's t");
    }

    private static SynthesisSpread SpreadOf(FitColumns columns, WeightedFit plain, double between, double within, SynthesisQuestion q)
    {
        double tau = between + within, typical = columns.Degrees / plain.TraceOfP;
        double Share(double variance) => 100 * variance / (typical + variance);
        bool isFixed = q.Method == SynthesisMethod.Fixed;
        SynthesisSpread spread = new()
        {
            Q = plain.Squares,
            Degrees = columns.Degrees,
            P = Tails.ChiSquared(plain.Squares, columns.Degrees),
            TauSquared = tau,
            ISquared = isFixed ? Math.Max(0, 100 * (1 - (columns.Degrees / plain.Squares))) : Share(tau),
            HSquared = isFixed ? plain.Squares / columns.Degrees : (tau / typical) + 1,
        };
        if (q.ThreeLevel)
        {
            var (ofBetween, ofWithin) = ThreeLevels.Intervals(columns, between, within, q.Confidence);
            SynthesisLevel Level(string name, double variance, (double Lower, double Upper) held) =>
                new(name, variance, new Interval(held.Lower, held.Upper, q.Confidence, "Profile of the restricted likelihood"), 100 * variance / (typical + tau));
            return spread with { Levels = [Level($"Between {q.Cluster}", between, ofBetween), Level($"Within {q.Cluster}", within, ofWithin)] };
        }
        if (isFixed) return spread;
        if (Spread.Profile(columns, q.Confidence) is { } held)
            spread = spread with { TauInterval = new Interval(held.Lower, held.Upper, q.Confidence, "Q-profile"), ISquaredInterval = new Interval(Share(held.Lower), Share(held.Upper), q.Confidence, "Q-profile") };
        double whole = columns.Width == 1 ? 0 : Spread.TauSquared(columns.Plain(), q.Method);
        return whole == 0 ? spread : spread with { Explained = Math.Max(0, 100 * (whole - tau) / whole) };
    }

    private static string[] FewStudies(FitColumns columns, SynthesisQuestion q) => columns.Width == 1 && q.Method != SynthesisMethod.Fixed && columns.Clusters.Length < EnoughForPrediction
        ? [$"Of fewer than {EnoughForPrediction} studies, how much effects differ is hardly known, and where a further study's effect would lie is rather too narrow."]
        : [];

    private static SynthesisStudy[] Rows(StudyEffects studies, WeightedFit fit, double confidence)
    {
        double whole = fit.Weights.Sum(), z = Tails.Z(confidence);
        SynthesisStudy Row(int r)
        {
            double effect = studies.Effects[r], error = Math.Sqrt(studies.Variances[r]);
            return new(studies.Labels[r], studies.Cluster is null ? "" : studies.Clusters[studies.Cluster[r]], effect, error, new Interval(effect - (z * error), effect + (z * error), confidence, "Normal"), 100 * fit.Weights[r] / whole);
        }
        return [.. Enumerable.Range(0, studies.Count).Select(Row)];
    }

    private static Refusal? Refuse(SynthesisQuestion q)
    {
        if (!(q.Confidence is > 0 and < 1)) return SynthesisRefusals.ConfidenceOutOfRange(q.Confidence);
        if (q.ThreeLevel && q.Cluster is null) return SynthesisRefusals.ThreeLevelNeeds("need a column that says which effects belong together");
        if (q.ThreeLevel && (q.Method != SynthesisMethod.Reml || q.KnappHartung)) return SynthesisRefusals.ThreeLevelNeeds("are fitted by restricted maximum likelihood, with errors by the normal");
        if (q.KnappHartung && q.Method == SynthesisMethod.Fixed) return SynthesisRefusals.KnappHartungOfNothing("are of random effects, and one common effect was asked for");
        return q.KnappHartung && q.Cluster is not null ? SynthesisRefusals.KnappHartungOfNothing("take effects for independent, and a cluster is named") : null;
    }

    private static Refusal? RefuseClusters(FitColumns columns, SynthesisQuestion q)
    {
        int clusters = columns.Clusters.Length, least = columns.Width + 1;
        if (clusters < least) return SynthesisRefusals.FewClusters(q.Cluster!, clusters, least);
        return q.ThreeLevel && clusters == columns.Rows ? SynthesisRefusals.OneEffectEach(q.Cluster!) : null;
    }
}
