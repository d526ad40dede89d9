using Shiremoot.Terms;
using Shiremoot.Tests.Futures.Mistakes;

namespace Shiremoot.Tests.Futures.Realism;

/// <summary>How many records of one feed have an error, of those that could.</summary>
readonly record struct ErrorShare(string Feed, string Error, long Made, long Of)
{
    public double Share => (double)Made / Of;
}

/// <summary>
/// The errors that show in the files. The files do not say what is true of a person: it is taken to be what more than half of their records say, of three at least;
/// people of whom nothing is said so often are left out of that field. So these shares are a little below the rates at which errors are made.
/// </summary>
sealed class ErrorsFound
{
    private static readonly string[] NumberKinds = ["pnc", "cro", "prison_number", "crn", "nhs_number", "upn", "nino"];
    private static readonly int FirstOf1900 = Days.Number(new NodaTime.LocalDate(1900, 1, 1));

    private readonly Dictionary<(string Feed, string Error), (long Made, long Of)> counts = [];
    private readonly HashSet<(string Feed, string Field)> columns = [];
    private readonly Dictionary<(string Kind, string Number), string> holders = [];

    private ErrorsFound(FiledPeople filed)
    {
        foreach (FiledRecord record in filed.People.Values.SelectMany(r => r)) NoteColumns(record);
        foreach ((string person, List<FiledRecord> records) in filed.People)
            foreach (string kind in NumberKinds)
                if (Most(records, r => r.Numbers.GetValueOrDefault(kind, ""), 2) is { } number) holders.TryAdd((kind, number), person);
        foreach ((string person, List<FiledRecord> records) in filed.People) Add(person, records);
    }

    public static IEnumerable<ErrorShare> All(FiledPeople filed) =>
        new ErrorsFound(filed).counts.OrderBy(c => c.Key.Error, StringComparer.Ordinal).ThenBy(c => c.Key.Feed, StringComparer.Ordinal).Select(c => new ErrorShare(c.Key.Feed, c.Key.Error, c.Value.Made, c.Value.Of));

    // What a feed never has is no error of its records.
    private void NoteColumns(FiledRecord record)
    {
        if (record.Forename.Length > 0) columns.Add((record.Feed, "name"));
        if (record.MiddleName.Length > 0) columns.Add((record.Feed, "middle name"));
        if (record.Ethnicity.Length > 0) columns.Add((record.Feed, "ethnicity"));
        if (record.Postcodes.Count > 0) columns.Add((record.Feed, "postcode"));
        foreach (string kind in record.Numbers.Keys) columns.Add((record.Feed, kind));
    }

    private void Add(string person, List<FiledRecord> records)
    {
        foreach (IGrouping<string, FiledRecord> ofFeed in records.GroupBy(r => r.Feed)) Count(ofFeed.Key, "second reference", ofFeed.Skip(1).Any());
        AddNames(records);
        AddMiddleNames(records);
        AddBirthDates(records);
        AddWords(records, "sex", r => r.Sex);
        AddWords(records, "ethnicity", r => r.Ethnicity);
        foreach (FiledRecord record in records.Where(r => Has(r, "postcode"))) Count(record.Feed, "postcode: missing", record.Postcodes.Count == 0);
        foreach (string kind in NumberKinds) AddNumbers(person, records, kind);
    }

    private void AddNames(List<FiledRecord> records)
    {
        if (Most(records, r => r.Forename, 3) is not { } forename || Most(records, r => r.Surname, 3) is not { } surname) return;
        foreach (FiledRecord r in records.Where(r => r.Forename.Length > 0 && r.Surname.Length > 0))
        {
            bool isSwapped = forename != surname && r.Forename == surname && r.Surname == forename;
            bool forenameNear = r.Forename == forename || IsSpelled(r.Forename, forename), surnameNear = r.Surname == surname || IsSpelled(r.Surname, surname);
            Count(r.Feed, "name: swapped", isSwapped);
            Count(r.Feed, "name: spelled otherwise", !isSwapped && forenameNear && surnameNear && (r.Forename != forename || r.Surname != surname));
            Count(r.Feed, "name: another forename", !isSwapped && !forenameNear && surnameNear);
            Count(r.Feed, "name: another surname", !isSwapped && forenameNear && !surnameNear);
            Count(r.Feed, "name: both other", !isSwapped && !forenameNear && !surnameNear);
        }
    }

