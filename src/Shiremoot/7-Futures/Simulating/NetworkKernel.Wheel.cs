namespace Shiremoot.Futures.Simulating;

/// <summary>The wheel of slots of time: what is due next, and what comes later.</summary>
internal sealed partial class NetworkKernel<TPath>
{
    // Into the slot that is being worked through, in order of time, then of arrival.
    private void Insert(int who, double at)
    {
        if (dueCount == due.Length)
        {
            Array.Resize(ref due, 2 * dueCount);
            Array.Resize(ref dueAt, 2 * dueCount);
        }
        int i = dueCount++;
        for (; i > dueNext && (dueAt[i - 1] > at || (dueAt[i - 1] == at && IsBefore(who, due[i - 1]))); i--) (dueAt[i], due[i]) = (dueAt[i - 1], due[i - 1]);
        (dueAt[i], due[i]) = (at, who);
    }

    // Of two events at one moment: the clock's, then whose person came in first.
    private bool IsBefore(int who, int other) => other != Clock && (who == Clock || people[who].Number < people[other].Number);

    // The number of servers of a resource changes; whoever waits for one that is now there begins.
    private void Shift(double now)
    {
        (int at, int servers) = shifts[shift++];
        ref WaitingLine line = ref lines[at];
        line.Servers = servers;
        int period = series.Periods.OfDay[(int)now];
        while (line.Busy < line.Servers)
        {
            line.Busy++;
            int before = line.Busy;
            Serve(at, now, period);
            if (line.Busy < before) return;
        }
    }

    // Those beyond the wheel's turn come into it as the next turn begins.
    private void TakeLater()
    {
        int who = later;
        later = -1;
        while (who >= 0)
        {
            int next = people[who].Link;
            ref SimulatedPerson person = ref people[who];
            long its = (long)(person.At * perDay);
            if (its - slot < Slots) (person.Link, slots[its & Mask]) = (slots[its & Mask], who);
            else (person.Link, later) = (later, who);
            who = next;
        }
    }

    // Slots are made wider or narrower so that each holds a few events; the order of events does not hang on it.
    private void Widen(double each)
    {
        double now = slot / perDay;
        perDay *= Math.Clamp(Math.ScaleB(1, (int)Math.Round(Math.Log2(Math.Max(each, 1e-3) / 3))), 1 / 64.0, 64);
        int all = later;
        for (int s = 0; s < Slots; s++)
        {
            while (slots[s] >= 0)
            {
                int who = slots[s];
                slots[s] = people[who].Link;
                people[who].Link = all;
                all = who;
            }
        }
        slot = (long)(now * perDay);
        later = all;
        TakeLater();
    }
}
