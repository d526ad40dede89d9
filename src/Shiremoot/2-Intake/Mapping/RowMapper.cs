using System.IO.Hashing;
using System.Text;
using Shiremoot.Storage;

namespace Shiremoot.Intake.Mapping;

/// <summary>Turns the rows of one file into records, events and statistics, or into quarantine. Counts every row once.</summary>
sealed class RowMapper
{
    private readonly FeedPlan plan;
    private readonly long load;
    private readonly Cell[] cells;
    private readonly RowScratch scratch = new();
    private readonly List<(int Column, CellFault Fault)> faults = [];
    private readonly SeenRows? keys;
    private readonly (int Column, SeenRows Seen)[] unique;
    private readonly QuarantineWriting quarantine;
    private readonly bool filterIsDirect;
    private UInt128 rowsHash;

    /// <param name="plan">The feed, bound to the file.</param>
    /// <param name="load">The number the load has or would have.</param>
    /// <param name="headers">The file's headers: the same rows under other headers are other content.</param>
    public RowMapper(FeedPlan plan, long load, IReadOnlyList<string> headers)
    {
        rowsHash = XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(string.Join('\u001F', headers)));
        (this.plan, this.load) = (plan, load);
        cells = new Cell[plan.Columns.Length];
        keys = plan.Key.Length > 0 ? new SeenRows() : null;
        unique = [.. Enumerable.Range(0, plan.Columns.Length).Where(c => plan.Columns[c].IsUnique).Select(c => (c, new SeenRows()))];
        quarantine = new QuarantineWriting(load);
        filterIsDirect = plan.Unpivoted.Length == 0 && plan.Keep.Length > 0 && plan.Keep.All(k => plan.Columns[k.Column].Field >= 0);
    }

    public long RowsIn { get; private set; }

    public long Quarantined { get; private set; }

    public long LeftOut { get; private set; }

    /// <summary>The days the accepted rows cover.</summary>
    public (long From, long Until) Covers { get; private set; } = (long.MaxValue, long.MinValue);

    /// <summary>A hash of all rows that does not depend on their order.</summary>
    public string RowsHash => rowsHash.ToString("x32");

    /// <summary>How often each reason sent a row to quarantine.</summary>
    public IReadOnlyDictionary<string, long> Reasons => quarantine.Reasons;

    /// <summary>The first faults found.</summary>
    public BulkBatch Examples => quarantine.Examples;

    /// <summary>Maps the reader's present row into <paramref name="outputs"/>.</summary>
    public void Map(TableReader row, RowOutputs outputs)
    {
        RowsIn++;
        ReadOnlySpan<byte> raw = row.Raw;
        rowsHash = unchecked(rowsHash + XxHash128.HashToUInt128(raw));
        if (row.IsBad)
        {
            Quarantined++;
            quarantine.Row(RowsIn, row.Line, row.Fault.Reason, row.Fault.Hint, row.RawText(), outputs.Quarantine);
            return;
        }

        if (filterIsDirect && IsLeftOutAtOnce(row)) return;
        faults.Clear();
        scratch.Clear();
        FillAll(row);
        if (plan.Unpivoted.Length == 0) MapWhole(row, outputs);
        else MapUnpivoted(row, outputs);
    }

    private void MapWhole(TableReader row, RowOutputs outputs)
    {
        if (IsLeftOut()) return;
        CheckDates();
        CheckKeys();
        if (faults.Count > 0)
        {
            Reject(row, outputs);
            return;
        }
        Make(outputs, firstPart: 0);
    }

    // One row becomes several: each unpivoted field in turn fills the two cells of name and value. One bad field sends the whole row back.
    private void MapUnpivoted(TableReader row, RowOutputs outputs)
    {
        (int records, int events, int statistics) = (outputs.Records.Rows, outputs.Events.Rows, outputs.Statistics.Rows);
        (long From, long Until) covered = Covers;
        bool anyKept = false;
        int parts = plan.Events.Length + plan.Statistics.Length + 1;
        for (int i = 0; i < plan.Unpivoted.Length; i++)
        {
            (int field, byte[] name) = plan.Unpivoted[i];
            FillUnpivoted(row.Field(field), name);
            if (!Plans.Hold(plan.Keep, cells, scratch)) continue;
            anyKept = true;
            CheckDates();
            if (faults.Count > 0) break;
            Make(outputs, i * parts);
        }
        if (faults.Count == 0 && anyKept) CheckKeys();
        if (faults.Count > 0)
        {
            outputs.Records.CutBackTo(records);
            outputs.Events.CutBackTo(events);
            outputs.Statistics.CutBackTo(statistics);
            Covers = covered;
            Reject(row, outputs);
        }
        else if (!anyKept)
        {
            LeftOut++;
        }
    }

    private void FillAll(TableReader row)
    {
        for (int c = 0; c < cells.Length; c++)
        {
            ColumnPlan column = plan.Columns[c];
            if (column.IsUnpivoted) cells[c] = default;
            else Fill(c, column.Field >= 0 ? column.FillFrom(row.Field(column.Field), scratch, ref Fresh(c)) : column.Fill(cells, RowsIn, scratch, ref Fresh(c)));
        }
    }

    private void FillUnpivoted(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name)
    {
        for (int c = 0; c < cells.Length; c++)
        {
            ColumnPlan column = plan.Columns[c];
            if (column.IsUnpivoted) Fill(c, column.FillFrom(column.IsUnpivotedName ? name : value, scratch, ref Fresh(c)));
            else if (column.Inputs.Count > 0) Fill(c, column.Fill(cells, RowsIn, scratch, ref Fresh(c)));
        }
    }

    private ref Cell Fresh(int column)
    {
        cells[column] = new Cell { Minute = -1 };
        return ref cells[column];
    }

    private void Fill(int column, CellFault? fault)
    {
        if (fault is null) return;
        cells[column].State = CellState.Bad;
        faults.Add((column, fault));
    }

    // Most rows of a wide source may be left out: the filter's own fields are looked at before the rest of the row is read.
    private bool IsLeftOutAtOnce(TableReader row)
    {
        faults.Clear();
        scratch.Clear();
        foreach (ConditionPlan condition in plan.Keep)
        {
            int c = condition.Column;
            Fill(c, plan.Columns[c].FillFrom(row.Field(plan.Columns[c].Field), scratch, ref Fresh(c)));
        }
        return IsLeftOut();
    }

    // A row the feed's filter leaves out is accepted and not kept, unless the filter itself met a bad value.
    private bool IsLeftOut()
    {
        foreach (ConditionPlan condition in plan.Keep)
            if (cells[condition.Column].State == CellState.Bad) return false;
        if (Plans.Hold(plan.Keep, cells, scratch)) return false;
        LeftOut++;
        return true;
    }

    private void CheckDates()
    {
        foreach (EventPlan made in plan.Events)
            if (made.Fault(cells, scratch, plan.Record?.Birth ?? -1) is { } fault) faults.Add((made.Start, fault));
    }

    // Keys are counted for good rows alone: a row put right and sent again in the same file is not a repeat.
    private void CheckKeys()
    {
        if (faults.Count > 0) return;
        if (keys is not null)
        {
            foreach (int column in plan.Key) keys.Add(cells[column].State == CellState.Present ? scratch.Text(cells[column]) : "\u0001"u8);
            if (!keys.IsNew()) faults.Add((plan.Key[0], Faults.RepeatedKey));
        }
        foreach ((int c, SeenRows seen) in unique)
        {
            if (cells[c].State != CellState.Present) continue;
            seen.Add(scratch.Text(cells[c]));
            if (!seen.IsNew()) faults.Add((c, Faults.RepeatedKey));
        }
        keys?.Settle(faults.Count == 0);
        foreach ((_, SeenRows seen) in unique) seen.Settle(faults.Count == 0);
    }

    private void Reject(TableReader row, RowOutputs outputs)
    {
        Quarantined++;
        for (int i = 0; i < Math.Min(faults.Count, RowId.MaxParts); i++)
        {
            (int column, CellFault fault) = faults[i];
            int field = plan.Columns[column].Field;
            quarantine.Cell(RowsIn, i, row.Line, plan.NameOf(column), field >= 0 ? row.Field(field) : scratch.Text(cells[column]), fault, i == 0 ? row.RawText() : null, outputs.Quarantine);
        }
    }

    private void Make(RowOutputs outputs, int firstPart)
    {
        long id = RowId.Of(load, RowsIn, firstPart);
        if (firstPart == 0) plan.Record?.Make(id, cells, scratch, outputs.Records);
        foreach (EventPlan made in plan.Events)
        {
            made.Make(++id, cells, scratch, outputs.Events);
            if (made.Start >= 0 && cells[made.Start].State == CellState.Present) Cover(cells[made.Start].Whole, cells[made.Start].Whole + 1);
        }
        foreach (StatisticPlan made in plan.Statistics)
        {
            made.Make(++id, cells, scratch, outputs.Statistics);
            if (cells[made.Period].State == CellState.Present) Cover(cells[made.Period].Whole, (long)cells[made.Period].Number);
        }
    }

    private void Cover(long from, long until) => Covers = (Math.Min(Covers.From, from), Math.Max(Covers.Until, until));
}
