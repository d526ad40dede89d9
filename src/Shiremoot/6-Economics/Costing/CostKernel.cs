using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>The one loop over events behind all costs of stories. One kernel is one thread's: it keeps what it adds up in its own tally.</summary>
sealed class CostKernel
{
    private readonly CostFrame frame;
    private readonly CostRule[][] ofKind;
    private readonly int[] firstAt, cellAt, begin, rowTotal, columnTotal;
    private readonly long[] each;
    private readonly int yearCount;
    private readonly CostColumns columns;

    // Of the person at hand: what is in each cell, and which cells have anything.
    private readonly long[] amount;
    private readonly int[] touched;
    private int touchedCount, quantityFrom;

    // By word counted once: the day, its dearest price and year; and up to which day nights were counted.
    private readonly int[] onceDay, onceEvent;
    private readonly CostRule?[] once;
    private readonly int[] covered;

    // What is told of the person at hand, where someone listens.
    private readonly HearPerson? hear;
    private readonly List<CostEntry> heard = [];
    private int firstEvent;

    public CostKernel(CostFrame frame)
    {
        this.frame = frame;
        (ofKind, firstAt, cellAt, each, begin) = (frame.Rules.OfKind, frame.Cells.FirstAt, frame.Cells.CellAt, frame.Cells.EachAt, frame.Years.Begin);
        (rowTotal, columnTotal) = (frame.Cells.RowTotal, frame.Cells.ColumnTotal);
        columns = new CostColumns(frame.Rules);
        yearCount = frame.Years.All.Count;
        (amount, touched) = (new long[frame.Cells.Count], new int[frame.Cells.Count]);
        (onceDay, onceEvent, once, covered) = (new int[frame.Rules.OnceWords], new int[frame.Rules.OnceWords], new CostRule?[frame.Rules.OnceWords], new int[frame.Rules.OnceWords]);
        hear = frame.Hear?.Invoke();
        Tally = new CostTally(frame.Groups, frame.Cells.Count, frame.Quantities, ofKind.Length);
    }

    public CostTally Tally { get; }

    // Compiled at its best from the start: a pass is one call a thousand people.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(StoryRows rows)
    {
        columns.Read(rows);
        (int[] first, int[] kinds, int[] starts) = (rows.First, columns.Kinds, columns.Starts);
        firstEvent = rows.Stories.First[rows.From];
        for (int p = 0; p < rows.Count; p++)
        {
            int person = rows.From + p, group = frame.GroupOf is null ? 0 : frame.GroupOf[person];
            if (group < 0) continue;
            quantityFrom = group * frame.Quantities;
            (int from, int until) = (Math.Max(begin[0], frame.From is null ? int.MinValue : frame.From[person]), Math.Min(frame.Years.Until, frame.Until is null ? int.MaxValue : frame.Until[person]));
            covered.AsSpan().Fill(int.MinValue);
            for (int e = first[p]; e < first[p + 1]; e++)
            {
                CostRule[] tried = ofKind[kinds[e]];
                if (tried.Length == 0) continue;
                int day = starts[e];
                CostRule? rule = tried[0];
                if (day == Days.Unknown) Tally.Undated++;
                else if (!rule.IsForAll && (rule = Fitting(tried, e, p, day)) is null) Tally.NoPriceFits[kinds[e]]++;
                else if (rule.Quantity != EventQuantity.Each) Spread(rule, e, day, columns.Ends[e], from, until);
                else if (day < from || day >= until) continue;
                else if (rule.Once >= 0) Hold(rule, e, day);
                else Add(rule.Number, frame.Years.Of(day), 1, e, day);
            }
            for (int w = 0; w < once.Length; w++) Settle(w);
            Put(person, group);
            if (hear is null) continue;
            hear(person, CollectionsMarshal.AsSpan(heard));
            heard.Clear();
        }
    }

