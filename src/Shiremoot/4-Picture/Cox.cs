using Shiremoot.Picture.Surviving;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Fits proportional hazards models. It knows no person, only columns.</summary>
public static class Cox
{
    /// <summary>The model of greatest partial likelihood, or why there is none: a column that is constant, follows from others, or foretells the event without a mistake.</summary>
    /// <param name="times">When follow-up ended and how; cause 1 is the event, any other counts as censored.</param>
    /// <param name="columns">The covariates.</param>
    /// <param name="options">Ties, strata, clusters.</param>
    public static Outcome<CoxModel> Fit(TimesToEvent times, ModelColumns columns, CoxOptions? options = null)
    {
        options ??= CoxOptions.Usual;
        if (TimesCheck.Refuse(times) is { } wrong) return wrong;
        CoxRows rows = CoxRows.Of(times, options.Stratum);
        if (rows.Ties == 0) return SurvivalRefusals.NoEvents();
        if (columns.Values.Any(v => v.Length != times.Rows)) throw new ArgumentException("Covariates and times differ in length.", nameof(columns));
        if (StandardColumns.Of(columns, rows.Order).Refused(out Refusal? why, out StandardColumns? standard)) return why;
        if (CoxFit.Of(rows, standard, options).Refused(out why, out CoxFit? fit)) return why;
        return Model(times, rows, standard, fit, options);
    }

    private static CoxModel Model(TimesToEvent times, CoxRows rows, StandardColumns standard, CoxFit fit, CoxOptions options)
    {
        int p = standard.Count;
        double[] byModel = fit.Factor.Inverse();
        double[] covariance = options.Cluster is { } cluster ? CoxResiduals.Robust(rows, standard, fit, cluster, byModel) : byModel;
        Coefficient[] coefficients = new Coefficient[p];
        for (int c = 0; c < p; c++)
            coefficients[c] = Coefficient.Wald(standard.Names[c], fit.Effects[c] / standard.Spread[c], Math.Sqrt(covariance[(c * p) + c]) / standard.Spread[c], standard.Spread[c], options.Confidence);
        double wald = Cholesky.Try(covariance, p, out Cholesky? factor, out _, 1e-14) ? factor.Quadratic(fit.Effects) : double.NaN;
        return new(
            coefficients, standard.PerUnit(covariance), fit.LogLikelihoodOfNone, fit.Sums.LogLikelihood, new(wald, p), new(fit.ScoreStatistic, p),
            Concordance(rows, standard, fit), Lasting.Of(rows, fit, Scale(times, rows)),
            Baselines(rows, fit), standard.Mean, rows.Rows, rows.Died.Count(d => d), options.Confidence);
    }

    private static double Concordance(CoxRows rows, StandardColumns standard, CoxFit fit)
    {
        int p = standard.Count;
        double[] prediction = new double[rows.Rows];
        for (int i = 0; i < prediction.Length; i++)
            for (int c = 0; c < p; c++) prediction[i] += fit.Effects[c] * standard.ByRow[(i * p) + c];
        (double right, double tied, double all) = ConcordanceKernel.Count(rows, prediction);
        return (right + (tied / 2)) / all;
    }

    // 1 less the share of rows, over all strata, to whom nothing had happened before each tie. Weights do not stretch time.
    private static double[] Scale(TimesToEvent times, CoxRows rows)
    {
        int[] cause = [.. times.Cause.Select(c => c == 1 ? 1 : 0)];
        SurvivalCurve curve = Survival.Curves(times with { Cause = cause, Weight = null }).Value[0];
        double[] scale = new double[rows.Ties];
        for (int k = 0; k < scale.Length; k++)
        {
            int at = curve.EntryAt(rows.TieTime[k]) - 1;
            scale[k] = at < 0 ? 0 : 1 - curve.Share[at];
        }
        return scale;
    }

    private static BaselineHazard[] Baselines(CoxRows rows, CoxFit fit)
    {
        BaselineHazard[] baselines = new BaselineHazard[rows.FirstTie.Length - 1];
        double scale = Math.Exp(-fit.Shift);
        for (int s = 0; s < baselines.Length; s++)
        {
            int first = rows.FirstTie[s], end = rows.FirstTie[s + 1];
            double[] cumulative = new double[end - first];
            for (int k = first; k < end; k++) cumulative[k - first] = (fit.Sums.Cumulative[k + 1] - fit.Sums.Cumulative[first]) * scale;
            baselines[s] = new(rows.TieTime[first..end], cumulative);
        }
        return baselines;
    }
}
