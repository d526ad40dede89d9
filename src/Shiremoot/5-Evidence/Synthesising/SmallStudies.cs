namespace Shiremoot.Evidence.Synthesising;

/// <summary>Whether small studies tell of other effects than large ones: Egger's test, and trim and fill.</summary>
static class SmallStudies
{
    private const int MostRounds = 100, FewestStudies = 3;

    // What rounding leaves where effects lie on the line without a miss.
    private const double LeastDispersion = 1e-12;

    public static SynthesisSmallStudies Look(FitColumns columns, SynthesisQuestion q)
    {
        if (columns.Clusters.Length < columns.Rows) return new() { Why = "Effects of one cluster are not independent: neither Egger's test nor trim and fill holds for them." };
        (SynthesisCoefficient? egger, SynthesisCoefficient? limit) = Egger(columns, q.Confidence);
        List<string> why = [];
        if (egger is null) why.Add("Egger's test needs more studies than the model has numbers, of different precision.");
        SynthesisFill? fill = null;
        if (columns.Width > 1) why.Add("Trim and fill holds for an average only, not with moderators.");
        else if (columns.Rows < FewestStudies) why.Add("Trim and fill needs three studies.");
        else if ((fill = Fill(columns, q)) is null) why.Add("Trim and fill came to no end, or all studies are of one precision.");
        return new() { Egger = egger, Limit = limit, Fill = fill, Why = string.Join(' ', why) };
    }

    // M. Egger and others (1997), as a regression of effects on their errors, weighted by 1/variance, with its own dispersion.
    private static (SynthesisCoefficient? Slope, SynthesisCoefficient? Limit) Egger(FitColumns columns, double confidence)
    {
        FitColumns with = columns.With([.. columns.Variances.Select(Math.Sqrt)]);
        if (with.Degrees < 1 || WeightedFit.Try(with, 0, 0, out _) is not { } fit) return (null, null);
        int p = with.Width, df = with.Degrees;
        double dispersion = fit.Squares / df;
        if (!(dispersion > LeastDispersion)) return (null, null);
        SynthesisCoefficient One(string name, int at) => Inference.Of(name, fit.Coefficients[at], fit.Covariance[(at * p) + at] * dispersion, df, confidence, "Student's t");
        return (One("Effect per standard error", p - 1), One("Effect of a study without error", 0));
    }

    private static SynthesisFill? Fill(FitColumns columns, SynthesisQuestion q)
    {
        FitColumns with = columns.With([.. columns.Variances.Select(Math.Sqrt)]);
        if (WeightedFit.Try(with, 0, 0, out _) is null) return null;
        bool isRight = WeightedFit.At(with, 0, Spread.TauSquared(with, q.Method)).Coefficients[1] < 0;
        int n = columns.Rows, missing = 0, before = -1;
        double sign = isRight ? -1 : 1, centre = 0;
        int[] order = [.. Enumerable.Range(0, n).OrderBy(r => sign * columns.Effects[r])];
        double[] effects = [.. order.Select(r => sign * columns.Effects[r])], variances = [.. order.Select(r => columns.Variances[r])];
        for (int round = 0; missing != before; round++)
        {
            if (round == MostRounds || n - missing < 2) return null;
            before = missing;
            centre = Average(effects[..(n - missing)], variances[..(n - missing)], q).Value;
            double ranks = 0;
            int[] bySize = [.. Enumerable.Range(0, n).OrderBy(r => Math.Abs(effects[r] - centre))];
            for (int rank = 0; rank < n; rank++)
                if (effects[bySize[rank]] > centre) ranks += rank + 1;
            missing = Math.Max(0, (int)Math.Round(((4 * ranks) - (n * (n + 1.0))) / ((2 * n) - 1.0)));
        }
        double[] filled = [.. Enumerable.Range(n - missing, missing).Select(r => sign * ((2 * centre) - effects[r]))], ofFilled = variances[(n - missing)..];
        double[] allEffects = [.. columns.Effects, .. filled], allVariances = [.. columns.Variances, .. ofFilled];
        (SynthesisCoefficient average, double tau) = WithSpread(allEffects, allVariances, q);
        return new SynthesisFill(missing, isRight, filled, ofFilled, average, tau);
    }

    private static SynthesisCoefficient Average(double[] effects, double[] variances, SynthesisQuestion q) => WithSpread(effects, variances, q).Average;

    private static (SynthesisCoefficient Average, double TauSquared) WithSpread(double[] effects, double[] variances, SynthesisQuestion q)
    {
        FitColumns columns = FitColumns.Of(effects, variances);
        double tau = Spread.TauSquared(columns, q.Method);
        WeightedFit fit = WeightedFit.At(columns, 0, tau);
        double scale = q.KnappHartung ? fit.Squares / columns.Degrees : 1;
        return (Inference.Of("Average, with those missing", fit.Coefficients[0], fit.Covariance[0] * scale, q.KnappHartung ? columns.Degrees : null, q.Confidence, q.KnappHartung ? "Hartung and Knapp" : "Normal"), tau);
    }
}
