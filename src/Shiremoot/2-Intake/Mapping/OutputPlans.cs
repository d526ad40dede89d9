using System.Text;
using Shiremoot.Storage;

namespace Shiremoot.Intake.Mapping;

/// <summary>A place to take a text from: a column of the row or the same bytes each time.</summary>
readonly struct TextFrom(int column, byte[]? constant)
{
    public static TextFrom Nothing => new(-1, null);

    public int Column => column;

    public void Put(ReadOnlySpan<Cell> row, RowScratch scratch, BulkBatch batch)
    {
        if (constant is not null) batch.Text(constant);
        else if (column >= 0 && row[column].State == CellState.Present) batch.Text(scratch.Text(row[column]));
        else batch.Null();
    }

    public bool IsMissing(ReadOnlySpan<Cell> row) => constant is null && (column < 0 || row[column].State != CellState.Present);

    public static TextFrom Of(string? constant, int column) => new(column, constant is null ? null : Encoding.UTF8.GetBytes(constant));
}

/// <summary>Makes the source record of a row.</summary>
sealed class RecordPlan(
    byte[] agency, int person, int[] names, int birth, int[] details, AttributeWriting identifiers, AttributeWriting attributes, ConditionPlan[] when)
{
    public int Birth => birth;

    public void Make(long id, ReadOnlySpan<Cell> row, RowScratch scratch, BulkBatch batch)
    {
        if (row[person].State != CellState.Present || !Plans.Hold(when, row, scratch)) return;
        batch.Whole(id);
        batch.Text(agency);
        batch.Text(scratch.Text(row[person]));
        foreach (int name in names) Plans.PutText(name, row, scratch, batch);
        Plans.PutDay(birth, row, batch);
        foreach (int detail in details) Plans.PutText(detail, row, scratch, batch);
        Plans.PutMap(identifiers, row, scratch, batch);
        Plans.PutMap(attributes, row, scratch, batch);
    }
}

/// <summary>Makes one event of a row, when its conditions hold and it has a person.</summary>
sealed class EventPlan(
    byte[] agency, TextFrom kind, int person, int start, int end, int[] codes, int amount, int[] links, AttributeWriting attributes, ConditionPlan[] when)
{
    /// <summary>What is wrong between the event's dates and the person's birth, or null.</summary>
    public CellFault? Fault(ReadOnlySpan<Cell> row, RowScratch scratch, int birth)
    {
        if (start < 0 || row[start].State != CellState.Present || !Plans.Hold(when, row, scratch)) return null;
        if (birth >= 0 && row[birth].State == CellState.Present && row[start].Whole < row[birth].Whole) return Faults.BeforeBirth;
        bool endsEarly = end >= 0 && row[end].State == CellState.Present
            && (row[end].Whole < row[start].Whole || (row[end].Whole == row[start].Whole && row[start].Minute >= 0 && row[end].Minute >= 0 && row[end].Minute < row[start].Minute));
        return endsEarly ? Faults.EndsBeforeStart : null;
    }

    public void Make(long id, ReadOnlySpan<Cell> row, RowScratch scratch, BulkBatch batch)
    {
        if (row[person].State != CellState.Present || kind.IsMissing(row) || !Plans.Hold(when, row, scratch)) return;
        batch.Whole(id);
        batch.Text(agency);
        batch.Text(scratch.Text(row[person]));
        kind.Put(row, scratch, batch);
        Plans.PutMoment(start, row, batch);
        Plans.PutMoment(end, row, batch);
        foreach (int code in codes) Plans.PutText(code, row, scratch, batch);
        Plans.PutNumber(amount, row, batch);
        foreach (int link in links) Plans.PutText(link, row, scratch, batch);
        Plans.PutMap(attributes, row, scratch, batch);
    }

    /// <summary>The column that holds the event's start, or -1.</summary>
    public int Start => start;
}

/// <summary>Makes one statistic of a row, when its conditions hold.</summary>
sealed class StatisticPlan(
    TextFrom series, int area, int period, int value, int numerator, int denominator, TextFrom unit, AttributeWriting dimensions, ConditionPlan[] when)
{
    public int Period => period;

    public void Make(long id, ReadOnlySpan<Cell> row, RowScratch scratch, BulkBatch batch)
    {
        if (series.IsMissing(row) || row[area].State != CellState.Present || row[period].State != CellState.Present || !Plans.Hold(when, row, scratch)) return;
        batch.Whole(id);
        series.Put(row, scratch, batch);
        batch.Text(scratch.Text(row[area]));
        batch.Text(scratch.Text(row[period]));
        batch.Whole(row[period].Whole);
        batch.Whole((long)row[period].Number);
        Plans.PutNumber(value, row, batch);
        Plans.PutNumber(numerator, row, batch);
        Plans.PutNumber(denominator, row, batch);
        unit.Put(row, scratch, batch);
        Plans.PutMap(dimensions, row, scratch, batch);
    }
}

/// <summary>How single cells are put into a batch.</summary>
static class Plans
{
    public static bool Hold(ConditionPlan[] conditions, ReadOnlySpan<Cell> row, RowScratch scratch)
    {
        foreach (ConditionPlan condition in conditions)
            if (!condition.Holds(row, scratch)) return false;
        return true;
    }

    public static void PutText(int column, ReadOnlySpan<Cell> row, RowScratch scratch, BulkBatch batch)
    {
        if (column >= 0 && row[column].State == CellState.Present) batch.Text(scratch.Text(row[column]));
        else batch.Null();
    }

    public static void PutNumber(int column, ReadOnlySpan<Cell> row, BulkBatch batch)
    {
        if (column >= 0 && row[column].State == CellState.Present) batch.Number(row[column].Number);
        else batch.Null();
    }

    public static void PutDay(int column, ReadOnlySpan<Cell> row, BulkBatch batch)
    {
        if (column >= 0 && row[column].State == CellState.Present) batch.Whole(row[column].Whole);
        else batch.Null();
    }

    public static void PutMoment(int column, ReadOnlySpan<Cell> row, BulkBatch batch)
    {
        PutDay(column, row, batch);
        if (column >= 0 && row[column] is { State: CellState.Present, Minute: >= 0 } cell) batch.Whole(cell.Minute);
        else batch.Null();
    }

    public static void PutMap(AttributeWriting map, ReadOnlySpan<Cell> row, RowScratch scratch, BulkBatch batch)
    {
        ReadOnlySpan<byte> json = map.IsEmpty ? default : map.Of(row, scratch);
        if (json.IsEmpty) batch.Null();
        else batch.Text(json);
    }
}