    private CostRule? Fitting(CostRule[] tried, int e, int p, int day)
    {
        foreach (CostRule rule in tried)
        {
            if (day < rule.From || day >= rule.Until) continue;
            if (rule.Offence is { } offence && (columns.Offences[e] is var o && (o < 0 || !offence[o]))) continue;
            if (rule.Disposal is { } disposal && (columns.Disposals[e] is var d && (d < 0 || !disposal[d]))) continue;
            if (rule.AsksAge && !IsOfAge(rule, columns.Births[p], day)) continue;
            if (rule.Where >= 0 && !columns.Holds(rule.Where, e)) continue;
            return rule;
        }
        return null;
    }

    private static bool IsOfAge(CostRule rule, int birth, int day)
    {
        if (birth == Days.Unknown || birth > day) return false;

        // A year has 365 or 366 days: mostly that settles it without the calendar.
        long days = (long)day - birth;
        if (days >= rule.FromAge * 366L && days < rule.UnderAge * 365L) return true;
        if (days < rule.FromAge * 365L || days >= rule.UnderAge * 366L) return false;
        int age = Days.WholeYears(birth, day);
        return age >= rule.FromAge && age < rule.UnderAge;
    }

    // Events stand in order of day: when another day comes, the day before is settled.
    private void Hold(CostRule rule, int e, int day)
    {
        int w = rule.Once;
        if (once[w] is { } held && onceDay[w] == day)
        {
            if (rule.Rank > held.Rank) (once[w], onceEvent[w]) = (rule, e);
            return;
        }
        Settle(w);
        (once[w], onceDay[w], onceEvent[w]) = (rule, day, e);
    }

    private void Settle(int w)
    {
        if (once[w] is not { } held) return;
        Add(held.Number, frame.Years.Of(onceDay[w]), 1, onceEvent[w], onceDay[w]);
        once[w] = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(CostRule rule, int e, int start, int end, int from, int until)
    {
        if (end == Days.Unknown)
        {
            Tally.WithoutEnd++;
            end = until;
        }
        else if (end < start)
        {
            Tally.Backwards++;
            return;
        }
        else if (rule.Quantity == EventQuantity.Days) end++;
        int at = Math.Max(start, from);
        if (rule.Once >= 0)
        {
            at = Math.Max(at, covered[rule.Once]);
            covered[rule.Once] = Math.Max(covered[rule.Once], end);
        }
        end = Math.Min(end, until);
        if (at >= end) return;
        for (int year = frame.Years.Of(at); at < end; year++)
        {
            int stop = Math.Min(end, begin[year + 1]);
            Add(rule.Number, year, stop - at, e, at);
            at = stop;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int rule, int year, int quantity, int e, int day)
    {
        int at = (rule * yearCount) + year;
        Tally.Quantity[quantityFrom + at] += quantity;
        for (int part = firstAt[at]; part < firstAt[at + 1]; part++) Touch(cellAt[part], each[part] * quantity);
        if (hear is not null) heard.Add(new CostEntry(firstEvent + e, rule, year, day, quantity));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Touch(int cell, long more)
    {
        ref long held = ref amount[cell];
        if (held == 0) touched[touchedCount++] = cell;
        held += more;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(int person, int group)
    {
        int inside = touchedCount;
        long all = 0;
        for (int t = 0; t < inside; t++)
        {
            int cell = touched[t];
            long own = amount[cell];
            all += own;
            Touch(rowTotal[cell], own);
            Touch(columnTotal[cell], own);
        }
        if (all > 0) Touch(amount.Length - 1, all);
        if (frame.TotalOf is { } totals) totals[person] = all;
        Span<CostTop> tops = Tally.Tops.AsSpan(group * amount.Length, amount.Length);
        for (int t = 0; t < touchedCount; t++)
        {
            ref long held = ref amount[touched[t]];
            tops[touched[t]].Put(held);
            held = 0;
        }
        touchedCount = 0;
    }
}
