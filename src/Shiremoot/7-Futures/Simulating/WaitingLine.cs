namespace Shiremoot.Futures.Simulating;

/// <summary>Those who wait for a resource: a list for each priority, threaded through the people themselves.</summary>
internal struct WaitingLine
{
    public const int Priorities = 4;
    private int head0, head1, head2, head3, tail0, tail1, tail2, tail3;

    public int Servers, Busy;

    public void Empty(int servers)
    {
        (head0, head1, head2, head3) = (-1, -1, -1, -1);
        (Servers, Busy) = (servers, 0);
    }

    public void Join(int who, int priority, SimulatedPerson[] people)
    {
        people[who].Link = -1;
        ref int head = ref Head(ref this, priority), tail = ref Tail(ref this, priority);
        if (head < 0) head = who;
        else people[tail].Link = who;
        tail = who;
    }

    /// <summary>Who is next, or -1 if nobody waits.</summary>
    public int Take(SimulatedPerson[] people)
    {
        for (int priority = 0; priority < Priorities; priority++)
        {
            ref int head = ref Head(ref this, priority);
            if (head < 0) continue;
            int who = head;
            head = people[who].Link;
            return who;
        }
        return -1;
    }

    private static ref int Head(ref WaitingLine line, int priority)
    {
        switch (priority)
        {
            case 0: return ref line.head0;
            case 1: return ref line.head1;
            case 2: return ref line.head2;
            default: return ref line.head3;
        }
    }

    private static ref int Tail(ref WaitingLine line, int priority)
    {
        switch (priority)
        {
            case 0: return ref line.tail0;
            case 1: return ref line.tail1;
            case 2: return ref line.tail2;
            default: return ref line.tail3;
        }
    }
}
