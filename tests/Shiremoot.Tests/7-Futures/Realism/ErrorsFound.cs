using Shiremoot.Terms;
using Shiremoot.Tests.Futures.Mistakes;

namespace Shiremoot.Tests.Futures.Realism;

/// <summary>How many records of one feed have an error, of those that could.</summary>
readonly record struct ErrorShare(string Feed, string Error, long Made, long Of)
{
    public double Share => (double)Made / Of;
}

/// <summary>
/// The errors that show in the files. The files do not say what is true of a person: it is taken to be what more than half of their other records say, of two at least
/// that say anything; a number or middle name is missing where another record has one. A second reference is a share of people;
/// only who is met twice by an agency can have one that shows.
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
                if (Most(records, r => r.Numbers.GetValueOrDefault(kind, "")) is { } number) holders.TryAdd((kind, number), person);
        foreach ((string person, List<FiledRecord> records) in filed.People) Add(person, records);
    }

    public static IEnumerable<ErrorShare> All(FiledPeople filed) =>
        new ErrorsFound(filed).counts.OrderBy(c => c.Key.Error, StringComparer.Ordinal).ThenBy(c => c.Key.Feed, StringComparer.Ordinal).Select(c => new ErrorShare(c.Key.Feed, c.Key.Error, c.Value.Made, c.Value.Of));

    // What a feed never has is no error of its records.
    private void NoteColumns(FiledRecord record)
    {
        if (record.Forename.Length > 0) columns.Add((record.Feed, "name"));
        if (record.MiddleName.Length > 0) columns.Add((record.Feed, "middle name"));
        columns.Add((record.Feed, "sex"));
        if (record.Ethnicity.Length > 0) columns.Add((record.Feed, "ethnicity"));
        if (record.Postcodes.Count > 0) columns.Add((record.Feed, "postcode"));
        foreach (string kind in record.Numbers.Keys) columns.Add((record.Feed, kind));
    }

    private void Add(string person, List<FiledRecord> records)
    {
        foreach (IGrouping<string, FiledRecord> ofFeed in records.GroupBy(r => r.Feed)) Count(ofFeed.Key, "second reference", ofFeed.Skip(1).Any());
        foreach (FiledRecord record in records)
        {
            FiledRecord[] others = [.. records.Where(r => !ReferenceEquals(r, record))];
            AddName(record, others);
            AddOwned(record, others, "middle name", r => r.MiddleName);
            AddBirthDate(record, others);
            AddWord(record, others, "sex", r => r.Sex);
            AddWord(record, others, "ethnicity", r => r.Ethnicity == "ns" ? "" : r.Ethnicity);
            if (Has(record, "postcode")) Count(record.Feed, "postcode: missing", record.Postcodes.Count == 0);
            foreach (string kind in NumberKinds)
            {
                AddOwned(record, others, kind, r => r.Numbers.GetValueOrDefault(kind, ""));
                AddAnothers(person, record, kind);
            }
        }
    }

    private void AddName(FiledRecord r, IReadOnlyList<FiledRecord> others)
    {
        if (r.Forename.Length == 0 || r.Surname.Length == 0 || Most(others, o => o.Forename) is not { } forename || Most(others, o => o.Surname) is not { } surname) return;
        bool isSwapped = forename != surname && r.Forename == surname && r.Surname == forename;
        bool forenameNear = r.Forename == forename || IsSpelled(r.Forename, forename), surnameNear = r.Surname == surname || IsSpelled(r.Surname, surname);
        Count(r.Feed, "name: swapped", isSwapped);
        Count(r.Feed, "name: spelled otherwise", !isSwapped && forenameNear && surnameNear && (r.Forename != forename || r.Surname != surname));
        Count(r.Feed, "name: another forename", !isSwapped && !forenameNear && surnameNear);
        Count(r.Feed, "name: another surname", !isSwapped && forenameNear && !surnameNear);
        Count(r.Feed, "name: both other", !isSwapped && !forenameNear && !surnameNear);
    }

    private void AddBirthDate(FiledRecord r, IReadOnlyList<FiledRecord> others)
    {
        Count(r.Feed, "birth date: missing", r.BirthDay is null);
        if (r.BirthDay is not { } day) return;
        Count(r.Feed, "birth date: 1 January 1900", day == FirstOf1900);
        if (day == FirstOf1900 || Most(others, o => Written(o.BirthDay)) is not { } born) return;
        string written = Written(day);
        int edits = written.Zip(born).Count(p => p.First != p.Second);
        bool isSwapped = edits > 0 && written[..4] == born[..4] && written[4..6] == born[6..] && written[6..] == born[4..6];
        bool isFirst = edits > 0 && written == born[..4] + "0101";
        Count(r.Feed, "birth date: day and month swapped", isSwapped);
        Count(r.Feed, "birth date: 1 January", isFirst);
        Count(r.Feed, "birth date: one digit", !isSwapped && !isFirst && edits == 1);
        Count(r.Feed, "birth date: other", !isSwapped && !isFirst && edits > 1);
    }

    private static string Written(int? day) => day is { } there && there != FirstOf1900 ? $"{Days.Date(there):uuuuMMdd}" : "";

    private void AddWord(FiledRecord r, IReadOnlyList<FiledRecord> others, string field, Func<FiledRecord, string> value)
    {
        if (!Has(r, field)) return;
        Count(r.Feed, $"{field}: missing", value(r).Length == 0);
        if (value(r).Length > 0 && Most(others, value) is { } most) Count(r.Feed, $"{field}: other", value(r) != most);
    }

    // Not everybody has one: it is missing where another record has it.
    private void AddOwned(FiledRecord r, IReadOnlyList<FiledRecord> others, string field, Func<FiledRecord, string> value)
    {
        if (!Has(r, field) || !others.Any(o => value(o).Length > 0)) return;
        Count(r.Feed, $"{field}: missing", value(r).Length == 0);
        if (value(r).Length > 0 && Most(others, value) is { } most) Count(r.Feed, $"{field}: other", value(r) != most);
    }

    private void AddAnothers(string person, FiledRecord r, string kind)
    {
        if (r.Numbers.TryGetValue(kind, out string? number)) Count(r.Feed, $"{kind}: another's", holders.GetValueOrDefault((kind, number), person) != person);
    }

    private bool Has(FiledRecord record, string field) => columns.Contains((record.Feed, field));

    private static bool IsSpelled(string written, string name) => PlainJaroWinkler.Of(written, name) >= 0.85;

    // What more than half say, of two at least who say anything.
    private static string? Most(IReadOnlyList<FiledRecord> records, Func<FiledRecord, string> value)
    {
        List<string> said = [.. records.Select(value).Where(v => v.Length > 0)];
        if (said.Count < 2) return null;
        IGrouping<string, string> most = said.GroupBy(v => v).MaxBy(g => g.Count())!;
        return most.Count() * 2 > said.Count ? most.Key : null;
    }

    private void Count(string feed, string error, bool made)
    {
        (long had, long of) = counts.GetValueOrDefault((feed, error));
        counts[(feed, error)] = (had + (made ? 1 : 0), of + 1);
    }
}
