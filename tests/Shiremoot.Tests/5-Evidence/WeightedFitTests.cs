using MathNet.Numerics.LinearAlgebra;
using Shiremoot.Evidence.Synthesising;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence;

/// <summary>The closed form by clusters against its plain twin with whole matrices, and its slopes against small steps.</summary>
public sealed class WeightedFitTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Clusters_give_what_whole_matrices_give(int seed)
    {
        Chance chance = new((ulong)seed, 1, 1);
        int n = 6 + chance.Below(20);
        double[] y = new double[n], v = new double[n], x = new double[n];
        int[] cluster = new int[n];
        for (int r = 0; r < n; r++) (y[r], v[r], x[r], cluster[r]) = (chance.Normal(), 0.01 + chance.Share(), chance.Normal(), chance.Below(5));
        FitColumns columns = FitColumns.Of(y, v, [x], cluster);
        (double between, double within) = (0.3 * chance.Share(), 0.2 * chance.Share());
        WeightedFit fit = WeightedFit.At(columns, between, within);

        Matrix<double> variance = Matrix<double>.Build.Dense(n, n, (i, j) => (cluster[i] == cluster[j] ? between : 0) + (i == j ? v[i] + within : 0)), inverse = variance.Inverse();
        Matrix<double> design = Matrix<double>.Build.Dense(n, 2, (i, j) => j == 0 ? 1 : x[i]);
        Vector<double> effects = Vector<double>.Build.Dense(y);
        Matrix<double> covariance = (design.Transpose() * inverse * design).Inverse();
        Vector<double> coefficients = covariance * (design.Transpose() * (inverse * effects)), residuals = effects - (design * coefficients);
        for (int a = 0; a < 2; a++) fit.Coefficients[a].ShouldBe(coefficients[a], 1e-10);
        for (int a = 0; a < 4; a++) fit.Covariance[a].ShouldBe(covariance[a / 2, a % 2], 1e-10);
        fit.Squares.ShouldBe(residuals * (inverse * residuals), 1e-9);
        fit.TraceOfP.ShouldBe((inverse - (inverse * design * covariance * design.Transpose() * inverse)).Trace(), 1e-9);
        double likelihood = -0.5 * (((n - 2) * Math.Log(2 * Math.PI)) + Math.Log(variance.Determinant()) - Math.Log(covariance.Determinant()) + fit.Squares - Math.Log((design.Transpose() * design).Determinant()));
        fit.Likelihood.ShouldBe(likelihood, 1e-8);

        const double Step = 1e-6;
        fit.SlopeBetween.ShouldBe((WeightedFit.At(columns, between + Step, within).Likelihood - WeightedFit.At(columns, between - Step, within).Likelihood) / (2 * Step), 1e-4);
        fit.SlopeWithin.ShouldBe((WeightedFit.At(columns, between, within + Step).Likelihood - WeightedFit.At(columns, between, within - Step).Likelihood) / (2 * Step), 1e-4);
    }
}
