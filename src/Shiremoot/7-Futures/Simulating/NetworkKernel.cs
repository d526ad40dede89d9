using System.Runtime.CompilerServices;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Simulating;

/// <summary>
/// The loop of events. Those whose stay ends lie in a wheel of slots of time (a calendar queue: Brown, 1988), each a list threaded through the people;
/// a slot is put in order when its time comes. So an event costs the same however many people there are. One per thread; nothing is allocated per person.
/// </summary>
internal sealed partial class NetworkKernel<TPath>(SimulationPlan plan, RunSeries series, Shifts shifts)
    where TPath : struct, IPath
{
    private const int Slots = 1 << 15, Mask = Slots - 1, LookEvery = Slots / 4, Clock = -1;
    private readonly int[] slots = new int[Slots];
    private readonly int[] onlyOn = plan.OnlyOn;
    private readonly int[] ofDay = series.Periods.OfDay;
    private readonly double[] ends = series.Periods.Ends;
    private readonly bool isPlain = plan.IsPlain;
    private readonly WaitingLine[] lines = new WaitingLine[Math.Max(1, plan.Model.Resources.Count)];
    private SimulatedPerson[] people = new SimulatedPerson[1024];
    private Traits[] traits = new Traits[plan.IsPlain ? 1 : 1024];
    private double[] dueAt = new double[64];
    private int[] due = new int[64];
    private int dueCount, dueNext, later, free, used, shift;
    private double perDay = 32, end;
    private uint number;
    private long slot;
    private ulong seed;
    private TPath path;

    /// <summary>Bytes that each person in the system takes, all told.</summary>
    public double BytesPerPerson => Unsafe.SizeOf<SimulatedPerson>() + (isPlain ? 0 : Unsafe.SizeOf<Traits>()) + (sizeof(int) * (double)Slots / Math.Max(1, used));

    /// <summary>Runs from an empty system to the end.</summary>
    public void Run(TPath way, Arrivals arrivals, ulong runSeed)
    {
        Empty();
        Go(way, arrivals, runSeed, series.Periods.End);
    }

    /// <summary>Runs from an empty system up to a day, about, and keeps how things stand: what many runs may go on from.</summary>
    public StartingPoint Before(double day, TPath way, Arrivals arrivals, ulong runSeed)
    {
        Empty();
        double reached = Go(way, arrivals, runSeed, day);
        return new(reached, number, people[..used], isPlain ? [] : traits[..used]) { Due = new([.. slots], [.. lines], [.. series.Cells], [.. way.Rooms.Select(r => r?.Copy())], new(free, used, later, shift, slot, perDay)) };
    }

    /// <summary>Goes on from how things stood, with chances of its own.</summary>
    public void GoOn(StartingPoint from, TPath way, Arrivals arrivals, ulong runSeed)
    {
        StartingPoint.Queues due = from.Due!;
        if (people.Length < from.Count) Array.Resize(ref people, 2 * from.Count);
        from.People.CopyTo(people, 0);
        if (!isPlain)
        {
            if (traits.Length < people.Length) Array.Resize(ref traits, people.Length);
            from.Traits.CopyTo(traits, 0);
        }
        due.Slots.CopyTo(slots, 0);
        due.Lines.CopyTo(lines, 0);
        due.Cells.CopyTo(series.Cells, 0);
        (free, used, later, shift, slot, perDay) = due.Stand;
        number = from.Next;
        for (int service = 0; service < way.Rooms.Length; service++)
            if (due.Rooms[service] is { } held) way.Rooms[service]!.Fill(held);
        Go(way, arrivals, runSeed, series.Periods.End);
    }

    private void Empty()
    {
        (later, free, used, slot, shift, number) = (-1, -1, 0, 0, 0, 0);
        slots.AsSpan().Fill(-1);
        for (int r = 0; r < plan.Model.Resources.Count; r++) lines[r].Empty(shifts.AtStart(r));
    }

    // Runs up to a day, about, and says up to which.
    private double Go(TPath way, Arrivals arrivals, ulong runSeed, double until)
    {
        (path, seed, end) = (way, runSeed, series.Periods.End);
        long lookAt = slot + LookEvery, moves = 0, before = 0;
        while (slot < until * perDay)
        {
            (dueCount, dueNext) = (0, 0);
            double slotEnd = Math.Min(end, (slot + 1) / perDay);
            for (; arrivals.Next < slotEnd; arrivals.MoveOn()) Arrive(arrivals.Next, number++);
            for (int s = shift; s < shifts.Count && shifts.Day(s) < slotEnd; s++) Insert(Clock, shifts.Day(s));
            for (int who = slots[slot & Mask], next; who >= 0; who = next)
            {
                next = people[who].Link;
                Insert(who, people[who].At);
            }
            slots[slot & Mask] = -1;
            while (dueNext < dueCount)
            {
                int who = due[dueNext];
                double now = dueAt[dueNext++];
                if (who == Clock)
                {
                    Shift(now);
                    continue;
                }
                int stage = people[who].Stage;
                if (stage >= 0) moves++;
                Move(who, stage, now);
            }
            if ((++slot & Mask) == 0) TakeLater();
            if (slot != lookAt) continue;
            double each = (moves - before) / (double)LookEvery;
            if (each is > 6 or < 1.5) Widen(each);
            (lookAt, before) = (slot + LookEvery, moves);
        }
        series.Moves += moves;
        return slot / perDay;
    }

    private void Arrive(double now, uint its)
    {
        int who = Seat(now, its);
        if (path.Arrive(ref people[who], ref TraitsOf(who), seed)) Insert(who, now);
        else Leave(who);
    }

    // Room for somebody who comes in.
    private int Seat(double now, uint its)
    {
        int who = free;
        if (who >= 0) free = people[who].Link;
        else
        {
            who = used++;
            if (who == people.Length) Array.Resize(ref people, 2 * who);
            if (!plan.IsPlain && who == traits.Length) Array.Resize(ref traits, 2 * who);
        }
        people[who] = SimulatedPerson.New(its, now);
        return who;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Traits TraitsOf(int who) => ref traits[isPlain ? 0 : who];

    // Ends a stay and begins the next, passing through stages that take no time.
    private void Move(int who, int stage, double now)
    {
        ref SimulatedPerson person = ref people[who];
        ref Traits its = ref TraitsOf(who);
        int period = ofDay[(int)now];
        long left = RunSeries.Left(ends[period] - now);
        int next;
        if (stage >= 0)
        {
            series.Leaves(person, stage, period, left);
            if (plan.Line[stage] >= 0) Serve(plan.Line[stage], now, period);
            next = path.Next(ref person, ref its, stage, now);
        }
        else
        {
            next = path.Begin(ref person, ref its, plan.Entry, now);
        }
        while (next >= 0)
        {
            if (onlyOn[next] != SimulationPlan.Branches && path.KeepsTo(next))
            {
                series.Passes(person, next, period);
                next = onlyOn[next];
                continue;
            }
            double days = Entering.At(plan.BeginsCase[next], seed, path, ref person, ref its, next, now);
            // Of those who wait it is not known when they will leave: what begins then is counted as if they did not wait.
            if (plan.Lasts[next]) path.SpansOf(person, its, now).Count(series, seed, person, its, next, days, now);
            ref RunSeries.Cell to = ref series.Enters(person, next, period);
            int line = plan.Line[next];
            if (line < 0 && days <= 0)
            {
                next = path.Next(ref person, ref its, next, now);
                continue;
            }
            person.Stage = (short)next;
            to.Ticks += left;
            to.Balance++;
            if (line >= 0) Wait(who, ref person, line, days, now, period);
            else Schedule(who, ref person, now + days);
            return;
        }
        Leave(who);
    }

    private void Wait(int who, ref SimulatedPerson person, int at, double days, double now, int period)
    {
        ref WaitingLine line = ref lines[at];
        if (line.Busy < line.Servers)
        {
            line.Busy++;
            series.Waits[(at * series.Periods.Count) + period].Count++;
            Schedule(who, ref person, now + days);
            return;
        }
        (person.At, person.Work) = (now, days);
        line.Join(who, plan.Priority[person.Stage], people);
    }

    // A server is free: the next in line begins, if there is one and the server still works.
    private void Serve(int at, double now, int period)
    {
        ref WaitingLine line = ref lines[at];
        int who = line.Busy <= line.Servers ? line.Take(people) : -1;
        if (who < 0)
        {
            line.Busy--;
            return;
        }
        ref SimulatedPerson person = ref people[who];
        ref RunSeries.WaitCell wait = ref series.Waits[(at * series.Periods.Count) + period];
        wait.Days += now - person.At;
        wait.Count++;
        Schedule(who, ref person, now + person.Work);
    }

    private void Leave(int who)
    {
        people[who].Link = free;
        free = who;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Schedule(int who, ref SimulatedPerson person, double at)
    {
        person.At = at;
        if (at >= end)
        {
            // Nothing more happens to them within the time asked: the balance of their stage holds them to the end.
            Leave(who);
            return;
        }
        long its = (long)(at * perDay);
        if (its <= slot) Insert(who, at);
        else if (its - slot < Slots) (person.Link, slots[its & Mask]) = (slots[its & Mask], who);
        else (person.Link, later) = (later, who);
    }
}
