using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>The one loop over events behind all costs of stories. One kernel is one thread's: it keeps what it adds up in its own tally.</summary>
sealed class CostKernel
{
    private readonly CostFrame frame;
    private readonly CostRule[][] ofKind;
    private readonly int[] firstPart, cellOf, begin;
    private readonly long[] each;
    private readonly int yearCount;

    // Of the person at hand: what is in each cell, and which cells have anything.
    private readonly long[] amount;
    private readonly int[] touched;
    private int touchedCount, quantityFrom;

    // By word counted once: the day, its dearest price and year; and up to which day nights were counted.
    private readonly int[] onceDay;
    private readonly CostRule?[] once;
    private readonly int[] covered;

    public CostKernel(CostFrame frame)
    {
        this.frame = frame;
        (ofKind, firstPart, cellOf, each, begin) = (frame.Rules.OfKind, frame.Cells.FirstPart, frame.Cells.CellOf, frame.Cells.Each, frame.Years.Begin);
        yearCount = frame.Years.All.Count;
        (amount, touched) = (new long[frame.Cells.Count], new int[frame.Cells.Count]);
        (onceDay, once, covered) = (new int[frame.Rules.OnceWords], new CostRule?[frame.Rules.OnceWords], new int[frame.Rules.OnceWords]);
        Tally = new CostTally(frame.Groups, frame.Cells.Count, frame.Quantities, ofKind.Length);
    }

    public CostTally Tally { get; }

    public void Run(StoryRows rows)
    {
        CostColumns columns = new(rows, frame.Rules);
        int[] first = rows.First;
        for (int p = 0; p < rows.Count; p++)
        {
            int person = rows.From + p, group = frame.GroupOf is null ? 0 : frame.GroupOf[person];
            if (group < 0) continue;
            quantityFrom = group * frame.Quantities;
            (int from, int until) = (Math.Max(begin[0], frame.From is null ? int.MinValue : frame.From[person]), Math.Min(frame.Years.Until, frame.Until is null ? int.MaxValue : frame.Until[person]));
            covered.AsSpan().Fill(int.MinValue);
            for (int e = first[p]; e < first[p + 1]; e++)
            {
                CostRule[] tried = ofKind[columns.Kinds[e]];
                if (tried.Length > 0) Price(tried, columns, e, p, from, until);
            }
            for (int w = 0; w < once.Length; w++) Settle(w);
            Put(person, group);
        }
    }

    private void Price(CostRule[] tried, CostColumns columns, int e, int p, int from, int until)
    {
        int day = columns.Starts[e];
        if (day == Days.Unknown)
        {
            Tally.Undated++;
            return;
        }
        CostRule? rule = Fitting(tried, columns, e, p, day);
        if (rule is null)
        {
            Tally.NoPriceFits[columns.Kinds[e]]++;
            return;
        }
        if (rule.Quantity == EventQuantity.Each)
        {
            if (day < from || day >= until) return;
            if (rule.Once < 0) Add(rule.Number, frame.Years.Of(day), 1);
            else Hold(rule, day);
            return;
        }
        Spread(rule, day, columns.Ends[e], from, until);
    }

    private static CostRule? Fitting(CostRule[] tried, CostColumns columns, int e, int p, int day)
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
        int age = Days.WholeYears(birth, day);
        return age >= rule.FromAge && age < rule.UnderAge;
    }

    // Events stand in order of day: when another day comes, the day before is settled.
    private void Hold(CostRule rule, int day)
    {
        int w = rule.Once;
        if (once[w] is { } held && onceDay[w] == day)
        {
            if (rule.Rank > held.Rank) once[w] = rule;
            return;
        }
        Settle(w);
        (once[w], onceDay[w]) = (rule, day);
    }

    private void Settle(int w)
    {
        if (once[w] is not { } held) return;
        Add(held.Number, frame.Years.Of(onceDay[w]), 1);
        once[w] = null;
    }

    private void Spread(CostRule rule, int start, int end, int from, int until)
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
            Add(rule.Number, year, stop - at);
            at = stop;
        }
    }

    private void Add(int rule, int year, long quantity)
    {
        Tally.Quantity[quantityFrom + (rule * yearCount) + year] += quantity;
        for (int part = firstPart[rule]; part < firstPart[rule + 1]; part++)
        {
            int at = (part * yearCount) + year;
            if (each[at] != 0) Touch(cellOf[at], each[at] * quantity);
        }
    }

    private void Touch(int cell, long more)
    {
        if (amount[cell] == 0) touched[touchedCount++] = cell;
        amount[cell] += more;
    }

    private void Put(int person, int group)
    {
        int inside = touchedCount, last = amount.Length - 1;
        for (int t = 0; t < inside; t++)
        {
            int cell = touched[t];
            Touch(frame.Cells.RowTotal[cell], amount[cell]);
            Touch(frame.Cells.ColumnTotal[cell], amount[cell]);
            Touch(last, amount[cell]);
        }
        if (frame.TotalOf is { } totals) totals[person] = amount[last];
        int offset = group * amount.Length;
        for (int t = 0; t < touchedCount; t++)
        {
            Tally.Put(offset + touched[t], amount[touched[t]]);
            amount[touched[t]] = 0;
        }
        touchedCount = 0;
    }
}
