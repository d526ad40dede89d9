using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Chances;

/// <summary>
/// The direction in the space of independent normal scores along which the first outcome of a model rises most: the slopes of its least-squares plane
/// over a few draws of their own. What is left when a draw is moved along it is little, so that a share of draws is best counted along whole lines of
/// it (conditional Monte Carlo along an active direction: Liu and Owen, "Preintegration via active subspace", 2023).
/// </summary>
internal sealed class LeadingDirection
{
    private const int PilotDraws = 2_048, DrawsAnInput = 8;
    private const double Kept = 0.995; // of the squared length; inputs that add less are not worth moving

    private readonly double[] independent;

    private LeadingDirection(double[] independent, double[] moves) => (this.independent, Moves) = (independent, moves);

    /// <summary>By input, how far its score goes when a draw is moved by one: with those it is correlated with.</summary>
    public double[] Moves { get; }

    /// <summary>Where a draw lies along it, by its scores before they are mixed: standard normal over the draws.</summary>
    public double At(ReadOnlySpan<double> scores)
    {
        double at = 0;
        for (int i = 0; i < independent.Length; i++) at += independent[i] * scores[i];
        return at;
    }

    /// <summary>Null where there is none: nothing can be moved, there are too many inputs, or the outcome does not follow them.</summary>
    public static LeadingDirection? Of(UncertainModel model, MonteCarloOptions options, QuantileCurve[] curves, Copula copula)
    {
        int[] inputs = [.. Enumerable.Range(0, curves.Length).Where(i => model.Inputs[i].Spread.Kind is not (DistributionKind.Fixed or DistributionKind.Empirical))];
        if (inputs.Length == 0 || inputs.Length * DrawsAnInput > PilotDraws) return null;
        DrawnColumns pilot = new(model, PilotDraws, lines: 0);
        new DrawKernel(model, options, curves, copula, null).Fill(MonteCarlo.Replicates, 0, PilotDraws, pilot);
        if (Plane([.. inputs.Select(i => pilot.Scores[i])], pilot.Outcomes[0]) is not { } slopes) return null;
        double[] rises = new double[curves.Length];
        for (int n = 0; n < inputs.Length; n++) rises[inputs[n]] = slopes[n];
        copula.Gather(rises);
        double length = Shorten(rises);
        if (!(length > 0) || !double.IsFinite(length)) return null;
        double[] moves = [.. rises];
        copula.Mix(moves);
        return new(rises, moves);
    }

    // Leaves out what adds least, and gives the rest the length one.
    private static double Shorten(double[] rises)
    {
        double all = rises.Sum(r => r * r), kept = 0;
        foreach (int i in Enumerable.Range(0, rises.Length).OrderByDescending(i => Math.Abs(rises[i])).ToArray())
            if (kept >= Kept * all) rises[i] = 0;
            else kept += rises[i] * rises[i];
        double length = Math.Sqrt(kept);
        for (int i = 0; i < rises.Length; i++) rises[i] /= length;
        return length;
    }

    private static double[]? Plane(float[][] scores, double[] outcome)
    {
        int size = scores.Length + 1;
        double[] square = new double[size * size], right = new double[size], row = new double[size];
        row[^1] = 1;
        for (int n = 0; n < outcome.Length; n++)
        {
            for (int i = 0; i + 1 < size; i++) row[i] = scores[i][n];
            for (int i = 0; i < size; i++)
            {
                right[i] += row[i] * outcome[n];
                for (int j = 0; j <= i; j++) square[(i * size) + j] += row[i] * row[j];
            }
        }
        return Cholesky.Try(square, size, out Cholesky? factor, out _) ? factor.Solve(right) : null;
    }
}
