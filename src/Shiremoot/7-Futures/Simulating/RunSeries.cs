using System.Numerics;
using System.Runtime.CompilerServices;

namespace Shiremoot.Futures.Simulating;

/// <summary>
/// What one run counts, by stage, group and period. A stay adds to the stock of its stage at its two ends only: on entering, the time left of
/// the period is added, on leaving it is taken away, and periods after are made up at the close from the balance of entries and leavings.
/// So a move costs the same however long the stay and however fine the periods. Time is in whole ticks: sums are the same in whatever order they are made.
/// </summary>
internal sealed class RunSeries(SimulationPlan plan, Periods periods)
{
    /// <summary>Ticks in a day: a tick is a twelfth of a second.</summary>
    private const int TicksADay = 1 << 20;

    internal struct Cell
    {
        public long Ticks;
        public int Balance, Entries;
    }

    internal struct WaitCell
    {
        public double Days;
        public int Count;
    }

    private readonly int rows = plan.Rows, stages = plan.Stages, firstSpan = plan.Stages + plan.Services.Length, count = periods.Count;
    private readonly Cell[] cells = new Cell[plan.Rows * plan.Groups.Count * periods.Count];
    private double keptFrom;
    private readonly WaitCell[] waits = new WaitCell[Math.Max(1, plan.Model.Resources.Count) * periods.Count];

    public Periods Periods => periods;

    /// <summary>Completed stays at stages.</summary>
    public long Moves { get; set; }

    public Cell[] Cells => cells;

    public Span<WaitCell> Waits => waits;

    /// <summary>The ticks left of a period at a moment in it.</summary>
    public static long Left(double days) => unchecked((long)(days * TicksADay));

    public void Clear()
    {
        Array.Clear(cells);
        Array.Clear(waits);
        Moves = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leaves(in SimulatedPerson person, int stage, int period, long left)
    {
        ref Cell from = ref cells[(((person.Group * rows) + stage) * count) + period];
        from.Ticks -= left;
        from.Balance--;
    }

    /// <summary>Somebody enters a stage, and perhaps the services offered there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Cell Enters(in SimulatedPerson person, int stage, int period)
    {
        if (person.Took != 0) CountServices(person, period);
        ref Cell to = ref cells[(((person.Group * rows) + stage) * count) + period];
        to.Entries++;
        return ref to;
    }

    private void CountServices(in SimulatedPerson person, int period)
    {
        for (uint took = person.Took; took != 0; took &= took - 1)
            cells[(((person.Group * rows) + stages + BitOperations.TrailingZeroCount(took)) * count) + period].Entries++;
    }

    /// <summary>Somebody enters a stage at which nothing happens.</summary>
    public void Passes(in SimulatedPerson person, int stage, int period) => cells[(((person.Group * rows) + stage) * count) + period].Entries++;

    /// <summary>Something begins that lasts on its own; before the day from which it is kept, it is put by for whoever goes on from there.</summary>
    public void Lasts(in OpenSpan span)
    {
        if (PutBy is { } kept)
        {
            if (span.Until > keptFrom) kept.Add(span);
            return;
        }
        double end = periods.End;
        if (span.From >= end) return;
        int row = ((span.Group * rows) + firstSpan + span.Kind) * count, begins = periods.OfDay[(int)span.From];
        ref Cell from = ref cells[row + begins];
        from.Entries++;
        from.Balance++;
        from.Ticks += Left(periods.Ends[begins] - span.From);
        if (span.Until >= end) return;
        int ends = periods.OfDay[(int)span.Until];
        ref Cell until = ref cells[row + ends];
        until.Balance--;
        until.Ticks -= Left(periods.Ends[ends] - span.Until);
    }

    /// <summary>From now on, what lasts on its own beyond a day is put by, and not counted.</summary>
    public void PutByFrom(double day) => (PutBy, keptFrom) = ([], day);

    /// <summary>What was put by; null while it is counted.</summary>
    public List<OpenSpan>? PutBy { get; private set; }

    /// <summary>Somebody is in a stage since before the second period.</summary>
    public void Stands(in SimulatedPerson person) => cells[((person.Group * rows) + person.Stage) * count].Balance++;

    /// <summary>Adds what another run of the same model and periods has counted.</summary>
    public void Add(RunSeries other)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            ref Cell cell = ref cells[i];
            ref readonly Cell its = ref other.cells[i];
            cell.Ticks += its.Ticks;
            cell.Balance += its.Balance;
            cell.Entries += its.Entries;
        }
        Moves += other.Moves;
    }

    /// <summary>Days spent in the row in each period, the entries, and the people there at its end.</summary>
    public void Close(int row, Span<double> days, Span<double> entries, Span<double> atEnd)
    {
        long inside = 0;
        for (int p = 0; p < count; p++)
        {
            ref readonly Cell cell = ref cells[(row * count) + p];
            days[p] = (cell.Ticks / (double)TicksADay) + (inside * periods.Length(p));
            inside += cell.Balance;
            (entries[p], atEnd[p]) = (cell.Entries, inside);
        }
    }
}
