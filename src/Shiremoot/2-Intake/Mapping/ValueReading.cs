using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Mapping;

/// <summary>Reads the text of one column into its cell, by the column's type.</summary>
abstract class ValueReading
{
    /// <summary>Values so far that the feed's list does not have: codes and areas that are new to it.</summary>
    public long Unlisted { get; protected set; }

    public abstract CellFault? Read(ReadOnlySpan<byte> text, RowScratch scratch, ref Cell cell);

    /// <summary>The reading for a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="areas">Finds the code of an area by its name or code and kind; null if it is unknown.</param>
    /// <param name="today">The day of taking in.</param>
    public static ValueReading For(FeedColumn column, Func<string, string, string?> areas, NodaTime.LocalDate today) => column.Type switch
    {
        ColumnType.Text => new TextReading(column, isId: false),
        ColumnType.Id => new TextReading(column, isId: true),
        ColumnType.Whole or ColumnType.Number => new NumberReading(column),
        ColumnType.Date or ColumnType.DateTime or ColumnType.Time => new MomentReading(column, today),
        ColumnType.Period => new WordReading(column, text => Words.Period(text, column.Style)),
        ColumnType.Flag => new WordReading(column, Words.Flag),
        ColumnType.Area => new WordReading(column, text => Words.Area(text, column, areas)),
        _ => new WordReading(column, Words.Codes(column)),
    };
}

/// <summary>Text as it is, within its length and pattern.</summary>
sealed class TextReading(FeedColumn column, bool isId) : ValueReading
{
    private readonly Regex? pattern = column.Pattern is null ? null : new Regex($"^(?:{column.Pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public override CellFault? Read(ReadOnlySpan<byte> text, RowScratch scratch, ref Cell cell)
    {
        if (isId && LooksSpoiled(text)) return Faults.Spoiled;
        if (column.Length is { } length && Encoding.UTF8.GetCharCount(text) != length) return Faults.WrongLength;
        if (pattern is not null && !Matches(text)) return Faults.WrongPattern;
        cell.State = CellState.Present;
        scratch.Put(ref cell, text);
        return null;
    }

    private bool Matches(ReadOnlySpan<byte> text)
    {
        Span<char> letters = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        return pattern!.IsMatch(letters[..Encoding.UTF8.GetChars(text, letters)]);
    }

    // 1E5, 1.23457E+12 and 123.0 are what spreadsheets make of long numbers kept as text elsewhere.
    private static bool LooksSpoiled(ReadOnlySpan<byte> text)
    {
        if (text[0] is not (>= (byte)'0' and <= (byte)'9')) return false;
        if (text.IndexOfAny((byte)'.', (byte)'E', (byte)'e') < 0) return false;
        bool isNumber = Utf8Parser.TryParse(text, out double _, out int used) && used == text.Length;
        return isNumber && (text.Contains((byte)'+') || text.EndsWith(".0"u8) || text.IndexOfAny((byte)'E', (byte)'e') >= 0);
    }
}

/// <summary>Whole numbers and numbers, within their range.</summary>
sealed class NumberReading(FeedColumn column) : ValueReading
{
    private readonly bool isWhole = column.Type == ColumnType.Whole;
    private readonly byte[]? thousands = string.IsNullOrEmpty(column.Thousands) ? null : Encoding.UTF8.GetBytes(column.Thousands);
    private readonly bool hasDecimalComma = column.DecimalMark == ",";

