using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>Adds up spells and cases, a person after another. One tally is one thread's.</summary>
sealed class SpellTally(SpellRows rows, CostFrame frame)
{
    private readonly int years = frame.Years.All.Count;

    // Of the person at hand: by price, up to which day its last spell was counted, and of which event it was; by row, cost, number and length.
    private readonly int[] until = new int[rows.RowOf.Length], lastEvent = new int[rows.RowOf.Length];
    private readonly long[] cost = new long[rows.Count + 1], number = new long[rows.Count + 1], length = new long[rows.Count + 1];
    private readonly CaseSpans cases = new(rows);

    /// <summary>By row, price and year: events, nights or days.</summary>
    public long[] Quantity { get; } = new long[rows.Count * frame.Quantities];

    /// <summary>By row, the last being all: people, and the two with the most, of cost, number and length.</summary>
    public CostTop[] Cost { get; } = new CostTop[rows.Count + 1];

    public CostTop[] Number { get; } = new CostTop[rows.Count + 1];

    public CostTop[] Length { get; } = new CostTop[rows.Count + 1];

    public long[] Numbers { get; } = new long[rows.Count + 1];

    public long[] Lengths { get; } = new long[rows.Count + 1];

    public void Hear(int person, ReadOnlySpan<CostEntry> entries)
    {
        if (entries.IsEmpty) return;
        Array.Fill(until, Days.Unknown);
        bool hasCases = false;
        foreach (ref readonly CostEntry entry in entries)
        {
            if (!HasCost(entry)) continue;
            if (rows.RowOf[entry.Rule] is >= 0 and var row) Spell(entry, row);
            else if (rows.IsOfCase[entry.Rule]) hasCases = true;
            else Count(entry, rows.Other);
        }
        if (hasCases) Cases(person, entries);
        Put();
    }

    public void Add(SpellTally other)
    {
        for (int q = 0; q < Quantity.Length; q++) Quantity[q] += other.Quantity[q];
        for (int r = 0; r <= rows.Count; r++)
        {
            Cost[r].Join(other.Cost[r]);
            Number[r].Join(other.Number[r]);
            Length[r].Join(other.Length[r]);
            (Numbers[r], Lengths[r]) = (Numbers[r] + other.Numbers[r], Lengths[r] + other.Lengths[r]);
        }
    }

    // A spell goes on where it is the same event in another year, or begins where the last one of its price ended.
    private void Spell(CostEntry entry, int row)
    {
        int rule = entry.Rule;
        bool goesOn = until[rule] != Days.Unknown && until[rule] == entry.Day && (rows.IsOnce[rule] || lastEvent[rule] == entry.Event);
        if (!goesOn) number[row]++;
        (until[rule], lastEvent[rule]) = (entry.Day + entry.Quantity, entry.Event);
        length[row] += entry.Quantity;
        Price(entry, row);
    }

    private void Cases(int person, ReadOnlySpan<CostEntry> entries)
    {
        cases.Read(person);
        foreach (ref readonly CostEntry entry in entries)
        {
            if (!rows.IsOfCase[entry.Rule] || !HasCost(entry)) continue;
            int at = cases.Of(entry.Day);
            if (at < 0)
            {
                Count(entry, rows.NoCase);
                continue;
            }
            int row = cases.IsOpen(at) ? rows.Open : rows.Case;
            if (cases.IsFirstOf(at))
            {
                number[row]++;
                if (row == rows.Case) length[row] += cases.DaysOf(at);
            }
            Price(entry, row);
        }
    }

    // What has no cost of the kind asked for is no spell and no case here.
    private bool HasCost(CostEntry entry) => (entry.Rule * years) + entry.Year is var at && frame.Cells.FirstAt[at] < frame.Cells.FirstAt[at + 1];

    private void Count(CostEntry entry, int row)
    {
        number[row]++;
        Price(entry, row);
    }

    private void Price(CostEntry entry, int row)
    {
        int at = (entry.Rule * years) + entry.Year;
        Quantity[(row * frame.Quantities) + at] += entry.Quantity;
        for (int part = frame.Cells.FirstAt[at]; part < frame.Cells.FirstAt[at + 1]; part++) cost[row] += frame.Cells.EachAt[part] * entry.Quantity;
    }

    private void Put()
    {
        for (int r = 0; r < rows.Count; r++) (cost[^1], number[^1], length[^1]) = (cost[^1] + cost[r], number[^1] + number[r], length[^1] + length[r]);
        for (int r = 0; r <= rows.Count; r++)
        {
            if (cost[r] > 0)
            {
                Cost[r].Put(cost[r]);
                Number[r].Put(number[r]);
                Length[r].Put(length[r]);
                (Numbers[r], Lengths[r]) = (Numbers[r] + number[r], Lengths[r] + length[r]);
            }
            (cost[r], number[r], length[r]) = (0, 0, 0);
        }
    }
}
