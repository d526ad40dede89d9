using System.Runtime.CompilerServices;

namespace Shiremoot.Futures.Simulating;

/// <summary>Those who wait for a resource: a list for each priority, threaded through the people themselves.</summary>
internal struct WaitingLine
{
    public const int Priorities = 4;
    private EachPriority heads, tails;

    public int Servers, Busy;

    public void Empty(int servers)
    {
        ((Span<int>)heads).Fill(-1);
        (Servers, Busy) = (servers, 0);
    }

    public void Join(int who, int priority, SimulatedPerson[] people)
    {
        people[who].Link = -1;
        if (heads[priority] < 0) heads[priority] = who;
        else people[tails[priority]].Link = who;
        tails[priority] = who;
    }

    /// <summary>Who is next, or -1 if nobody waits.</summary>
    public int Take(SimulatedPerson[] people)
    {
        for (int priority = 0; priority < Priorities; priority++)
        {
            int who = heads[priority];
            if (who < 0) continue;
            heads[priority] = people[who].Link;
            return who;
        }
        return -1;
    }

    [InlineArray(Priorities)]
    private struct EachPriority
    {
        private int first;
    }
}
