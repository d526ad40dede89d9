namespace Shiremoot.Futures.Calibrating;

/// <summary>
/// Finds the arguments at which as many functions are zero, by Broyden's method (C. G. Broyden, "A class of methods for solving nonlinear simultaneous
/// equations", 1965): steps by an estimate of the inverse Jacobian that each step improves.
/// </summary>
internal sealed class Fitting
{
    private const double LongestStep = 0.7;
    private readonly double[,] inverse;
    private double[]? lastGap, lastStep;

    /// <param name="size">How many arguments.</param>
    public Fitting(int size)
    {
        inverse = new double[size, size];
        for (int i = 0; i < size; i++) inverse[i, i] = 1;
    }

    /// <summary>The step to take from where the functions have these values (how far the target lies above what was made).</summary>
    public double[] Step(double[] gap)
    {
        int size = gap.Length;
        if (lastGap is not null && lastStep is not null) Learn(gap);
        double[] step = Times(gap);
        for (int i = 0; i < size; i++) step[i] = Math.Clamp(step[i], -LongestStep, LongestStep);
        (lastGap, lastStep) = ([.. gap], step);
        return step;
    }

    /// <summary>Begins anew from what is known of the slopes, where the functions themselves have changed (a larger run).</summary>
    public void Forget() => (lastGap, lastStep) = (null, null);

    private void Learn(double[] gap)
    {
        int size = gap.Length;
        double[] change = new double[size];
        for (int i = 0; i < size; i++) change[i] = lastGap![i] - gap[i];
        double[] moved = Times(change);
        double along = 0;
        for (int i = 0; i < size; i++) along += lastStep![i] * moved[i];
        double length = lastStep!.Sum(s => s * s);
        if (Math.Abs(along) < 0.05 * length) return; // the step told too little
        double[] row = new double[size];
        for (int j = 0; j < size; j++)
            for (int i = 0; i < size; i++) row[j] += lastStep![i] * inverse[i, j];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) inverse[i, j] += (lastStep![i] - moved[i]) * row[j] / along;
    }

    private double[] Times(double[] vector)
    {
        double[] product = new double[vector.Length];
        for (int i = 0; i < vector.Length; i++)
            for (int j = 0; j < vector.Length; j++) product[i] += inverse[i, j] * vector[j];
        return product;
    }
}
