using Shiremoot.Picture;

namespace Shiremoot.Economics.Chances;

/// <summary>
/// The bends that lines have in common: a polynomial of the place along the leading direction, of which each line has its own constant and slope. It is
/// fitted to the second divided differences of the lines' three points, so that how lines differ in level, which is most of how they differ, makes no
/// noise in it. What hangs on the places alone is made once for all outcomes.
/// </summary>
internal sealed class LineDesign
{
    public const int Degree = 7;
    private const int Bends = Degree - 1;

    private readonly float[] along;
    private readonly float[] bends; // by line: the second differences of each polynomial from the second degree on
    private readonly double[] rises = new double[Degree + 1]; // mean slopes of each polynomial
    private readonly Cholesky? factor;

    public LineDesign(float[] along)
    {
        this.along = along;
        bends = new float[along.Length * Bends];
        double[] square = new double[Bends * Bends];
        Span<double> own = stackalloc double[Degree + 1], one = stackalloc double[Degree + 1], other = stackalloc double[Degree + 1];
        for (int n = 0; n < along.Length; n++)
        {
            (double first, double second) = Gaps(along[n]);
            Powers(along[n], own);
            Powers(along[n] + first, one);
            Powers(along[n] + second, other);
            Span<float> bend = bends.AsSpan(n * Bends, Bends);
            for (int k = 2; k <= Degree; k++)
            {
                bend[k - 2] = (float)(((other[k] - own[k]) / second) - ((one[k] - own[k]) / first));
                rises[k] += (other[k] - one[k]) / (second - first) / along.Length;
            }
            for (int i = 0; i < Bends; i++)
                for (int j = 0; j <= i; j++) square[(i * Bends) + j] += bend[i] * bend[j];
        }
        _ = Cholesky.Try(square, Bends, out factor, out _);
    }

    /// <summary>Hermite's polynomials of a normal score, each of variance one.</summary>
    public static void Powers(double at, Span<double> powers)
    {
        (powers[0], powers[1]) = (1, at);
        for (int k = 2; k < powers.Length; k++) powers[k] = ((at * powers[k - 1]) - (Math.Sqrt(k - 1) * powers[k - 2])) / Math.Sqrt(k);
    }

    /// <summary>An outcome's terms of each degree, the constant left at nought; null where too few lines hold them.</summary>
    public double[]? Fit(ReadOnlySpan<float> toFirst, ReadOnlySpan<float> toSecond)
    {
        if (factor is null) return null;
        double[] right = new double[Bends];
        double rise = 0;
        for (int n = 0; n < along.Length; n++)
        {
            (double first, double second) = Gaps(along[n]);
            double bend = (toSecond[n] / second) - (toFirst[n] / first);
            rise += (toSecond[n] - toFirst[n]) / (second - first);
            ReadOnlySpan<float> of = bends.AsSpan(n * Bends, Bends);
            for (int i = 0; i < Bends; i++) right[i] += of[i] * bend;
        }
        double[] terms = [0, rise / along.Length, .. factor.Solve(right)];
        for (int k = 2; k <= Degree; k++) terms[1] -= terms[k] * rises[k];
        return terms;
    }

    private static (double First, double Second) Gaps(double along) => (LinePlaces.First(along) - along, LinePlaces.Second(along) - along);
}
