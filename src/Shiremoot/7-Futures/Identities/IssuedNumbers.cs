using Shiremoot.Terms;

namespace Shiremoot.Futures.Identities;

/// <summary>
/// The numbers agencies give to people, in their true forms and with true check characters. Each is a one-to-one function of the person's number under the
/// run's seed, so no two people of a run ever share one.
/// </summary>
sealed class IssuedNumbers
{
    // Without the letters that look like digits.
    private const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private const string UpnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ", CrnLetters = "XEDCABFGHJKLMNPRTUVWYZ", NinoSuffixes = "ABCD";
    private const int SerialsOfCro = 999_999, PeopleOfCrn = 1_000_000, YearsBetweenCroBlocks = 25;
    private static readonly string[] NinoPrefixes = [.. Prefixes()];

    private readonly Scatter pnc, cro, prison, crn, nhs, upn, nino;

    public IssuedNumbers(ulong seed)
    {
        pnc = new Scatter(seed, 1, 9_999_999);
        cro = new Scatter(seed, 2, 2 * SerialsOfCro);
        prison = new Scatter(seed, 3, Letters.Length * 10_000 * Letters.Length * Letters.Length);
        crn = new Scatter(seed, 4, PeopleOfCrn);
        nhs = new Scatter(seed, 5, 90_000_000);
        upn = new Scatter(seed, 6, 10_000_000);
        nino = new Scatter(seed, 7, NinoPrefixes.Length * 1_000_000);
    }

    /// <summary>As 1979/0163001B: the year of the first arrest, a serial and its letter.</summary>
    public string Pnc(long person, int year) => string.Create(13, (Year: year, Serial: pnc.Of(person) + 1), static (text, id) =>
    {
        Digits(text[..4], id.Year);
        text[4] = '/';
        Digits(text[5..12], id.Serial);
        text[12] = CheckLetter.Of(id.Year % 100, id.Serial, 7);
    });

    /// <summary>
    /// As 065656/91H, or SF05/482703J for half of people: the serials of both forms serve two million people a year. Beyond that many people the next are put
    /// a generation earlier, so that numbers stay unlike in any run of fewer years than that.
    /// </summary>
    public string Cro(long person, int year)
    {
        (long block, long within) = Math.DivRem(person, cro.Count);
        int slot = cro.Of(within), yy = (int)((((year - (block * YearsBetweenCroBlocks)) % 100) + 100) % 100);
        bool isSmallFile = slot >= SerialsOfCro;
        int serial = (isSmallFile ? slot - SerialsOfCro : slot) + 1;
        if (isSmallFile) return $"SF{yy:00}/{serial}{CheckLetter.Of(yy, serial, CheckLetter.DigitsOf(serial))}";
        return $"{serial:000000}/{yy:00}{CheckLetter.Of(yy, serial, 6)}";
    }

    /// <summary>As A1234BC.</summary>
    public string PrisonNumber(long person) => string.Create(7, prison.Of(person), static (text, id) =>
    {
        (id, int last) = Math.DivRem(id, Letters.Length);
        (id, int next) = Math.DivRem(id, Letters.Length);
        (int first, int number) = Math.DivRem(id, 10_000);
        (text[0], text[5], text[6]) = (Letters[first], Letters[next], Letters[last]);
        Digits(text[1..5], number);
    });

    /// <summary>As X123456; other letters follow after each million people.</summary>
    public string Crn(long person)
    {
        (long letter, long within) = Math.DivRem(person, PeopleOfCrn);
        return string.Create(7, (Letter: CrnLetters[(int)letter], Number: crn.Of(within)), static (text, id) =>
        {
            text[0] = id.Letter;
            Digits(text[1..], id.Number);
        });
    }

    /// <summary>
    /// Ten digits with their check digit (modulus 11), all of the range that begins with 9, which is not issued to patients. Of the ten numbers that share their first
    /// eight digits one at most has no valid check digit: leaving one out keeps the function one-to-one.
    /// </summary>
    public string NhsNumber(long person) => string.Create(10, nhs.Of(person), static (text, id) =>
    {
        (int lead, int choice) = Math.DivRem(id, 9);
        text[0] = '9';
        Digits(text[1..8], lead);
        int sum = 0;
        for (int i = 0; i < 8; i++) sum += (text[i] - '0') * (10 - i);
        int left = 9;
        for (int digit = 0; digit < 10; digit++)
            if (11 - ((sum + (2 * digit)) % 11) == 10) left = digit;
        int ninth = choice < left ? choice : choice + 1;
        text[8] = (char)('0' + ninth);
        text[9] = (char)('0' + ((11 - ((sum + (2 * ninth)) % 11)) % 11));
    });

    /// <summary>A check letter, the authority's number, a school and serial, and the year of entry: A938123415007.</summary>
    /// <param name="person">The person's number.</param>
    /// <param name="authority">The education number of the authority, 0 to 999.</param>
    /// <param name="year">The year the person came to school.</param>
    public string Upn(long person, int authority, int year) => string.Create(13, (Authority: authority, Year: year % 100, Id: upn.Of(person)), static (text, id) =>
    {
        Digits(text[1..4], id.Authority);
        Digits(text[4..8], id.Id / 1000);
        Digits(text[8..10], id.Year);
        Digits(text[10..], id.Id % 1000);
        int sum = 0;
        for (int i = 1; i < 13; i++) sum += (text[i] - '0') * (i + 1);
        text[0] = UpnLetters[sum % 23];
    });

    /// <summary>As AB123456C, with no prefix that is never issued.</summary>
    public string Nino(long person) => string.Create(9, nino.Of(person), static (text, id) =>
    {
        (int prefix, int number) = Math.DivRem(id, 1_000_000);
        NinoPrefixes[prefix].CopyTo(text);
        Digits(text[2..8], number);
        text[8] = NinoSuffixes[id % 4];
    });

    private static void Digits(Span<char> text, int number)
    {
        for (int i = text.Length - 1; i >= 0; i--, number /= 10) text[i] = (char)('0' + (number % 10));
    }

    private static IEnumerable<string> Prefixes()
    {
        const string First = "ABCEGHJKLMNOPRSTWXYZ", Second = "ABCEGHJKLMNPRSTWXYZ";
        HashSet<string> never = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];
        return First.SelectMany(_ => Second, (a, b) => $"{a}{b}").Where(p => !never.Contains(p));
    }
}
