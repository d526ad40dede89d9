using Shiremoot.Economics.Chances;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>How much an uncertain input matters to an outcome.</summary>
/// <param name="Input">Its name.</param>
/// <param name="Low">Its 5th percentile.</param>
/// <param name="High">Its 95th percentile.</param>
/// <param name="AtLow">The outcome where it is at its 5th percentile and every other input at its mean.</param>
/// <param name="AtHigh">The same at its 95th percentile.</param>
/// <param name="ShareOfVariance">
/// The share of the outcome's variance that goes when the input becomes known (the first-order Sobol index). Shares of independent inputs add up
/// to one or less; those of correlated inputs also hold what goes with them.
/// </param>
public sealed record Influence(string Input, double Low, double High, double AtLow, double AtHigh, double ShareOfVariance)
{
    /// <summary>The length of the bar of a tornado chart.</summary>
    public double Swing => Math.Abs(AtHigh - AtLow);
}

public sealed partial class MonteCarloRuns
{
    /// <summary>Every input that is not fixed, the greatest swing first: what a tornado chart shows, and beside it shares of variance.</summary>
    public Outcome<IReadOnlyList<Influence>> Influences(string outcome)
    {
        if (Column(outcome).Refused(out Refusal? why, out int o)) return why;
        double variance = Variance(outcomes[o]);
        double[] at = [.. model.Inputs.Select(i => i.Spread.Mean)], follows = new double[outcomes.Length];
        double[][] expected = Expected(o);
        List<Influence> found = [];
        for (int i = 0; i < curves.Length; i++)
        {
            if (scores[i].Length == 0) continue;
            (double low, double high) = (curves[i].AtShare(0.05), curves[i].AtShare(0.95));
            found.Add(new(model.Inputs[i].Name, low, high, Follows(i, low), Follows(i, high), variance == 0 ? 0 : ShareOf(expected[i], variance)));
        }
        return found.OrderByDescending(f => f.Swing).ToArray();

        double Follows(int input, double value)
        {
            double before = at[input];
            at[input] = value;
            model.Kernel(at, follows);
            at[input] = before;
            return follows[o];
        }
    }

    private static double ShareOf(double[] expected, double variance)
    {
        double mean = 0, squares = 0;
        for (int n = 0; n < expected.Length; n++)
        {
            mean += ScoreSpline.Weights[n] * expected[n];
            squares += ScoreSpline.Weights[n] * expected[n] * expected[n];
        }
        return Math.Clamp((squares - (mean * mean)) / variance, 0, 1);
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average(), squares = 0;
        foreach (double value in values) squares += (value - mean) * (value - mean);
        return squares / values.Length;
    }
}
