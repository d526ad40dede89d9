using Shiremoot.Terms;
using Shiremoot.Tests.Futures.Mistakes;

namespace Shiremoot.Tests.Futures.Realism;

/// <summary>A level of agreement: the share of true pairs HMPPS found at it, and the pairs here.</summary>
readonly record struct AgreementLevel(string Field, string Level, double? Published, long Pairs, long Of)
{
    public double Share => Of == 0 ? 0 : (double)Pairs / Of;

    /// <summary>In points of 100.</summary>
    public double? Off => (Share - Published) * 100;
}

/// <summary>
/// At which level pairs of records of one person agree, field by field. The levels and shares are those of the m probabilities of hmpps-person-match (model of
/// February 2026). As in its cleaning, a field is compared only where both records have it, and 1900-01-01 is no date of birth.
/// </summary>
sealed class Agreement
{
    private static readonly (string Field, (string Level, double? Share)[] Levels)[] Fields =
    [
        ("name", [("exact", 0.88057), ("Jaro-Winkler 0.9 or more", 0.07324), ("reversed", 0.00196), ("alias", 0.01639 + 0.00417), ("both Jaro-Winkler 0.7 or more", 0.00495), ("forename only", 0.00421), ("surname only", 0.00533), ("else", 0.00414)]),
        // No alias dates are held here: the pairs that HMPPS matched by one (1.70%) are pairs of unlike dates, most of them within five years.
        ("birth date", [("exact", 0.94800), ("one edit, same decade", 0.01725), ("within five years", 0.01020 + 0.01505 + 0.00195), ("else", 0.00204)]),
        ("postcode", [("shared", 0.65305 + 0.04048 + 0.01468), ("outcode only", 0.09228), ("none", 0.19931)]),
        ("middle name", [("exact", 0.93118), ("Jaro-Winkler 0.85 or more", 0.03096), ("else", 0.04107)]),
        // HMPPS fixes some of these by hand and they do not sum to one, so there is nothing to be near to.
        ("pnc", [("same", null), ("other", null)]),
        ("cro", [("same", null), ("other", null)]),
    ];

    private readonly long[][] counts = [.. Fields.Select(f => new long[f.Levels.Length])];

    public static Agreement Of(FiledPeople filed)
    {
        Agreement agreement = new();
        foreach (List<FiledRecord> records in filed.People.Values) agreement.AddAll(records);
        return agreement;
    }

    /// <summary>Adds every pair of one person's records.</summary>
    public void AddAll(IReadOnlyList<FiledRecord> records)
    {
        for (int i = 0; i < records.Count; i++)
            for (int j = i + 1; j < records.Count; j++) Add(records[i], records[j]);
    }

    public IEnumerable<AgreementLevel> Levels() =>
        Fields.SelectMany((field, f) => field.Levels.Select((level, l) => new AgreementLevel(field.Field, level.Level, level.Share, counts[f][l], counts[f].Sum())));

    private void Add(FiledRecord a, FiledRecord b)
    {
        if (a.Forename.Length > 0 && a.Surname.Length > 0 && b.Forename.Length > 0 && b.Surname.Length > 0) counts[0][Name(a, b)]++;
        if (IsDate(a.BirthDay) && IsDate(b.BirthDay)) counts[1][BirthDate(a.BirthDay!.Value, b.BirthDay!.Value)]++;
        if (a.Postcodes.Count > 0 && b.Postcodes.Count > 0) counts[2][Postcode(a.Postcodes, b.Postcodes)]++;
        if (a.MiddleName.Length > 0 && b.MiddleName.Length > 0) counts[3][a.MiddleName == b.MiddleName ? 0 : PlainJaroWinkler.Of(a.MiddleName, b.MiddleName) >= 0.85 ? 1 : 2]++;
        if (Both(a, b, "pnc") is { } pnc) counts[4][pnc ? 0 : 1]++;
        if (Both(a, b, "cro") is { } cro) counts[5][cro ? 0 : 1]++;
    }

    private static int Name(FiledRecord a, FiledRecord b)
    {
        if (a.Forename == b.Forename && a.Surname == b.Surname) return 0;
        if (PlainJaroWinkler.Of(Full(a), Full(b)) >= 0.9) return 1;
        if (a.Forename == b.Surname && a.Surname == b.Forename) return 2;
        if (FullNames(a).Intersect(FullNames(b)).Any()) return 3;
        if (PlainJaroWinkler.Of(a.Forename, b.Forename) >= 0.7 && PlainJaroWinkler.Of(a.Surname, b.Surname) >= 0.7) return 4;
        return a.Forename == b.Forename ? 5 : a.Surname == b.Surname ? 6 : 7;
    }

    private static string Full(FiledRecord a) => $"{a.Forename} {a.Surname}";

    private static IEnumerable<string> FullNames(FiledRecord a) => a.Alias.Length > 0 ? [Full(a), a.Alias] : [Full(a)];

    private static bool IsDate(int? day) => day is { } there && Days.Date(there).Year > 1900;

    private static int BirthDate(int a, int b)
    {
        if (a == b) return 0;
        (string one, string two) = ($"{Days.Date(a):uuuuMMdd}", $"{Days.Date(b):uuuuMMdd}");
        if (one[..3] == two[..3] && one[3..].Zip(two[3..]).Count(p => p.First != p.Second) == 1) return 1;
        return Math.Abs(a - b) <= 5 * 365.25 ? 2 : 3;
    }

    private static int Postcode(HashSet<string> a, HashSet<string> b) => a.Overlaps(b) ? 0 : a.Select(Outcode).Intersect(b.Select(Outcode)).Any() ? 1 : 2;

    private static string Outcode(string postcode) => postcode[..^3];

    private static bool? Both(FiledRecord a, FiledRecord b, string kind) =>
        a.Numbers.TryGetValue(kind, out string? one) && b.Numbers.TryGetValue(kind, out string? two) ? one == two : null;
}
