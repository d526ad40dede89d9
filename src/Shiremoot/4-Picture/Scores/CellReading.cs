using System.Buffers.Text;
using System.Text;

namespace Shiremoot.Picture.Scores;

/// <summary>A column of a file of cases: where it stands, and what is said of a cell that is empty or cannot be read.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="At">Its place; -1 if the file has no such column.</param>
sealed record CellColumn(string Name, int At)
{
    public bool IsThere => At >= 0;

    /// <summary>Why a case with an empty cell cannot be scored.</summary>
    public string Missing { get; } = $"'{Name}' is empty";

    /// <summary>Why a case with a cell that cannot be read cannot be scored. It never holds what the cell says.</summary>
    public string Unreadable { get; } = $"'{Name}' cannot be read";
}

/// <summary>Reads cells from their bytes.</summary>
static class CellReading
{
    /// <summary>A whole number, as 12 or 12.0; no sign but minus, no blanks within.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> text, out int value)
    {
        if (text.EndsWith(".0"u8)) text = text[..^2];
        return Utf8Parser.TryParse(text, out value, out int used) && used == text.Length && text.Length > 0 && text[0] != (byte)'+';
    }

    /// <summary>A number that is finite.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out double value) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>1, yes, y or true; 0, no, n or false; in any letters.</summary>
    public static bool TryFlag(ReadOnlySpan<byte> text, out bool value)
    {
        value = Is(text, "1"u8) || Is(text, "yes"u8) || Is(text, "y"u8) || Is(text, "true"u8) || Is(text, "1.0"u8);
        return value || Is(text, "0"u8) || Is(text, "no"u8) || Is(text, "n"u8) || Is(text, "false"u8) || Is(text, "0.0"u8);
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(text, word);
}

/// <summary>What was made of each different text of a column, so that a text seen before costs no work and no memory.</summary>
/// <param name="make">What to make of a text.</param>
sealed class SeenTexts<T>(Func<string, T> make)
{
    private const int MostKept = 100_000, LongestKept = 256;
    private readonly Dictionary<string, T> seen = new(StringComparer.Ordinal);

    public T Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestKept) return make(Encoding.UTF8.GetString(text));
        Span<char> letters = stackalloc char[LongestKept];
        ReadOnlySpan<char> written = letters[..Encoding.UTF8.GetChars(text, letters)];
        if (seen.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out T? known)) return known;
        string copy = written.ToString();
        T made = make(copy);
        if (seen.Count < MostKept) seen.Add(copy, made);
        return made;
    }
}
