using System.Text;

namespace Shiremoot.Futures.Extracts;

/// <summary>The pattern of a reference: # a digit, @ a capital letter, {yyyy} and {yy} the year of the event; anything else is itself.</summary>
sealed class ReferenceForm
{
    private const string YearLong = "{yyyy}", YearShort = "{yy}";
    private readonly byte[] template;
    private readonly int longYear, shortYear;

    public ReferenceForm(string pattern)
    {
        longYear = pattern.IndexOf(YearLong, StringComparison.Ordinal);
        if (longYear >= 0) pattern = pattern.Replace(YearLong, "0000", StringComparison.Ordinal);
        shortYear = pattern.IndexOf(YearShort, StringComparison.Ordinal);
        if (shortYear >= 0) pattern = pattern.Replace(YearShort, "00", StringComparison.Ordinal);
        template = Encoding.UTF8.GetBytes(pattern);
        Room = RoomOf(pattern);
    }

    /// <summary>How many different references it makes, the year left aside.</summary>
    public ulong Room { get; }

    public static string? Fault(string pattern, bool mayHaveYear)
    {
        string rest = pattern.Replace(YearLong, "", StringComparison.Ordinal).Replace(YearShort, "", StringComparison.Ordinal);
        if (!mayHaveYear && rest.Length != pattern.Length) return "cannot hold a year: a person's reference does not change with the event.";
        if (pattern.Length - rest.Length > YearLong.Length) return "holds more than one year.";
        if (rest.AsSpan().IndexOfAny('{', '}') >= 0) return $"holds a brace that is neither {YearLong} nor {YearShort}.";
        if (pattern.Length > 48) return "is too long for a reference.";
        return rest.Count(c => c is '#' or '@') is < 3 or > 16 ? "must have from 3 to 16 places to fill: # for a digit, @ for a letter." : null;
    }

    /// <summary>Writes a number below <see cref="Room"/>.</summary>
    public void Write(ulong number, int year, RowBuffer into)
    {
        Span<byte> to = into.Take(template.Length);
        template.CopyTo(to);
        for (int i = template.Length - 1; i >= 0; i--)
        {
            if (template[i] == (byte)'#') (number, to[i]) = (number / 10, (byte)('0' + (number % 10)));
            else if (template[i] == (byte)'@') (number, to[i]) = (number / 26, (byte)('A' + (number % 26)));
        }
        if (longYear >= 0) Year(year, 4, to[longYear..]);
        if (shortYear >= 0) Year(year, 2, to[shortYear..]);
    }

    private static void Year(int year, int digits, Span<byte> to)
    {
        for (int i = digits - 1; i >= 0; i--, year /= 10) to[i] = (byte)('0' + (year % 10));
    }

    private static ulong RoomOf(string pattern)
    {
        double room = 1;
        foreach (char c in pattern) room *= c == '#' ? 10 : c == '@' ? 26 : 1;
        return (ulong)Math.Min(room, 1e17);
    }
}
