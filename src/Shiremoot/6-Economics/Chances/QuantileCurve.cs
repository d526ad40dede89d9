using MathNet.Numerics;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Chances;

/// <summary>
/// The value of an input at a normal score or at a share: what turns a draw into a value. Curves without a formula (beta, PERT, gamma) are laid
/// out once at 261 scores from −6.5 to 6.5, inverted from their incomplete function, and joined by cubics with the exact slope (density of the
/// score ÷ density of the value): right to 1e-6 of the value or better where it is not minute.
/// </summary>
internal sealed class QuantileCurve
{
    private const double Edge = 6.5, Step = 0.05;
    private const int Nodes = 261;
    private const double RootOf2Pi = 2.5066282746310002;

    private readonly DistributionKind kind;
    private readonly double a, b, c;
    private readonly double[] values = [], slopes = [];

    public QuantileCurve(Distribution spread)
    {
        IReadOnlyList<double> n = spread.Numbers;
        (kind, a, b, c) = (spread.Kind, n[0], n.Count > 1 ? n[1] : 0, n.Count > 2 ? n[2] : 0);
        switch (kind)
        {
            case DistributionKind.LogNormal:
                double variance = Math.Log(1 + ((b / a) * (b / a)));
                (a, b) = (Math.Log(a) - (variance / 2), Math.Sqrt(variance));
                break;
            case DistributionKind.Pert:
                (values, slopes) = LayOut(new BetaShape(1 + (4 * (b - a) / (c - a)), 1 + (4 * (c - b) / (c - a))), a, c - a);
                break;
            case DistributionKind.Beta:
                (values, slopes) = LayOut(new BetaShape(a, b), 0, 1);
                break;
            case DistributionKind.Gamma:
                (values, slopes) = LayOut(new GammaShape(a), 0, b);
                break;
            case DistributionKind.Empirical:
                values = [.. n];
                break;
        }
    }

    /// <summary>True if the value follows from a share without its normal score.</summary>
    public bool IsOfShare => kind is DistributionKind.Uniform or DistributionKind.Triangular or DistributionKind.Empirical;

    public double AtScore(double score) => kind switch
    {
        DistributionKind.Fixed => a,
        DistributionKind.Normal => a + (b * score),
        DistributionKind.LogNormal => Math.Exp(a + (b * score)),
        DistributionKind.Pert or DistributionKind.Beta or DistributionKind.Gamma => Joined(score),
        _ => AtShare(NormalShare.At(score)),
    };

    public double AtShare(double share)
    {
        switch (kind)
        {
            case DistributionKind.Uniform: return a + (share * (b - a));
            case DistributionKind.Empirical: return values[Math.Min((int)(share * values.Length), values.Length - 1)];
            case DistributionKind.Triangular:
                double rise = (b - a) / (c - a);
                return share < rise ? a + Math.Sqrt(share * (c - a) * (b - a)) : c - Math.Sqrt((1 - share) * (c - a) * (c - b));
            default: return AtScore(NormalQuantile.At(share));
        }
    }

    /// <summary>The share of the standard normal distribution below a score.</summary>
    public static double Share(double score) => 0.5 * SpecialFunctions.Erfc(-score / Math.Sqrt(2));

    private double Joined(double score)
    {
        double at = (Math.Clamp(score, -Edge, Edge) + Edge) / Step;
        int node = Math.Min((int)at, Nodes - 2);
        double t = at - node, s = 1 - t;
        return (s * s * (((1 + (2 * t)) * values[node]) + (t * slopes[node]))) + (t * t * (((1 + (2 * s)) * values[node + 1]) - (s * slopes[node + 1])));
    }

    // Values at the nodes, and slopes by one step between nodes.
    private static (double[] Values, double[] Slopes) LayOut(ISpreadShape shape, double least, double width)
    {
        (double[] values, double[] slopes) = (new double[Nodes], new double[Nodes]);
        for (int node = 0; node < Nodes; node++)
        {
            double score = (node * Step) - Edge, value = Invert(shape, score), density = shape.Density(value);
            double slope = Math.Exp(-0.5 * score * score) / (RootOf2Pi * density);
            values[node] = least + (width * value);
            slopes[node] = double.IsFinite(slope) ? slope * width * Step : 0;
        }
        return (values, slopes);
    }

    // Newton's steps, kept within what is known to hold the value: halved where a step leaves it. Upper shares are measured from above, where they are small.
    private static double Invert(ISpreadShape shape, double score)
    {
        bool isUpper = score > 0;
        double share = Share(-Math.Abs(score)), low = 0, high = shape.Most, at = shape.Start;
        for (int n = 0; n < 200; n++)
        {
            double off = isUpper ? share - shape.Above(at) : shape.Below(at) - share;
            if (off > 0) high = at;
            else low = at;
            double next = at - (off / shape.Density(at));
            if (!(next > low && next < high)) next = double.IsFinite(high) ? (low + high) / 2 : 2 * at;
            if (Math.Abs(next - at) <= 1e-13 * at) return next;
            at = next;
        }
        return at;
    }
}