    private void AddMiddleNames(List<FiledRecord> records)
    {
        if (Most(records, r => r.MiddleName, 2) is not { } middle) return;
        foreach (FiledRecord r in records.Where(r => Has(r, "middle name")))
        {
            Count(r.Feed, "middle name: missing", r.MiddleName.Length == 0);
            if (r.MiddleName.Length > 0) Count(r.Feed, "middle name: other", r.MiddleName != middle);
        }
    }

    private void AddBirthDates(List<FiledRecord> records)
    {
        foreach (FiledRecord r in records)
        {
            Count(r.Feed, "birth date: missing", r.BirthDay is null);
            Count(r.Feed, "birth date: 1 January 1900", r.BirthDay == FirstOf1900);
        }

        if (Most(records, r => r.BirthDay is { } d ? $"{Days.Date(d):uuuuMMdd}" : "", 3) is not { } born) return;
        foreach (FiledRecord r in records.Where(r => r.BirthDay is { } d && d != FirstOf1900))
        {
            string written = $"{Days.Date(r.BirthDay!.Value):uuuuMMdd}";
            int edits = written.Zip(born).Count(p => p.First != p.Second);
            bool isSwapped = edits > 0 && written[..4] == born[..4] && written[4..6] == born[6..] && written[6..] == born[4..6];
            bool isFirst = edits > 0 && written == born[..4] + "0101";
            Count(r.Feed, "birth date: day and month swapped", isSwapped);
            Count(r.Feed, "birth date: 1 January", isFirst);
            Count(r.Feed, "birth date: one digit", !isSwapped && !isFirst && edits == 1);
            Count(r.Feed, "birth date: other", !isSwapped && !isFirst && edits > 1);
        }
    }

    private void AddWords(List<FiledRecord> records, string field, Func<FiledRecord, string> value)
    {
        string? most = Most(records, value, 3);
        foreach (FiledRecord r in records.Where(r => field == "sex" || Has(r, field)))
        {
            Count(r.Feed, $"{field}: missing", value(r).Length == 0);
            if (most is not null && value(r).Length > 0) Count(r.Feed, $"{field}: other", value(r) != most);
        }
    }

    private void AddNumbers(string person, List<FiledRecord> records, string kind)
    {
        if (Most(records, r => r.Numbers.GetValueOrDefault(kind, ""), 2) is not { } number) return;
        foreach (FiledRecord r in records.Where(r => Has(r, kind)))
        {
            string written = r.Numbers.GetValueOrDefault(kind, "");
            Count(r.Feed, $"{kind}: missing", written.Length == 0);
            if (written.Length == 0) continue;
            bool isAnothers = written != number && holders.GetValueOrDefault((kind, written), person) != person;
            Count(r.Feed, $"{kind}: another's", isAnothers);
            Count(r.Feed, $"{kind}: mistyped", written != number && !isAnothers);
        }
    }

    private bool Has(FiledRecord record, string field) => columns.Contains((record.Feed, field));

    private static bool IsSpelled(string written, string name) => PlainJaroWinkler.Of(written, name) >= 0.85;

    // What more than half say, of so many that say anything.
    private static string? Most(List<FiledRecord> records, Func<FiledRecord, string> value, int atLeast)
    {
        List<string> said = [.. records.Select(value).Where(v => v.Length > 0)];
        if (said.Count < atLeast) return null;
        IGrouping<string, string> most = said.GroupBy(v => v).MaxBy(g => g.Count())!;
        return most.Count() * 2 > said.Count ? most.Key : null;
    }

    private void Count(string feed, string error, bool made)
    {
        (long had, long of) = counts.GetValueOrDefault((feed, error));
        counts[(feed, error)] = (had + (made ? 1 : 0), of + 1);
    }
}