    public override CellFault? Read(ReadOnlySpan<byte> text, RowScratch scratch, ref Cell cell)
    {
        Span<byte> plain = stackalloc byte[64];
        scoped ReadOnlySpan<byte> digits = text;
        if (thousands is not null || hasDecimalComma)
        {
            if (text.Length > plain.Length) return Faults.NotNumber;
            int length = Plainly(text, plain);
            if (length < 0) return isWhole ? Faults.NotWhole : Faults.NotNumber;
            digits = plain[..length];
        }
        if (isWhole)
        {
            if (!Utf8Parser.TryParse(digits, out cell.Whole, out int used) || used != digits.Length) return Faults.NotWhole;
            cell.Number = cell.Whole;
        }
        else if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out cell.Number) || !double.IsFinite(cell.Number))
        {
            return Faults.NotNumber;
        }
        if (cell.Number < column.Min || cell.Number > column.Max) return Faults.OutOfRange;
        cell.State = CellState.Present;
        scratch.Put(ref cell, digits);
        return null;
    }

    // Takes out the marks between thousands and writes the decimal mark as a point; -1 if they stand where they cannot: "12,5" with "," between thousands is
    // twelve and a half written otherwise, not a hundred and twenty-five, and "1.500" is not one and a half where "," is the decimal mark.
    private int Plainly(ReadOnlySpan<byte> text, Span<byte> plain)
    {
        int length = 0, sinceMark = -1;
        byte decimalMark = (byte)(hasDecimalComma ? ',' : '.');
        bool isFraction = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (thousands is not null && text[i..].StartsWith(thousands))
            {
                if (isFraction || sinceMark is >= 0 and not 3 || length == 0) return -1;
                (sinceMark, i) = (0, i + thousands.Length - 1);
                continue;
            }
            bool isMark = text[i] == decimalMark;
            if ((isMark && (isFraction || sinceMark is >= 0 and not 3)) || (!isMark && hasDecimalComma && text[i] == (byte)'.')) return -1;
            isFraction |= isMark;
            if (isMark) sinceMark = -1;
            else if (sinceMark >= 0) sinceMark++;
            plain[length++] = isMark ? (byte)'.' : text[i];
        }
        return sinceMark is >= 0 and not 3 ? -1 : length;
    }
}

/// <summary>Dates and times in the declared forms, within their range; kept as text in ISO form.</summary>
sealed class MomentReading : ValueReading
{
    private readonly Moments moments;
    private readonly int earliest;
    private readonly int latest;
    private readonly bool isTime;

    public MomentReading(FeedColumn column, NodaTime.LocalDate today)
    {
        moments = column.TwoDigitTo is { } year ? new(column.Formats, column.Type, year) : new(column.Formats, column.Type);
        isTime = column.Type == ColumnType.Time;
        earliest = Days.Number(column.Earliest ?? new(1850, 1, 1));
        latest = Days.Number(column.Latest ?? today.PlusYears(50));
    }

    public override CellFault? Read(ReadOnlySpan<byte> text, RowScratch scratch, ref Cell cell)
    {
        if (!moments.TryRead(text, out int day, out int minute)) return Faults.NotDate;
        if (!isTime && (day < earliest || day > latest)) return Faults.DateOutOfRange;
        (cell.State, cell.Whole, cell.Minute) = (CellState.Present, day, minute);
        Span<byte> iso = stackalloc byte[16];
        scratch.Put(ref cell, iso[..Iso.Write(isTime ? null : day, minute, iso)]);
        return null;
    }
}

/// <summary>Short texts of which there are few: codes, flags, periods and areas, each worked out once.</summary>
sealed class WordReading : ValueReading
{
    private readonly Memo<Word> words;

    public WordReading(FeedColumn column, Func<string, Word> workOut) =>
        words = new(column.CodeInLabel ? text => workOut(CodeIn(text)) : workOut);

    public override CellFault? Read(ReadOnlySpan<byte> text, RowScratch scratch, ref Cell cell)
    {
        Word word = words.Of(text);
        if (word.IsUnlisted) Unlisted++;
        if (word.Fault is not null) return word.Fault;
        (cell.State, cell.Whole, cell.Number) = (word.Text is null ? CellState.Missing : CellState.Present, word.Whole, word.Number);
        if (word.Text is not null) scratch.Put(ref cell, word.Text);
        return null;
    }

    // "(0000001) Yes" and "0000001 - Yes" carry their code first.
    private static string CodeIn(string label)
    {
        int close = label.IndexOf(')');
        if (label.StartsWith('(') && close > 1) return label[1..close].Trim();
        int end = label.AsSpan().IndexOfAny(" :-–");
        return end > 0 ? label[..end] : label;
    }
}
