namespace Shiremoot.Terms;

/// <summary>
/// The check letter of PNC and CRO identifiers: the two-digit year followed by the serial, read as one number, modulo 23.
/// </summary>
public static class CheckLetter
{
    // I, O and S are left out because they look like digits; Z stands for zero.
    private const string Letters = "ZABCDEFGHJKLMNPQRTUVWXY";

    /// <summary>The letter that goes with a year and a serial.</summary>
    /// <param name="yearOfCentury">The last two digits of the year.</param>
    /// <param name="serial">The serial.</param>
    /// <param name="serialDigits">To how many digits the serial is padded with zeros.</param>
    public static char Of(int yearOfCentury, int serial, int serialDigits)
    {
        long number = yearOfCentury;
        for (int digit = 0; digit < serialDigits; digit++) number *= 10;
        return Letters[(int)((number + serial) % Letters.Length)];
    }

    /// <summary>How many digits a serial has when it is not padded.</summary>
    internal static int DigitsOf(int serial)
    {
        int digits = 1;
        for (int rest = serial; rest >= 10; rest /= 10) digits++;
        return digits;
    }

    /// <summary>Reads plain ASCII digits only: no sign, blank or digit of another script.</summary>
    internal static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.Length is 0 or > 9) return false;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            number = (number * 10) + (c - '0');
        }

        return true;
    }
}
