namespace Shiremoot.Terms;

/// <summary>
/// An identifier of the Criminal Records Office: 065656/91H (a full record) or SF05/482703J (a small file).
/// The year keeps its two digits, for the form does not say the century.
/// </summary>
public readonly record struct CroId
{
    private const int SerialDigits = 6;

    private CroId(int yearOfCentury, int serial, bool isSmallFile) => (YearOfCentury, Serial, IsSmallFile) = (yearOfCentury, serial, isSmallFile);

    public int YearOfCentury { get; }

    public int Serial { get; }

    public bool IsSmallFile { get; }

    /// <summary>Reads 065656/91H, 65656/91H and SF05/482703J. Refuses a wrong check letter and a serial of zero.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out CroId id)
    {
        id = default;
        text = text.Trim();
        if (text.Length < 5) return false;
        bool isSmallFile = text[..2].Equals("SF", StringComparison.OrdinalIgnoreCase);
        ReadOnlySpan<char> digits = text[(isSmallFile ? 2 : 0)..^1];
        int slash = digits.IndexOf('/');
        if (slash < 0) return false;
        ReadOnlySpan<char> yearText = isSmallFile ? digits[..slash] : digits[(slash + 1)..];
        ReadOnlySpan<char> serialText = isSmallFile ? digits[(slash + 1)..] : digits[..slash];
        if (yearText.Length != 2 || serialText.Length > SerialDigits) return false;
        if (!CheckLetter.Digits(yearText, out int year) || !CheckLetter.Digits(serialText, out int serial) || serial == 0) return false;
        CroId read = new(year, serial, isSmallFile);
        if (char.ToUpperInvariant(text[^1]) != read.Letter) return false;
        id = read;
        return true;
    }

    public override string ToString() =>
        IsSmallFile ? $"SF{YearOfCentury:00}/{Serial}{Letter}" : $"{Serial:000000}/{YearOfCentury:00}{Letter}";

    // The letter of a small file is worked out without padding the serial.
    private char Letter => CheckLetter.Of(YearOfCentury, Serial, IsSmallFile ? CheckLetter.DigitsOf(Serial) : SerialDigits);
}
