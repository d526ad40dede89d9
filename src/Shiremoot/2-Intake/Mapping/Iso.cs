namespace Shiremoot.Intake.Mapping;

/// <summary>Writes days and minutes in ISO 8601 form as bytes.</summary>
static class Iso
{
    private static readonly int EpochDayNumber = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>"2024-03-31", "2024-03-31T09:05" or "09:05"; returns the length. The span must hold 16 bytes.</summary>
    public static int Write(int? day, int minute, Span<byte> text)
    {
        int length = 0;
        if (day is { } number)
        {
            DateOnly date = DateOnly.FromDayNumber(number + EpochDayNumber);
            Digits(date.Year, text[..4]);
            text[4] = text[7] = (byte)'-';
            Digits(date.Month, text[5..7]);
            Digits(date.Day, text[8..10]);
            length = 10;
        }
        if (minute < 0) return length;
        if (day is not null) text[length++] = (byte)'T';
        Digits(minute / 60, text[length..(length + 2)]);
        text[length + 2] = (byte)':';
        Digits(minute % 60, text[(length + 3)..(length + 5)]);
        return length + 5;
    }

    private static void Digits(int value, Span<byte> into)
    {
        for (int i = into.Length - 1; i >= 0; i--, value /= 10) into[i] = (byte)('0' + (value % 10));
    }
}
