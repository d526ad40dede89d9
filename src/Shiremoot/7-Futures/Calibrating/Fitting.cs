using MathNet.Numerics.LinearAlgebra;

namespace Shiremoot.Futures.Calibrating;

/// <summary>
/// Finds the arguments at which as many functions are zero: Newton's steps from slopes that were measured once by differences and are
/// mended after each step by what the step did (C. G. Broyden, "A class of methods for solving nonlinear simultaneous equations", 1965).
/// </summary>
internal sealed class Fitting
{
    private const double LongestStep = 0.5;
    private readonly Matrix<double> slopes;
    private Vector<double>? lastGap, lastStep;

    /// <param name="gap">The functions where it begins.</param>
    /// <param name="moved">By argument: the functions after that argument alone was moved by <paramref name="by"/>.</param>
    /// <param name="by">How far each was moved.</param>
    public Fitting(double[] gap, IReadOnlyList<double[]> moved, double by) =>
        slopes = Matrix<double>.Build.Dense(gap.Length, gap.Length, (row, column) => (moved[column][row] - gap[row]) / by);

    /// <summary>The step to take from where the functions have these values.</summary>
    public double[] Step(double[] gap)
    {
        Vector<double> now = Vector<double>.Build.Dense(gap);
        if (lastGap is not null && lastStep is not null)
        {
            double length = lastStep.DotProduct(lastStep);
            Vector<double> unforeseen = now - lastGap - (slopes * lastStep);
            if (length > 1e-12) slopes.Add(unforeseen.OuterProduct(lastStep) / length, slopes);
        }
        Vector<double> step = slopes.Solve(-now);
        step.MapInplace(s => Math.Clamp(s, -LongestStep, LongestStep)); // each alone: one that asks too much does not hold up the others
        (lastGap, lastStep) = (now, step);
        return step.ToArray();
    }

    /// <summary>Keeps the slopes but not the last values: the functions are about to be measured on other draws.</summary>
    public void Forget() => (lastGap, lastStep) = (null, null);
}
