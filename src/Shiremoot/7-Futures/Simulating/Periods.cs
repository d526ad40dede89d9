namespace Shiremoot.Futures.Simulating;

/// <summary>The stretches of time that figures are kept for, from day 0 to the end.</summary>
internal sealed class Periods
{
    private readonly double[] ends;
    private readonly int[] ofDay;

    /// <param name="ends">The end of each in whole days, rising; the first begins on day 0.</param>
    public Periods(IReadOnlyList<int> ends)
    {
        this.ends = [.. ends];
        ofDay = new int[ends[^1]];
        int p = 0;
        for (int day = 0; day < ofDay.Length; day++)
        {
            if (day >= ends[p]) p++;
            ofDay[day] = p;
        }
    }

    public int Count => ends.Length;

    /// <summary>The day after the last.</summary>
    public double End => ends[^1];

    public double[] Ends => ends;

    public int[] OfDay => ofDay;

    public double Length(int period) => ends[period] - (period == 0 ? 0 : ends[period - 1]);
}
