namespace Shiremoot.Economics.Chances;

/// <summary>
/// How an outcome rises along the leading direction on the whole: the heights of this curve are the scale that single lines are drawn on, on which most are
/// nearly straight.
/// </summary>
internal sealed class LineShape
{
    private const double Edge = 5, Step = 0.02, Sure = 3; // beyond Sure draws are few: the curve goes on straight
    private const int Nodes = 501, Cells = 4096;

    private readonly double[] heights;
    private readonly float[] shares = new float[Cells + 1];

    private LineShape(double[] heights)
    {
        this.heights = heights;
        (Lowest, Highest) = (heights[0], heights[^1]);
        CellsAUnit = Cells / (Highest - Lowest);
        for (int cell = 0, node = 0; cell <= Cells; cell++)
        {
            double height = Lowest + (cell / CellsAUnit);
            while (node < Nodes - 2 && heights[node + 1] < height) node++;
            shares[cell] = (float)NormalShare.At((Step * (node + ((height - heights[node]) / (heights[node + 1] - heights[node])))) - Edge);
        }
    }

    public double Lowest { get; }

    public double Highest { get; }

    public double CellsAUnit { get; }

    /// <summary>The share of a line below a height, at even steps from <see cref="Lowest"/> to <see cref="Highest"/>.</summary>
    public ReadOnlySpan<float> Shares => shares;

    /// <summary>From a polynomial's terms; null where it does not rise, or fall, all the way.</summary>
    public static LineShape? Of(double[] terms)
    {
        double[] heights = new double[Nodes], powers = new double[terms.Length];
        int inner = (int)Math.Round((Edge - Sure) / Step), end = Nodes - 1 - inner;
        for (int n = inner; n <= end; n++)
        {
            LineDesign.Powers((n * Step) - Edge, powers);
            for (int k = 1; k < terms.Length; k++) heights[n] += terms[k] * powers[k];
        }
        double first = heights[inner + 1] - heights[inner], last = heights[end] - heights[end - 1];
        for (int n = 0; n < inner; n++) heights[n] = heights[inner] - ((inner - n) * first);
        for (int n = end + 1; n < Nodes; n++) heights[n] = heights[end] + ((n - end) * last);
        if (heights[^1] < heights[0])
            for (int n = 0; n < Nodes; n++) heights[n] = -heights[n];
        for (int n = 1; n < Nodes; n++)
            if (!(heights[n] > heights[n - 1])) return null;
        return new(heights);
    }

    /// <summary>The curve's height at a place along the direction.</summary>
    public double Height(double along)
    {
        double at = (Math.Clamp(along, -Edge, Edge) + Edge) / Step;
        int node = Math.Min((int)at, Nodes - 2);
        return heights[node] + ((at - node) * (heights[node + 1] - heights[node]));
    }
}
