using Shiremoot.Terms;

namespace Shiremoot.Futures.Mistakes;

/// <summary>Slips of the hand in names, numbers, postcodes and dates. Each makes one change that shows.</summary>
static class Slips
{
    // Keys beside each other on the keyboard, by letter from a.
    private static readonly string[] Beside =
    [
        "sqz", "vgn", "xvd", "sfe", "wrd", "dgr", "fht", "gjy", "uok", "hku", "jli", "kop", "nj", "bmh",
        "ipl", "ol", "wa", "etf", "adw", "ryg", "yij", "cbf", "qes", "zcs", "tuh", "xas",
    ];

    /// <summary>A name with one letter left out, doubled, changed for the key beside it, or put before its neighbour. The first letter is right nine times in ten.</summary>
    public static string Typed(string name, ref Chance chance)
    {
        if (name.Length < 2) return name;
        for (int tries = 0; tries < 8; tries++)
        {
            int at = chance.Happens(0.9) ? 1 + chance.Below(name.Length - 1) : 0;
            string typed = chance.Below(4) switch
            {
                0 when name.Length > 2 => name.Remove(at, 1),
                1 => name.Insert(at, char.ToLowerInvariant(name[at]).ToString()),
                2 when at + 1 < name.Length && at > 0 => Turned(name, at),
                _ => Changed(name, at, Near(name[at], ref chance)),
            };
            if (!string.Equals(typed, name, StringComparison.OrdinalIgnoreCase)) return typed;
        }

        return name;
    }

    /// <summary>An identifier with one character that is wrong.</summary>
    public static string Misread(string identifier, ref Chance chance)
    {
        while (true)
        {
            int at = chance.Below(identifier.Length);
            char was = identifier[at];
            if (char.IsAsciiDigit(was)) return Changed(identifier, at, (char)('0' + ((was - '0' + 1 + chance.Below(9)) % 10)));
            if (char.IsAsciiLetter(was)) return Changed(identifier, at, (char)('A' + ((was - 'A' + 1 + chance.Below(25)) % 26)));
        }
    }

    /// <summary>A postcode with one character wrong, three times in four in its second half.</summary>
    public static string MisreadPostcode(string postcode, ref Chance chance)
    {
        int half = postcode.IndexOf(' ') + 1;
        if (half <= 0 || half >= postcode.Length) return Misread(postcode, ref chance);
        return chance.Happens(0.75)
            ? string.Concat(postcode.AsSpan(0, half), Misread(postcode[half..], ref chance))
            : string.Concat(Misread(postcode[..half], ref chance), postcode.AsSpan(half));
    }

    /// <summary>A date with one digit wrong that is still a date, before the day of writing; nine times in ten not that of the decade.</summary>
    public static int Mistyped(int day, int writtenOn, ref Chance chance)
    {
        var (year, month, date) = Days.Date(day);
        for (int tries = 0; tries < 20; tries++)
        {
            int other = chance.Below(10);
            (int y, int m, int d) = chance.Below(10) switch
            {
                0 => ((year / 100 * 100) + (other * 10) + (year % 10), month, date),
                <= 3 => ((year / 10 * 10) + other, month, date),
                <= 5 => (year, (month / 10 * 10) + other, date),
                <= 8 => (year, month, (date / 10 * 10) + other),
                _ => (year, month, (other % 4 * 10) + (date % 10)),
            };
            if (m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m)) continue;
            int typed = Days.Number(new NodaTime.LocalDate(y, m, d));
            if (typed != day && typed <= writtenOn) return typed;
        }

        return day;
    }

    private static char Near(char letter, ref Chance chance)
    {
        if (!char.IsAsciiLetter(letter)) return 'e';
        string beside = Beside[char.ToLowerInvariant(letter) - 'a'];
        char near = beside[chance.Below(beside.Length)];
        return char.IsAsciiLetterUpper(letter) ? char.ToUpperInvariant(near) : near;
    }

    private static string Changed(string text, int at, char to) => string.Create(text.Length, (text, at, to), static (span, change) =>
    {
        change.text.CopyTo(span);
        span[change.at] = change.to;
    });

    private static string Turned(string text, int at) => string.Create(text.Length, (text, at), static (span, turn) =>
    {
        turn.text.CopyTo(span);
        (span[turn.at], span[turn.at + 1]) = (span[turn.at + 1], span[turn.at]);
    });
}
