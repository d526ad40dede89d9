namespace Shiremoot.Economics.Chances;

/// <summary>
/// The share of all lines below a value. A line is the parabola through its three points on the scale of the common shape, and the share of it below a
/// value lies between, or outside, the two places where it has that value.
/// </summary>
internal static class LineKernel
{
    /// <summary>Adds up, for each value asked, the share of each line below it, and how fast that share rises with the value.</summary>
    /// <param name="shape">The scale.</param>
    /// <param name="along">Where each draw lies.</param>
    /// <param name="outcome">The outcome there.</param>
    /// <param name="toFirst">How much it changes at the first of <see cref="LinePlaces"/>.</param>
    /// <param name="toSecond">And at the second.</param>
    /// <param name="values">What is asked of.</param>
    /// <param name="below">For each value, the sum of shares.</param>
    /// <param name="rises">For each value, the sum of what the shares rise by a unit of the outcome.</param>
    public static void Add(
        LineShape shape, ReadOnlySpan<float> along, ReadOnlySpan<double> outcome, ReadOnlySpan<float> toFirst, ReadOnlySpan<float> toSecond,
        ReadOnlySpan<double> values, Span<double> below, Span<double> rises)
    {
        ReadOnlySpan<float> shares = shape.Shares;
        double lowest = shape.Lowest, cells = shape.CellsAUnit;
        for (int n = 0; n < along.Length; n++)
        {
            // Outcome less its own here = bend × d² + slope × d, d the height above the draw's own, by divided differences.
            double own = shape.Height(along[n]), first = shape.Height(LinePlaces.First(along[n])) - own, second = shape.Height(LinePlaces.Second(along[n])) - own;
            double one = toFirst[n] / first, other = toSecond[n] / second, bend = (other - one) / (second - first), slope = one - (bend * first);
            double start = (own - lowest) * cells;
            for (int v = 0; v < values.Length; v++)
            {
                double up = values[v] - outcome[n], square = (slope * slope) + (4 * bend * up);
                if (!(square > 0))
                {
                    below[v] += bend > 0 ? 0 : bend < 0 || up >= 0 ? 1 : 0;
                    continue;
                }
                double root = Math.Sqrt(square), half = -0.5 * (slope + Math.CopySign(root, slope));
                double between = Math.Abs(Below(shares, start + (half / bend * cells), out float a) - Below(shares, start - (up / half * cells), out float b));
                below[v] += bend >= 0 ? between : 1 - between;
                rises[v] += (a + b) * cells / root;
            }
        }
    }

    // Beyond the table nothing, or all; the step is that of the cell.
    private static double Below(ReadOnlySpan<float> shares, double cell, out float step)
    {
        step = 0;
        if (!(cell > 0)) return 0;
        if (cell >= shares.Length - 1) return 1;
        int c = (int)cell;
        step = shares[c + 1] - shares[c];
        return shares[c] + ((cell - c) * step);
    }
}
