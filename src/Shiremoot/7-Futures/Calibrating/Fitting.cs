using MathNet.Numerics.LinearAlgebra;

namespace Shiremoot.Futures.Calibrating;

/// <summary>
/// Finds the arguments at which as many functions are zero: Newton's steps with slopes measured by differences and kept for several steps
/// (the chord method; J. M. Ortega and W. C. Rheinboldt, "Iterative Solution of Nonlinear Equations in Several Variables", 1970).
/// </summary>
internal sealed class Fitting
{
    private const double LongestStep = 0.5, LikelySlope = 0.8, LeastSlope = 0.4;
    private readonly Matrix<double> slopes;
    private Vector<double>? lastGap, lastStep;

    /// <summary>Without slopes: each function is taken to answer to its own argument alone.</summary>
    public Fitting(int size) => slopes = Matrix<double>.Build.DenseIdentity(size) / LikelySlope * 1.5;

    /// <param name="gap">The functions where it begins.</param>
    /// <param name="moved">By argument: the functions after that argument alone was moved by <paramref name="by"/>.</param>
    /// <param name="by">How far each was moved.</param>
    /// <param name="error">By function: the error of a difference of two values of it. A slope within its error is taken as none; a function's slope in its own argument as the likely one.</param>
    public Fitting(double[] gap, IReadOnlyList<double[]> moved, double by, double[] error) =>
        slopes = Matrix<double>.Build.Dense(gap.Length, gap.Length, (row, column) =>
        {
            double slope = (moved[column][row] - gap[row]) / by;
            bool isSure = Math.Abs(slope) * by > 1.5 * error[row];
            return row == column ? (isSure ? (slope is > 0 and < LeastSlope ? LeastSlope : slope) : LikelySlope) : isSure ? slope : 0;
        });

    /// <summary>The step to take from where the functions have these values.</summary>
    /// <param name="gap">The functions.</param>
    /// <param name="learns">Whether to mend the slopes by what the last step did (C. G. Broyden, 1965): near the answer, on the same draws.</param>
    public double[] Step(double[] gap, bool learns)
    {
        Vector<double> now = Vector<double>.Build.Dense(gap);
        if (learns && lastGap is not null && lastStep is not null && lastStep.DotProduct(lastStep) > 1e-12)
            slopes.Add((now - lastGap - (slopes * lastStep)).OuterProduct(lastStep) / lastStep.DotProduct(lastStep), slopes);
        Vector<double> step = slopes.Solve(-now);
        step.MapInplace(s => Math.Clamp(s, -LongestStep, LongestStep)); // each alone: one that asks too much does not hold up the others
        (lastGap, lastStep) = (now, step);
        return step.ToArray();
    }

    /// <summary>Keeps the slopes but not the last values: the functions are about to be measured on other draws.</summary>
    public void Forget() => (lastGap, lastStep) = (null, null);
}
