using MathNet.Numerics.Distributions;
using Shiremoot.Picture.Regressing;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>What goes with the size of an outcome: least squares (A.-M. Legendre, 1805). It knows no person, only columns.</summary>
public static class Linear
{
    /// <summary>The model, or why there is none: an outcome that never differs, a column that is constant or follows from others.</summary>
    public static Outcome<LinearModel> Fit(double[] outcome, ModelColumns columns, RegressionOptions? options = null)
    {
        options ??= RegressionOptions.Usual;
        int n = outcome.Length, free = n - columns.Count - 1;
        if (columns.Values.Any(v => v.Length != n)) throw new ArgumentException("Covariates and outcomes differ in length.", nameof(columns));
        if (free <= 0) return RegressionRefusals.FewRows(n, columns.Count);
        if (Array.FindIndex(outcome, o => !double.IsFinite(o)) is >= 0 and var row) return RegressionRefusals.NotFinite("outcome", row);
        int[] all = [.. Enumerable.Range(0, n)];
        StandardColumns own = StandardColumns.Made(new(["outcome"], [outcome]), all);
        if (own.Spread[0] == 0) return RegressionRefusals.OneOutcome("the same number");
        if (StandardColumns.Of(columns, all).Refused(out Refusal? why, out StandardColumns? standard)) return why;
        OutcomeRows rows = new(OutcomeFamily.Linear, own.ByRow, standard, null, options.Weight);
        return RegressionFit.Of(rows, options with { Firth = false, Profile = false }).Then<LinearModel>(model => Model(model, rows, own, options, free));
    }

    // The outcome was taken in units of its own spread about its mean: turned back here.
    private static LinearModel Model(RegressionModel model, OutcomeRows rows, StandardColumns own, RegressionOptions options, int free)
    {
        double unit = own.Spread[0], left = 0, all = 0, level = 0, of = 0;
        for (int r = 0; r < rows.Rows; r++) (level, of) = (level + (rows.WeightOf(r) * rows.Outcome[r]), of + rows.WeightOf(r));
        double[] perSpread = [model.Intercept.Value, .. model.Coefficients.Select(c => c.PerSpread)];
        for (int c = 0; c < rows.Columns.Count; c++) perSpread[0] += model.Coefficients[c].Value * rows.Columns.Mean[c];
        for (int r = 0; r < rows.Rows; r++)
        {
            left += rows.WeightOf(r) * Math.Pow(rows.Outcome[r] - RegressionKernel.Predictor(rows, perSpread, r), 2);
            all += rows.WeightOf(r) * Math.Pow(rows.Outcome[r] - (level / of), 2);
        }
        double spread = Math.Sqrt(left / free), scale = unit * (options.Cluster is null ? spread : 1);
        Coefficient Turned(Coefficient c, double plus)
        {
            double value = (c.Value * unit) + plus, error = c.StandardError * scale, reach = StudentT.InvCDF(0, 1, free, 0.5 + (options.Confidence / 2)) * error;
            return new(c.Name, value, error, value - reach, value + reach, 2 * StudentT.CDF(0, 1, free, -Math.Abs(value / error)), c.PerSpread * unit);
        }
        return new(
            Turned(model.Intercept, own.Mean[0]), [.. model.Coefficients.Select(c => Turned(c, 0))], [.. model.Covariance.Select(v => v * scale * scale)], spread * unit, 1 - (left / all), rows.Rows);
    }
}
