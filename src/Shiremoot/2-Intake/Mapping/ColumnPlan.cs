using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Shiremoot.Intake.Mapping;

/// <summary>How one column of a feed is filled on each row: where its text comes from, and how the text is checked and read.</summary>
sealed class ColumnPlan
{
    private readonly FeedColumn column;
    private readonly byte[][] missing;
    private readonly ValueReading reading;
    private readonly int[] inputs;
    private readonly byte[] fixedText = [];
    private readonly Memo<byte[]?>? derived;

    /// <param name="column">The column as the feed describes it.</param>
    /// <param name="field">Its place in the file, or -1 when it is made of other columns.</param>
    /// <param name="inputs">The places of the columns it is made of.</param>
    /// <param name="reading">How its text is read.</param>
    public ColumnPlan(FeedColumn column, int field, int[] inputs, ValueReading reading)
    {
        (this.column, Field, this.inputs, this.reading) = (column, field, inputs, reading);
        missing = [.. column.Missing.Where(m => m.Length > 0).Select(Encoding.UTF8.GetBytes)];
        if (column.Source is ColumnSource.Constant constant) fixedText = Encoding.UTF8.GetBytes(constant.Value);
        if (column.Source is ColumnSource.Join join) fixedText = Encoding.UTF8.GetBytes(join.With);
        if (column.Source is ColumnSource.Split split) derived = new(text => PartOf(text, split));
        if (column.Source is ColumnSource.Match match) derived = new(MatchOf(match));
    }

    public string Name => column.Name;

    public int Field { get; }

    public bool IsUnpivoted => column.Source is ColumnSource.Unpivoted;

    public bool IsUnpivotedName => column.Source is ColumnSource.Unpivoted { IsName: true };

    public bool IsUnique => column.Unique;

    public IReadOnlyList<int> Inputs => inputs;

    /// <summary>Values so far that the feed declares to mean "not known". Empty fields are not counted.</summary>
    public long Placeholders { get; private set; }

    /// <summary>Values so far that the feed's list of codes or areas does not have.</summary>
    public long Unlisted => reading.Unlisted;

    /// <summary>Fills the column's cell from the text of its field.</summary>
    public CellFault? FillFrom(ReadOnlySpan<byte> text, RowScratch scratch, ref Cell cell)
    {
        if (!IsMissing(text))
        {
            long unlisted = reading.Unlisted;
            CellFault? fault = reading.Read(text, scratch, ref cell);
            if (fault is null && cell.State == CellState.Missing && reading.Unlisted == unlisted) Placeholders++;
            return fault is null && cell.State == CellState.Missing && column.Required ? Faults.Required : fault;
        }
        cell.State = CellState.Missing;
        return column.Required ? Faults.Required : null;
    }

    /// <summary>Fills the column's cell from other cells, a constant or the row's number.</summary>
    public CellFault? Fill(ReadOnlySpan<Cell> row, long rowNumber, RowScratch scratch, ref Cell cell)
    {
        switch (column.Source)
        {
            case ColumnSource.Constant:
                return FillFrom(fixedText, scratch, ref cell);
            case ColumnSource.RowNumber:
                Span<byte> digits = stackalloc byte[20];
                rowNumber.TryFormat(digits, out int written, default, CultureInfo.InvariantCulture);
                return FillFrom(digits[..written], scratch, ref cell);
            case ColumnSource.Join:
                return FillJoined(row, scratch, ref cell);
            default:
                ref readonly Cell input = ref row[inputs[0]];
                byte[]? part = input.State == CellState.Present ? derived!.Of(scratch.Text(input)) : null;
                return FillFrom(part, scratch, ref cell);
        }
    }

    private CellFault? FillJoined(ReadOnlySpan<Cell> row, RowScratch scratch, ref Cell cell)
    {
        Cell joined = default;
        scratch.Begin(ref joined);
        foreach (int input in inputs)
        {
            if (row[input].State != CellState.Present) continue;
            if (joined.TextLength > 0) scratch.Append(ref joined, fixedText);
            scratch.AppendCell(ref joined, row[input]);
        }
        return FillFrom(scratch.Text(joined), scratch, ref cell);
    }

    private bool IsMissing(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0) return true;
        foreach (byte[] code in missing)
        {
            if (!text.SequenceEqual(code)) continue;
            Placeholders++;
            return true;
        }
        return false;
    }

    private static byte[]? PartOf(string text, ColumnSource.Split split)
    {
        string[] parts = text.Split(split.At);
        int index = split.Part > 0 ? split.Part - 1 : parts.Length + split.Part;
        return index >= 0 && index < parts.Length ? Encoding.UTF8.GetBytes(parts[index].Trim()) : null;
    }

    private static Func<string, byte[]?> MatchOf(ColumnSource.Match match)
    {
        Regex expression = new(match.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return text => expression.Match(text) is { Success: true } found ? Encoding.UTF8.GetBytes(found.Groups[found.Groups.Count > 1 ? 1 : 0].Value) : null;
    }
}
