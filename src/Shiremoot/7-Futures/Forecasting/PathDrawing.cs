using Shiremoot.Terms;

namespace Shiremoot.Futures.Forecasting;

/// <summary>
/// Draws ways the quarters to come may go. Errors of a series walk: what is missed in one quarter is mostly missed in the next. Series share part of each
/// step, as much as the errors of the past went together. At each quarter the middle nine tenths of paths are the interval of the forecast.
/// </summary>
static class PathDrawing
{
    private const uint Purpose = 0x464C4F57;
    private static readonly double Normal = NormalQuantile.At((1 + FlowRules.Confidence) / 2);

    /// <summary>One path: levels by series and quarter, into a row for each series.</summary>
    public static void Draw(Standing at, StockFlow stocks, double together, ulong seed, int draw, Span<double> path, int ahead)
    {
        Known known = at.Known;
        Chance chance = new(seed, (ulong)draw, Purpose);
        Span<double> common = stackalloc double[FlowRules.MostAhead];
        for (int h = 0; h < ahead; h++) common[h] = Math.Sqrt(together) * chance.Normal();
        double alone = Math.Sqrt(1 - together);
        int n = known.Specs.Count;
        for (int s = 0; s < n; s++)
        {
            double walked = 0;
            for (int h = 0; h < ahead; h++)
            {
                walked += common[h] + (alone * chance.Normal());
                path[(s * ahead) + h] = known.ToLevel(s, at.Centre[s][h] + (at.Half[s][h] / Normal * walked / Math.Sqrt(h + 1)));
            }
        }
        // Where a stock has always been the sum of its flows, it is so on every path.
        double[]? flows = null;
        for (int s = 0; s < n; s++)
        {
            if (!stocks.IsExact(known, s)) continue;
            double[] held = flows ??= path.ToArray();
            stocks.Follow(known, s, (f, h) => held[(f * ahead) + h], path.Slice(s * ahead, ahead));
        }
    }
}
