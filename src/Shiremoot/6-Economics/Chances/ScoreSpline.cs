using Shiremoot.Picture;

namespace Shiremoot.Economics.Chances;

/// <summary>
/// What is expected of outcomes given one input: cubic B-splines of its normal score, knots half apart from −4 to 4, by least squares with a slight
/// penalty on bends that holds what few draws leave open (P-splines: Eilers and Marx, 1996).
/// </summary>
internal sealed class ScoreSpline
{
    private const int Edge = 4, ToOne = 2, Pieces = 2 * Edge * ToOne, Size = Pieces + 3;
    private const double Penalty = 0.01, FineStep = 0.02;
    private const int Fine = 250;

    private static readonly double[] ScoreWeights = Weigh();

    private readonly double[][] coefficients;

    private ScoreSpline(double[][] coefficients) => this.coefficients = coefficients;

    /// <summary>Fits every outcome on the scores of one input.</summary>
    public static ScoreSpline Fit(ReadOnlySpan<float> scores, IReadOnlyList<double[]> outcomes)
    {
        double[] square = new double[Size * Size];
        double[][] right = [.. outcomes.Select(_ => new double[Size])];
        Span<double> basis = stackalloc double[4];
        for (int n = 0; n < scores.Length; n++)
        {
            int first = Basis(scores[n], basis);
            for (int i = 0; i < 4; i++)
                for (int j = 0; j <= i; j++) square[((first + i) * Size) + first + j] += basis[i] * basis[j];
            for (int o = 0; o < right.Length; o++)
            {
                double outcome = outcomes[o][n];
                for (int i = 0; i < 4; i++) right[o][first + i] += basis[i] * outcome;
            }
        }
        AddPenalty(square);
        if (!Cholesky.Try(square, Size, out Cholesky? factor, out int fault, 1e-14)) throw new InvalidOperationException($"The spline of {scores.Length} draws has nothing to hold its part {fault}.");
        return new([.. right.Select(r => factor.Solve(r))]);
    }

    /// <summary>The share of draws that each of the evenly spaced scores of <see cref="OverScores"/> stands for: scores are standard normal by their making.</summary>
    public static IReadOnlyList<double> Weights => ScoreWeights;

    /// <summary>What is expected of an outcome at evenly spaced scores.</summary>
    public double[] OverScores(int outcome)
    {
        double[] expected = new double[ScoreWeights.Length];
        Span<double> basis = stackalloc double[4];
        for (int n = 0; n < expected.Length; n++)
        {
            int first = Basis((float)((n - Fine) * FineStep), basis);
            for (int i = 0; i < 4; i++) expected[n] += basis[i] * coefficients[outcome][first + i];
        }
        return expected;
    }

    private static double[] Weigh()
    {
        double[] weights = [.. Enumerable.Range(-Fine, (2 * Fine) + 1).Select(n => Math.Exp(-0.5 * n * n * FineStep * FineStep))];
        double all = weights.Sum();
        return [.. weights.Select(w => w / all)];
    }

    private static int Basis(float score, Span<double> basis)
    {
        double at = (Math.Clamp((double)score, -Edge, Edge) + Edge) * ToOne;
        int first = Math.Min((int)at, Pieces - 1);
        double t = at - first, s = 1 - t;
        (basis[0], basis[3]) = (s * s * s / 6, t * t * t / 6);
        (basis[1], basis[2]) = (((3 * t * t * t) - (6 * t * t) + 4) / 6, ((3 * s * s * s) - (6 * s * s) + 4) / 6);
        return first;
    }

    // The squares of second differences of neighbouring coefficients.
    private static void AddPenalty(double[] square)
    {
        ReadOnlySpan<double> difference = [1, -2, 1];
        for (int k = 0; k + 2 < Size; k++)
            for (int i = 0; i < 3; i++)
                for (int j = 0; j <= i; j++) square[((k + i) * Size) + k + j] += Penalty * difference[i] * difference[j];
    }
}
