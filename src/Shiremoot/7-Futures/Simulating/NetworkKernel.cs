using System.Numerics;
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
    private const int Slots = 1 << 15, Mask = Slots - 1, LookEvery = Slots / 4, Clock = -1, Branches = -2, OnTheirWay = -3;
    private readonly int[] slots = new int[Slots];
    private readonly int[] onlyOn = plan.OnlyOn;
    private readonly int rows = plan.Rows;
    private readonly int[] ofDay = series.Periods.OfDay;
    private readonly double[] ends = series.Periods.Ends;
    private readonly bool isPlain = plan.IsPlain, isSingle = plan.IsOfSinglePeople;
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
    public double BytesPerPerson => Unsafe.SizeOf<SimulatedPerson>() + (isPlain ? 0 : Unsafe.SizeOf<Traits>()) + (isSingle ? 0 : sizeof(int) * (double)Slots / Math.Max(1, used));

    /// <summary>Runs from an empty system to the end.</summary>
    public void Run(TPath way, Arrivals arrivals, ulong runSeed)
    {
        Empty();
        Go(way, arrivals, runSeed, series.Periods.End);
    }

    /// <summary>Runs from an empty system up to a day, about, and keeps how things stand: what many runs may go on from.</summary>
    public Past Before(double day, TPath way, Arrivals arrivals, ulong runSeed)
    {
        Empty();
        double reached = Go(way, arrivals, runSeed, day);
        return new(reached, people[..used], plan.IsPlain ? [] : traits[..used], [.. slots], [.. lines], [.. series.Cells], new(free, used, later, shift, slot, number, perDay));
    }

    /// <summary>Goes on from a past, with chances of its own.</summary>
    public void GoOn(Past past, TPath way, Arrivals arrivals, ulong runSeed)
    {
        if (people.Length < past.People.Length) Array.Resize(ref people, 2 * past.People.Length);
        past.People.CopyTo(people, 0);
        if (!plan.IsPlain)
        {
            if (traits.Length < people.Length) Array.Resize(ref traits, people.Length);
            past.Traits.CopyTo(traits, 0);
        }
        past.Slots.CopyTo(slots, 0);
        past.Lines.CopyTo(lines, 0);
        past.Cells.CopyTo(series.Cells, 0);
        (free, used, later, shift, slot, number, perDay) = past.Stand;
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
        if (isSingle) return GoOneByOne(arrivals, until);
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

    // Where nobody waits for anybody the order of events between people changes nothing: each is followed for as long as need be.
    private double GoOneByOne(Arrivals arrivals, double until)
    {
        long moves = 0;
        for (int who = 0, there = used; who < there; who++)
            if (people[who].Link == OnTheirWay) moves += Follow(who, until);
        for (; arrivals.Next < until; arrivals.MoveOn())
        {
            int who = Seat(arrivals.Next, number++);
            if (path.Arrive(ref people[who], ref TraitsOf(who), seed)) moves += Follow(who, until);
            else Leave(who);
        }
        series.Moves += moves;
        return until;
    }

    private int Follow(int who, double until)
    {
        int moves = 0;
        ref SimulatedPerson person = ref people[who];
        person.Link = OnTheirWay;
        while (person.Link == OnTheirWay && person.At < until)
        {
            int stage = person.Stage;
            if (stage >= 0) moves++;
            Move(who, stage, person.At);
        }
        return moves;
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
        ref SimulatedPerson person = ref people[who];
        (person.Number, person.Case, person.Stage, person.Group, person.At) = (its, 0, -1, 0, now);
        return who;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Traits TraitsOf(int who) => ref traits[isPlain ? 0 : who];

    // Ends a stay and begins the next, passing through stages that take no time.
    private void Move(int who, int stage, double now)
    {
        ref SimulatedPerson person = ref people[who];
        ref Traits its = ref TraitsOf(who);
        int period = ofDay[(int)now], count = ends.Length;
        double left = ends[period] - now;
        RunSeries.Cell[] cells = series.Cells;
        int next;
        if (stage >= 0)
        {
            ref RunSeries.Cell from = ref cells[(((person.Group * rows) + stage) * count) + period];
            from.Days -= left;
            from.Balance--;
            if (plan.Line[stage] >= 0) Serve(plan.Line[stage], now, period);
            next = path.Next(ref person, ref its, stage, now);
        }
        else
        {
            next = path.Begin(ref person, ref its, plan.Entry, now);
        }
        while (next >= 0)
        {
            if (onlyOn[next] != Branches && path.KeepsTo(next))
            {
                cells[(((person.Group * rows) + next) * count) + period].Entries++;
                next = onlyOn[next];
                continue;
            }
            double days = Enter(ref person, ref its, next, now);
            ref RunSeries.Cell to = ref cells[(((person.Group * rows) + next) * count) + period];
            to.Entries++;
            if (person.Took != 0) CountServices(ref person, period);
            int line = plan.Line[next];
            if (line < 0 && days <= 0)
            {
                next = path.Next(ref person, ref its, next, now);
                continue;
            }
            person.Stage = (short)next;
            to.Days += left;
            to.Balance++;
            if (line >= 0) Wait(who, ref person, line, days, now, period);
            else Schedule(who, ref person, now + days);
            return;
        }
        Leave(who);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Enter(ref SimulatedPerson person, ref Traits its, int stage, double now)
    {
        if (plan.BeginsCase[stage]) (person.Case, person.Visited, person.Repeat) = ((ushort)(person.Case + 1), 0, 0);
        ulong bit = 1UL << stage;
        uint repeat = (person.Visited & bit) == 0 ? 0u : ++person.Repeat;
        person.Visited |= bit;
        Chance chance = new(seed, person.Number | ((ulong)person.Case << 32) | ((ulong)repeat << 48), (uint)stage);
        (person.Luck, person.Took) = (chance.Bits(), 0);
        return path.Enter(ref person, ref its, stage, now, ref chance);
    }

    private void CountServices(ref SimulatedPerson person, int period)
    {
        for (uint took = person.Took; took != 0; took &= took - 1)
            series.Cells[(((person.Group * rows) + plan.Stages + BitOperations.TrailingZeroCount(took)) * series.Periods.Count) + period].Entries++;
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
        if (isSingle) return;
        long its = (long)(at * perDay);
        if (its <= slot) Insert(who, at);
        else if (its - slot < Slots) (person.Link, slots[its & Mask]) = (slots[its & Mask], who);
        else (person.Link, later) = (later, who);
    }
}
