namespace Shiremoot.Futures;

/// <summary>What errors of a series are measured in, so that those of many can be added. Used for scoring alone: no forecast sees it.</summary>
internal sealed class FlowScale(FlowTable table)
{
    private const int Year = 4;

    // A series that does the same every year is measured by its change on the quarter.
    private readonly double[] onYear = [.. table.Values.Select(y => Change(y, Year) is > 0 and { } year ? year : Change(y, 1))];

    /// <summary>Scores some points, pooled over series.</summary>
    public FlowScore Score(string of, IReadOnlyList<FlowPoint> points)
    {
        double ours = 0, last = 0, year = 0, before = 0;
        int scaled = 0, scaledBefore = 0;
        foreach (FlowPoint p in points)
        {
            if (onYear[p.Series] > 0)
            {
                ours += p.Error / onYear[p.Series];
                last += p.ErrorOfLast / onYear[p.Series];
                year += p.ErrorOfLastYear / onYear[p.Series];
                scaled++;
            }
            if (Before(p) is > 0 and { } step)
            {
                before += p.Error / step;
                scaledBefore++;
            }
        }
        return new(of, points.Count, scaled > 0 ? ours / scaled : null, scaledBefore > 0 ? before / scaledBefore : null, Ratio(ours, last), Ratio(ours, year), points.Count(p => p.IsHeld));
    }

    private double Before(FlowPoint p)
    {
        double[] y = table.Values[p.Series];
        double sum = 0;
        for (int t = 1; t < p.Origin; t++) sum += Math.Abs(y[t] - y[t - 1]);
        return sum / (p.Origin - 1);
    }

    private static double Change(double[] y, int back) => Enumerable.Range(back, y.Length - back).Average(t => Math.Abs(y[t] - y[t - back]));

    private static double? Ratio(double ours, double theirs) => theirs > 1e-12 ? ours / theirs : null;
}
