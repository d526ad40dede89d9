using Shiremoot.Picture.Indicators;
using Shiremoot.Picture.Regressing;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>
/// What goes with an outcome of many covariates, with intervals that are honest: the lasso chooses on one half of the rows, and what it kept is fitted without a penalty on the other half, which
/// has not seen the choice. It knows no person, only columns. Method: docs/methods/what-goes-with-reoffending.md.
/// </summary>
public static class SplitRegression
{
    private const uint Choosing = 0x6C617373;

    /// <summary>Chooses and fits; refused as the lasso or the regression refuses, such as where a column is constant in a half.</summary>
    /// <param name="outcome">Of every row.</param>
    /// <param name="columns">Of every row; finite.</param>
    /// <param name="isHeld">Columns that stay whatever the lasso says: held alike, not asked about.</param>
    /// <param name="halves">Which rows choose and which are fitted.</param>
    /// <param name="options">How.</param>
    public static Outcome<SplitModel> Fit(bool[] outcome, ModelColumns columns, bool[] isHeld, SampleHalves halves, SplitOptions? options = null)
    {
        options ??= new();
        ElasticNetOptions choose = new() { Folds = options.Folds, Penalties = options.Penalties, Seed = options.Seed ^ Choosing, Threads = options.Threads, Refits = false };
        if (ElasticNet.Fit(Rows(outcome, halves.Choosing), Rows(columns, halves.Choosing), choose).Refused(out Refusal? why, out ElasticNetModel? lasso)) return why;
        Penalty best = lasso.Path[lasso.Best];
        int[] kept = [.. Enumerable.Range(0, columns.Count).Where(c => isHeld[c] || best.Effects[c] != 0)];
        if (kept.Length == 0) return new SplitModel(kept, null, [], null);

        bool[] came = Rows(outcome, halves.Fitting);
        ModelColumns some = Rows(new ModelColumns([.. kept.Select(c => columns.Names[c])], [.. kept.Select(c => columns.Values[c])]), halves.Fitting);
        RegressionOptions fit = new() { Firth = true, Profile = came.Length <= options.ProfileUpTo, Threads = options.Threads };
        if (Logistic.Fit(came, some, fit).Refused(out why, out RegressionModel? model)) return why;
        if (Unseen(came, some, SampleHalves.Folds(outcome, halves.Fitting, options.Folds, options.Seed), options).Refused(out why, out double[]? unseen)) return why;
        return new SplitModel(kept, model, some.Values, unseen);
    }

    /// <summary>Firth's likelihood draws shares towards one half; a shift of the level by the plain likelihood makes them right on the whole (R. Puhr and others, 2017).</summary>
    internal static double[] Odds(RegressionModel model, bool[] outcome, ModelColumns columns)
    {
        double[] odds = [.. Enumerable.Range(0, outcome.Length).Select(r => model.PredictorOf(columns, r))];
        double shift = Calibration.Shift(odds, outcome);
        return Array.ConvertAll(odds, o => o + shift);
    }

    // Each part foretold by a fit of the others.
    private static Outcome<double[]> Unseen(bool[] outcome, ModelColumns columns, int[] fold, SplitOptions options)
    {
        double[] unseen = new double[outcome.Length];
        for (int f = 0; f < options.Folds; f++)
        {
            int[] seen = [.. Enumerable.Range(0, fold.Length).Where(r => fold[r] != f)];
            bool[] came = Rows(outcome, seen);
            ModelColumns part = Varied(Rows(columns, seen), out int[] used);
            RegressionModel? model = null;
            if (used.Length > 0 && Logistic.Fit(came, part, new() { Firth = true, Threads = options.Threads }).Refused(out Refusal? why, out model)) return why;
            double[] seenOdds = model is null ? new double[seen.Length] : [.. Enumerable.Range(0, seen.Length).Select(r => model.PredictorOf(part, r))];
            double shift = Calibration.Shift(seenOdds, came);
            for (int r = 0; r < fold.Length; r++)
            {
                if (fold[r] != f) continue;
                double odds = shift + (model?.Intercept.Value ?? 0);
                for (int c = 0; c < used.Length; c++) odds += model!.Coefficients[c].Value * columns.Values[used[c]][r];
                unseen[r] = RegressionKernel.Expected(OutcomeFamily.Logistic, odds).Mean;
            }
        }
        return unseen;
    }

    // A rare thing may be wanting from all but one part.
    private static ModelColumns Varied(ModelColumns columns, out int[] used)
    {
        used = ApartColumns.Of(columns, [.. Enumerable.Range(0, columns.Values.Length == 0 ? 0 : columns.Values[0].Length)]);
        return new([.. used.Select(c => columns.Names[c])], [.. used.Select(c => columns.Values[c])]);
    }

    private static bool[] Rows(bool[] values, int[] rows) => Array.ConvertAll(rows, r => values[r]);

    private static ModelColumns Rows(ModelColumns columns, int[] rows) => new(columns.Names, [.. columns.Values.Select(v => Array.ConvertAll(rows, r => v[r]))]);
}

/// <summary>What was kept on one half and how it was fitted on the other.</summary>
/// <param name="Kept">Columns kept by the lasso or held, rising.</param>
/// <param name="Model">By Firth's likelihood on the fitting half; null where nothing is kept.</param>
/// <param name="Values">The kept columns on the fitting half.</param>
/// <param name="Unseen">For each row of the fitting half the probability foretold by a fit of the others of that half; null where nothing is kept.</param>
public sealed record SplitModel(IReadOnlyList<int> Kept, RegressionModel? Model, double[][] Values, double[]? Unseen);

/// <summary>How a choice is made and fitted.</summary>
public sealed record SplitOptions
{
    /// <summary>Of the draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Parts for choosing the penalty, and for foretelling rows not seen.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Penalties tried.</summary>
    public int Penalties { get; init; } = 30;

    /// <summary>Limits are of the profile up to so many fitted rows; of more rows by standard errors, to which the profile then comes.</summary>
    public int ProfileUpTo { get; init; } = 5000;

    /// <summary>At most so many threads; the answer is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
