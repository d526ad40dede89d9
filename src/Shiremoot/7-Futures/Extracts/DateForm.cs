namespace Shiremoot.Futures.Extracts;

/// <summary>How an extract writes dates: dd/MM/yyyy, d-MMM-yy, yyyyMMdd, yyyy-MM-ddTHH:mm:ss and the like, compiled once.</summary>
sealed class DateForm
{
    /// <summary>The longest date any form of ours writes.</summary>
    public const int MostBytes = 64;

    private static readonly string[] Tokens = ["yyyy", "yy", "MMM", "MM", "M", "dd", "d", "HH", "mm", "ss"];
    private static readonly byte[][] Months = [.. "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".Split(' ').Select(System.Text.Encoding.ASCII.GetBytes)];

    // A token by its place in Tokens, or a letter of its own as 1000 + its code.
    private readonly int[] parts;
    private readonly bool isUpper;

    /// <param name="written">The pattern; 'UPPER ' before it writes the names of months in capitals.</param>
    public DateForm(string written)
    {
        isUpper = written.StartsWith("UPPER ", StringComparison.Ordinal);
        parts = [.. Parts(isUpper ? written[6..] : written)];
    }

    public static string? Fault(string written)
    {
        string pattern = written.StartsWith("UPPER ", StringComparison.Ordinal) ? written[6..] : written;
        int[] parts = [.. Parts(pattern)];
        if (pattern.Length > 32) return "is too long for a date.";
        char[] strange = [.. parts.Where(p => p >= 1000).Select(p => (char)(p - 1000)).Where(c => c > 126 || (char.IsAsciiLetter(c) && c is not ('T' or 'Z')))];
        if (strange.Length > 0) return $"has '{strange[0]}', which is no part of a date; use {string.Join(", ", Tokens)}, T and marks.";
        return parts.Any(p => p is 0 or 1) && parts.Any(p => p is 2 or 3 or 4) && parts.Any(p => p is 5 or 6) ? null : "must have a year, a month and a day.";
    }

    /// <summary>Writes a moment; returns its bytes.</summary>
    public int Write(int day, int second, Span<byte> into)
    {
        (int year, int month, int date) = CivilDay.Of(day);
        int used = 0;
        foreach (int part in parts)
        {
            switch (part)
            {
                case 0: Two(year / 100, into, ref used); Two(year % 100, into, ref used); break;
                case 1: Two(year % 100, into, ref used); break;
                case 2: Month(month, into, ref used); break;
                case 3: Two(month, into, ref used); break;
                case 4: OneOrTwo(month, into, ref used); break;
                case 5: Two(date, into, ref used); break;
                case 6: OneOrTwo(date, into, ref used); break;
                case 7: Two(second / 3600, into, ref used); break;
                case 8: Two(second / 60 % 60, into, ref used); break;
                case 9: Two(second % 60, into, ref used); break;
                default: into[used++] = (byte)(part - 1000); break;
            }
        }
        return used;
    }

    private void Month(int month, Span<byte> into, ref int used)
    {
        foreach (byte letter in Months[month - 1]) into[used++] = isUpper && letter >= (byte)'a' ? (byte)(letter - 32) : letter;
    }

    private static void OneOrTwo(int number, Span<byte> into, ref int used)
    {
        if (number < 10) into[used++] = (byte)('0' + number);
        else Two(number, into, ref used);
    }

    private static void Two(int number, Span<byte> into, ref int used)
    {
        into[used++] = (byte)('0' + (number / 10));
        into[used++] = (byte)('0' + (number % 10));
    }

    private static IEnumerable<int> Parts(string pattern)
    {
        for (int at = 0; at < pattern.Length;)
        {
            int token = Array.FindIndex(Tokens, t => string.CompareOrdinal(pattern, at, t, 0, t.Length) == 0);
            yield return token >= 0 ? token : 1000 + pattern[at];
            at += token >= 0 ? Tokens[token].Length : 1;
        }
    }
}
