namespace Shiremoot.Terms;

/// <summary>
/// An identifier of the Police National Computer, in the canonical form 1979/0163001B: year, serial of seven digits, check letter.
/// </summary>
public readonly record struct PncId
{
    private const int SerialDigits = 7, FirstYear = 1900;

    private PncId(int year, int serial) => (Year, Serial) = (year, serial);

    public int Year { get; }

    public int Serial { get; }

    /// <summary>
    /// Reads the long form (1979/0163001B) and the short ones: 79/163001B, 79163001B, 81/34U, 033Y. Refuses a wrong check letter, a serial
    /// of zero (a placeholder, never issued) and a year after this one.
    /// </summary>
    /// <param name="text">The text; blanks around it are ignored.</param>
    /// <param name="thisYear">A year of two digits later than this one is of the last century.</param>
    /// <param name="id">The identifier, if true.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int thisYear, out PncId id)
    {
        id = default;
        text = text.Trim();
        if (text.Length < 4 || !Split(text[..^1], out ReadOnlySpan<char> yearText, out ReadOnlySpan<char> serialText)) return false;
        if (!CheckLetter.Digits(yearText, out int year) || !CheckLetter.Digits(serialText, out int serial) || serial == 0) return false;
        if (yearText.Length == 2) year += year + 2000 > thisYear ? 1900 : 2000;
        if (year < FirstYear || year > thisYear) return false;
        if (char.ToUpperInvariant(text[^1]) != CheckLetter.Of(year % 100, serial, SerialDigits)) return false;
        id = new PncId(year, serial);
        return true;
    }

    public override string ToString() => $"{Year:0000}/{Serial:0000000}{CheckLetter.Of(Year % 100, Serial, SerialDigits)}";

    // Without a slash, eleven digits are a year of four and a serial of seven; up to nine are a year of two and a serial. Ten could be either.
    private static bool Split(ReadOnlySpan<char> digits, out ReadOnlySpan<char> year, out ReadOnlySpan<char> serial)
    {
        int slash = digits.IndexOf('/');
        int yearLength = slash >= 0 ? slash : digits.Length == 4 + SerialDigits ? 4 : 2;
        year = digits[..yearLength];
        serial = digits[(slash >= 0 ? slash + 1 : yearLength)..];
        return yearLength is 2 or 4 && serial.Length is >= 1 and <= SerialDigits;
    }
}
