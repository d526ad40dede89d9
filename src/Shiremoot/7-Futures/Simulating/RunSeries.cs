namespace Shiremoot.Futures.Simulating;

/// <summary>
/// What one run counts, by stage, group and period. A stay adds to the stock of its stage at its two ends only: on entering, the days left of
/// the period are added, on leaving they are taken away, and periods after are made up at the close from the balance of entries and leavings.
/// So a move costs the same however long the stay and however fine the periods.
/// </summary>
internal sealed class RunSeries(int rows, Periods periods, int lines)
{
    internal struct Cell
    {
        public double Days;
        public int Balance, Entries;
    }

    internal struct WaitCell
    {
        public double Days;
        public int Count;
    }

    private readonly Cell[] cells = new Cell[rows * periods.Count];
    private readonly WaitCell[] waits = new WaitCell[Math.Max(1, lines) * periods.Count];

    public Periods Periods => periods;

    /// <summary>Completed stays at stages.</summary>
    public long Moves { get; set; }

    public Cell[] Cells => cells;

    public Span<WaitCell> Waits => waits;

    public void Clear()
    {
        Array.Clear(cells);
        Array.Clear(waits);
        Moves = 0;
    }

    /// <summary>Days spent in the row in each period, the entries, and the people there at its end.</summary>
    public void Close(int row, Span<double> days, Span<double> entries, Span<double> atEnd)
    {
        long inside = 0;
        for (int p = 0; p < periods.Count; p++)
        {
            ref readonly Cell cell = ref cells[(row * periods.Count) + p];
            days[p] = cell.Days + (inside * periods.Length(p));
            inside += cell.Balance;
            (entries[p], atEnd[p]) = (cell.Entries, inside);
        }
    }
}
