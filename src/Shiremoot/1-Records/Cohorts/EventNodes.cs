using Shiremoot.Terms;

namespace Shiremoot.Records.Cohorts;

/// <summary>The first and last day of a stretch beside a day, for every row; both unknown where the day is.</summary>
sealed class WindowNode(Window window, DayNode point)
{
    public (int[] Least, int[] Most) Of(StoryRows rows)
    {
        int[] at = point.Of(rows), least = new int[at.Length], most = new int[at.Length];
        int last = Days.Unknown; // most people share a day, or none does
        (int Least, int Most) bounds = (Days.Unknown, Days.Unknown);
        for (int i = 0; i < at.Length; i++)
        {
            if (at[i] != last) bounds = (last = at[i]) == Days.Unknown ? (Days.Unknown, Days.Unknown) : Bounds(at[i]);
            (least[i], most[i]) = bounds;
        }
        return (least, most);
    }

    private (int Least, int Most) Bounds(int day)
    {
        int after = window.Length is { } n ? DayMath.Plus(day, n, window.Unit) : int.MaxValue;
        int before = window.Length is { } m ? DayMath.Plus(day, -m, window.Unit) : int.MinValue + 1;
        (int least, int most) = window.Side switch
        {
            Side.After => (day + 1, after),
            Side.OnOrAfter => (day, after),
            Side.Before => (before, day - 1),
            Side.OnOrBefore => (before, day),
            _ => (day, day),
        };
        return least == Days.Unknown || most == Days.Unknown ? (Days.Unknown, Days.Unknown) : (least, most);
    }
}

/// <summary>What exists, count, first and last share: which events of each person fit.</summary>
sealed class EventSearch(bool[] wantedKinds, Condition? where, IReadOnlyList<WindowNode> windows)
{
    public (int[] Sure, int[] Maybe, int[] First, int[] Last) Of(StoryRows rows)
    {
        byte[] truth = where?.Of(rows.Events) ?? [];
        (int[] least, int[] most, bool[] inDoubt) = Bounds(rows);
        int[] sure = new int[rows.Count], maybe = new int[rows.Count], first = new int[rows.Count], last = new int[rows.Count];
        EventKernel.Tally(rows.Wanted, rows.First, rows.Events.Kinds, rows.Events.Starts, wantedKinds, truth, least, most, inDoubt, sure, maybe, first, last);
        return (sure, maybe, first, last);
    }

    // The days all known windows share; where some window is not known, days outside the known ones are out all the same.
    private (int[] Least, int[] Most, bool[] InDoubt) Bounds(StoryRows rows)
    {
        if (windows.Count == 0) return ([], [], []);
        int[] least = Columns.Filled(rows.Count, int.MinValue + 1), most = Columns.Filled(rows.Count, int.MaxValue);
        bool[] inDoubt = new bool[rows.Count];
        foreach (WindowNode window in windows)
        {
            (int[] from, int[] until) = window.Of(rows);
            for (int i = 0; i < from.Length; i++)
            {
                if (from[i] == Days.Unknown) inDoubt[i] = true;
                else (least[i], most[i]) = (Math.Max(least[i], from[i]), Math.Min(most[i], until[i]));
            }
        }
        return (least, most, inDoubt);
    }
}

sealed class ExistsNode(EventSearch search) : Condition
{
    public override byte[] Of(StoryRows rows)
    {
        (int[] sure, int[] maybe, _, _) = search.Of(rows);
        byte[] made = new byte[rows.Count];
        for (int p = 0; p < made.Length; p++) made[p] = sure[p] > 0 ? Truth.Yes : maybe[p] > 0 ? Truth.Unknown : Truth.No;
        return made;
    }
}

sealed class CountNode(EventSearch search) : NumberNode
{
    public override double[] Of(StoryRows rows)
    {
        (int[] sure, int[] maybe, _, _) = search.Of(rows);
        double[] made = new double[rows.Count];
        for (int p = 0; p < made.Length; p++) made[p] = maybe[p] > 0 ? double.NaN : sure[p];
        return made;
    }
}

sealed class FirstOrLastNode(EventSearch search, bool isFirst) : DayNode
{
    public override int[] Of(StoryRows rows)
    {
        (_, _, int[] first, int[] last) = search.Of(rows);
        return isFirst ? first : last;
    }
}
