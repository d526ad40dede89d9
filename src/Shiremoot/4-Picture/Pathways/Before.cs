namespace Shiremoot.Picture.Pathways;

/// <summary>What came before a case's first event of an activity, such as a first arrest.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Cases">Cases that have it.</param>
/// <param name="WithNothing">Of those, cases that have nothing before it.</param>
/// <param name="Stages">Each activity that came before in any case, the one of most cases first.</param>
/// <param name="Log">What came before as cases of their own: of each activity its first event alone.</param>
/// <param name="Orders">The orders in which activities first came; cases with nothing before are of none.</param>
sealed record Before(int Activity, int Cases, int WithNothing, IReadOnlyList<Earlier> Stages, EventColumns Log, Variants Orders)
{
    public static Before Of(EventColumns log, int activity, int threads)
    {
        List<int> first = [0], earlier = [];
        List<long> seconds = [], lead = [];
        int[] lastCase = new int[log.Names.Count], cases = new int[log.Names.Count], known = new int[log.Names.Count];
        int withIt = 0;
        for (int c = 0; c < log.Cases; c++)
        {
            ReadOnlySpan<int> path = log.PathOf(c);
            int at = path.IndexOf(activity), begin = log.First[c];
            if (at < 0) continue;
            withIt++;
            for (int e = 0; e < at; e++)
            {
                int a = path[e];
                if (lastCase[a] == withIt) continue;
                lastCase[a] = withIt;
                cases[a]++;
                earlier.Add(a);
                seconds.Add(log.Times[begin + e]);
                lead.Add(log.Times.Between(begin + e, begin + at));
                if (lead[^1] >= 0) known[a]++;
            }
            first.Add(earlier.Count);
        }
        GroupedSpans leads = new(known);
        for (int e = 0; e < earlier.Count; e++)
            if (lead[e] >= 0) leads.Put(earlier[e], lead[e]);
        Earlier[] stages = [.. Enumerable.Range(0, cases.Length).Where(a => cases[a] > 0).Select(a => new Earlier(a, cases[a], Spread.Of(leads.Of(a)))).OrderByDescending(s => s.Cases)];
        EventColumns before = new([.. first], [.. earlier], EventTimes.InSeconds([.. seconds]), log.Names);
        Variants orders = Variants.Of(before, threads);
        return new Before(activity, withIt, withIt - orders.Cases, stages, before, orders);
    }
}

/// <summary>An activity that came before.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Cases">Cases in which it did.</param>
/// <param name="Lead">From its first event to the event it came before.</param>
readonly record struct Earlier(int Activity, int Cases, Spread Lead);
