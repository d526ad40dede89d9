using Shiremoot.Picture.Regressing;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>What goes with an outcome where covariates are many: logistic regression by lasso, ridge or between. It knows no person, only columns.</summary>
public static class ElasticNet
{
    private const uint Splitting = 0x666F6C64;
    private const double Weakest = 1e-3;

    /// <summary>The path of penalties, the best of them by foretelling rows not seen, and the chosen covariates fitted again without a penalty.</summary>
    public static Outcome<ElasticNetModel> Fit(bool[] outcome, ModelColumns columns, ElasticNetOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Folds, 2);
        if (columns.Values.Any(v => v.Length != outcome.Length)) throw new ArgumentException("Covariates and outcomes differ in length.", nameof(columns));
        if (Outcomes.Refuse(outcome, 0) is { } alike) return alike;
        int[] all = [.. Enumerable.Range(0, outcome.Length)];
        if (StandardColumns.Of(columns, all).Refused(out Refusal? why, out StandardColumns? standard)) return why;
        OutcomeRows rows = new(OutcomeFamily.Logistic, Outcomes.Numbers(outcome), standard, null, null);
        double strongest = PenaltyPath.Strongest(rows, options.Mix, options.Threads);
        double[] weights = [.. Enumerable.Range(0, options.Penalties).Select(k => strongest * Math.Pow(Weakest, k / Math.Max(1.0, options.Penalties - 1)))];

        int[] fold = [.. all.Select(r => FoldOf(options.Cluster is null ? r : options.Cluster[r], options))];
        double[][] unseen = new double[outcome.Length][];
        for (int f = 0; f < options.Folds; f++)
            if (Foretell(outcome, columns, weights, fold, f, options, unseen) is { } bad) return bad;
        (double Mean, double Error)[] deviance = [.. weights.Select((_, k) => Deviance(outcome, unseen, fold, options.Folds, k))];
        Penalty[] path = [.. PenaltyPath.Of(rows, weights, options.Mix, options.Threads).Select((at, k) => PerUnit(standard, at, weights[k], deviance[k]))];
        int best = Enumerable.Range(0, path.Length).MinBy(k => path[k].Deviance), simplest = Array.FindIndex(path, k => k.Deviance <= path[best].Deviance + path[best].DevianceError);
        if (Foretelling.Of(outcome, [.. unseen.Select(u => u[best])]).Refused(out why, out Foretelling? foretold)) return why;
        if (!options.Refits) return new ElasticNetModel(columns.Names, path, best, simplest, foretold, null);
        if (Refit(outcome, columns, path[simplest], options).Refused(out why, out RegressionModel?[]? refit)) return why;
        return new ElasticNetModel(columns.Names, path, best, simplest, foretold, refit[0]);
    }

    private static int FoldOf(int together, ElasticNetOptions options)
    {
        Chance chance = new(options.Seed, (ulong)together, Splitting);
        return chance.Below(options.Folds);
    }

    private static Refusal? Foretell(bool[] outcome, ModelColumns columns, double[] weights, int[] fold, int held, ElasticNetOptions options, double[][] unseen)
    {
        int[] kept = [.. Enumerable.Range(0, outcome.Length).Where(r => fold[r] != held)];
        bool[] seen = [.. kept.Select(r => outcome[r])];
        if (Outcomes.Refuse(seen, 0) is { } alike) return alike;
        StandardColumns standard = StandardColumns.Made(columns, kept);
        double[][] path = PenaltyPath.Of(new(OutcomeFamily.Logistic, Outcomes.Numbers(seen), standard, null, null), weights, options.Mix, options.Threads);
        Penalty[] models = [.. path.Select((at, k) => PerUnit(standard, at, weights[k], default))];
        foreach (int r in Enumerable.Range(0, outcome.Length).Where(r => fold[r] == held))
        {
            unseen[r] = new double[models.Length];
            for (int k = 0; k < models.Length; k++)
            {
                double eta = models[k].Intercept;
                for (int c = 0; c < columns.Count; c++) eta += models[k].Effects[c] * columns.Values[c][r];
                unseen[r][k] = RegressionKernel.Expected(OutcomeFamily.Logistic, eta).Mean;
            }
        }
        return null;
    }

    private static (double Mean, double Error) Deviance(bool[] outcome, double[][] unseen, int[] fold, int folds, int penalty)
    {
        double[] sum = new double[folds], rows = new double[folds];
        for (int r = 0; r < outcome.Length; r++)
        {
            double likely = outcome[r] ? unseen[r][penalty] : 1 - unseen[r][penalty];
            sum[fold[r]] -= 2 * Math.Log(Math.Max(likely, 1e-300));
            rows[fold[r]]++;
        }
        double mean = sum.Sum() / outcome.Length, spread = 0;
        for (int f = 0; f < folds; f++)
            if (rows[f] > 0) spread += rows[f] * Math.Pow((sum[f] / rows[f]) - mean, 2);
        return (mean, Math.Sqrt(spread / outcome.Length / (folds - 1)));
    }

    private static Penalty PerUnit(StandardColumns columns, double[] at, double weight, (double Mean, double Error) deviance)
    {
        double level = at[0];
        double[] effects = new double[columns.Count];
        for (int c = 0; c < effects.Length; c++)
        {
            effects[c] = columns.Spread[c] == 0 ? 0 : at[c + 1] / columns.Spread[c];
            level -= effects[c] * columns.Mean[c];
        }
        return new(weight, level, effects, at[1..], deviance.Mean, deviance.Error);
    }

    private static Outcome<RegressionModel?[]> Refit(bool[] outcome, ModelColumns columns, Penalty chosen, ElasticNetOptions options)
    {
        int[] kept = [.. Enumerable.Range(0, columns.Count).Where(c => chosen.Effects[c] != 0)];
        if (kept.Length == 0) return (RegressionModel?[])[null];
        ModelColumns some = new([.. kept.Select(c => columns.Names[c])], [.. kept.Select(c => columns.Values[c])]);
        return Logistic.Fit(outcome, some, new() { Firth = true, Profile = true, Threads = options.Threads }).Then<RegressionModel?[]>(model => (RegressionModel?[])[model]);
    }
}
