namespace Shiremoot.Economics.Chances;

/// <summary>The share of the standard normal distribution below a score, from a table: cubics with the exact slope between scores a twentieth apart, right to 1e-8.</summary>
internal static class NormalShare
{
    private const double Edge = 6.5, Step = 0.05;
    private const int Nodes = 261;
    private static readonly double[] Values = [.. Enumerable.Range(0, Nodes).Select(n => QuantileCurve.Share((n * Step) - Edge))];
    private static readonly double[] Slopes = [.. Enumerable.Range(0, Nodes).Select(n => Step * Math.Exp(-0.5 * ((n * Step) - Edge) * ((n * Step) - Edge)) / Math.Sqrt(2 * Math.PI))];

    public static double At(double score)
    {
        double at = (Math.Clamp(score, -Edge, Edge) + Edge) / Step;
        int node = Math.Min((int)at, Nodes - 2);
        double t = at - node, s = 1 - t;
        return (s * s * (((1 + (2 * t)) * Values[node]) + (t * Slopes[node]))) + (t * t * (((1 + (2 * s)) * Values[node + 1]) - (s * Slopes[node + 1])));
    }
}
