using Shiremoot.Terms;

namespace Shiremoot.Bench;

/// <summary>Made-up events in the order of time, as a log has them: a case number, an activity and seconds a row.</summary>
sealed class PathwayRows
{
    public static readonly string[] Names = ["arrest", "interview", "charge", "first hearing", "bail", "remand", "trial", "plea", "sentence", "supervision", "breach", "release"];

    private const int Least = 3, Spread = 15; // mean 10 events a case
    private const uint Purpose = 77;

    private PathwayRows(int[] ofCase, int[] activity, long[] ticks, int cases) => (Case, Activity, Ticks, Cases) = (ofCase, activity, ticks, cases);

    public int[] Case { get; }

    public int[] Activity { get; }

    public long[] Ticks { get; }

    public int Cases { get; }

    public static PathwayRows Make(int cases, ulong seed)
    {
        List<int> ofCase = [], activity = [];
        List<long> ticks = [];
        for (int c = 0; c < cases; c++)
        {
            Chance chance = new(seed, (ulong)c, Purpose);
            long day = chance.Below(3_650);
            int at = 0;
            for (int e = Least + chance.Below(Spread); e > 0; e--)
            {
                ofCase.Add(c);
                activity.Add(at);
                ticks.Add(((day * 86_400) + chance.Below(40_000)) * TimeSpan.TicksPerSecond);
                day += 1 + chance.Below(60);
                at = chance.Happens(0.85) ? (at + 1) % Names.Length : chance.Below(Names.Length); // mostly onwards, sometimes anywhere
            }
        }
        long[] times = [.. ticks];
        int[] order = [.. Enumerable.Range(0, times.Length)], cased = [.. ofCase], acts = [.. activity];
        Array.Sort(times, order);
        return new PathwayRows(Array.ConvertAll(order, o => cased[o]), Array.ConvertAll(order, o => acts[o]), times, cases);
    }
}
