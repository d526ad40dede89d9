using System.Globalization;
using System.Text.Json;
using Dapper;
using Shiremoot.Intake;
using Shiremoot.Storage;

namespace Shiremoot.Tests.Futures.Realism;

/// <summary>What the extracts hold under one reference of an agency, as its feed takes it in. Empty text is missing.</summary>
sealed record FiledRecord(string Agency, string Feed, string Reference)
{
    public string Forename { get; init; } = "";

    public string MiddleName { get; init; } = "";

    public string Surname { get; init; } = "";

    /// <summary>Another name they have given: forename and surname.</summary>
    public string Alias { get; init; } = "";

    public int? BirthDay { get; init; }

    public string Sex { get; init; } = "";

    public string Ethnicity { get; init; } = "";

    public IReadOnlyDictionary<string, string> Numbers { get; init; } = new Dictionary<string, string>();

    /// <summary>All that stand under the reference, without spaces.</summary>
    public HashSet<string> Postcodes { get; } = [];
}

/// <summary>A folder of generated extracts taken in by their feeds, with the truth of whose reference is whose.</summary>
sealed class FiledPeople
{
    private FiledPeople(Dictionary<string, List<FiledRecord>> people, List<FiledEvent> events, List<(string Person, string Kinship, string Other)> kin) =>
        (People, Events, Kin) = (people, events, kin);

    /// <summary>The records of each person, in the order the feeds were taken in.</summary>
    public Dictionary<string, List<FiledRecord>> People { get; }

    /// <summary>The events in the order of the rows of each feed.</summary>
    public List<FiledEvent> Events { get; }

    public List<(string Person, string Kinship, string Other)> Kin { get; }

    /// <summary>Takes every extract of the folder in to a store that is gone afterwards.</summary>
    /// <param name="folder">What ./shiremoot generate wrote.</param>
    /// <param name="feedsFolder">vocabulary/extracts/feeds.</param>
    public static FiledPeople Read(string folder, string feedsFolder)
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("realism");
        try
        {
            using IStore store = Stores.Open(Path.Combine(temporary.FullName, "store.db"), "realism", TimeProvider.System).Value;
            Dictionary<long, string> feedOf = [];
            foreach (string file in Directory.GetFiles(feedsFolder, "*.yaml").Order(StringComparer.Ordinal))
            {
                Feed feed = FeedFile.Read(file, Path.GetFileName(file)).Value;
                Receipt receipt = TakingIn.Load(store, feed, Path.Combine(folder, feed.Files[0]), new TakingInOptions { Clock = TimeProvider.System, Areas = (_, _) => null }).Value;
                feedOf[receipt.Load] = feed.Id;
            }

            Dictionary<(string, string), string> truth = Truth(folder);
            return new FiledPeople(Records(store, feedOf, truth), EventsOf(store, feedOf, truth), Ties(folder));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            temporary.Delete(recursive: true);
        }
    }

    private static Dictionary<(string, string), string> Truth(string folder)
    {
        Dictionary<(string, string), string> truth = [];
        foreach (string[] line in Lines(folder, "truth.csv")) truth[(line[0], line[2])] = line[3];
        return truth;
    }

    private static List<(string, string, string)> Ties(string folder) => [.. Lines(folder, "truth-kin.csv").Select(l => (l[0], l[1], l[2]))];

    private static IEnumerable<string[]> Lines(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(l => l.Split(','));

    private static Dictionary<string, List<FiledRecord>> Records(IStore store, Dictionary<long, string> feedOf, Dictionary<(string, string), string> truth)
    {
        Dictionary<(string, string), FiledRecord> byReference = [];
        Dictionary<string, List<FiledRecord>> people = new(StringComparer.Ordinal);
        using System.Data.Common.DbConnection connection = store.Open();
        foreach (Row row in connection.Query<Row>("SELECT id, agency, person, forename, middle_names, surname, birth_day, sex, ethnicity, postcode, identifiers, attributes FROM source_record ORDER BY id", buffered: false))
        {
            if (!byReference.TryGetValue((row.Agency, row.Person), out FiledRecord? record))
            {
                byReference[(row.Agency, row.Person)] = record = Of(row, feedOf[RowId.LoadOf(row.Id)]);
                string person = truth[(row.Agency, row.Person)];
                if (!people.TryGetValue(person, out List<FiledRecord>? records)) people[person] = records = [];
                records.Add(record);
            }

            if (row.Postcode is { Length: > 0 } postcode) record.Postcodes.Add(postcode.Replace(" ", ""));
        }

        return people;
    }

    private static FiledRecord Of(Row row, string feed) => new(row.Agency, feed, row.Person)
    {
        Forename = Upper(row.Forename),
        MiddleName = Upper(row.Middle_names),
        Surname = Upper(row.Surname),
        Alias = InOrder(Upper(Texts(row.Attributes).GetValueOrDefault("alias"))),
        BirthDay = (int?)row.Birth_day,
        Sex = row.Sex ?? "",
        Ethnicity = row.Ethnicity ?? "",
        Numbers = Texts(row.Identifiers),
    };

    private static List<FiledEvent> EventsOf(IStore store, Dictionary<long, string> feedOf, Dictionary<(string, string), string> truth)
    {
        using System.Data.Common.DbConnection connection = store.Open();
        return [.. connection.Query<(long Id, string Agency, string Person, long Day)>("SELECT id, agency, person, start_day FROM event ORDER BY id", buffered: false)
            .Select(e => new FiledEvent(feedOf[RowId.LoadOf(e.Id)], e.Person, truth[(e.Agency, e.Person)], (int)e.Day))];
    }

    private static Dictionary<string, string> Texts(string? json)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        if (json is null) return texts;
        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.String) texts[property.Name] = property.Value.GetString()!;
        return texts;
    }

    // SMITH, JOHN is JOHN SMITH.
    private static string InOrder(string name) => name.IndexOf(", ", StringComparison.Ordinal) is > 0 and int at ? $"{name[(at + 2)..]} {name[..at]}" : name;

    private static string Upper(string? text) => text?.ToUpper(CultureInfo.InvariantCulture) ?? "";

    private sealed class Row
    {
        public long Id { get; init; }

        public string Agency { get; init; } = "";

        public string Person { get; init; } = "";

        public string? Forename { get; init; }

        public string? Middle_names { get; init; }

        public string? Surname { get; init; }

        public long? Birth_day { get; init; }

        public string? Sex { get; init; }

        public string? Ethnicity { get; init; }

        public string? Postcode { get; init; }

        public string? Identifiers { get; init; }

        public string? Attributes { get; init; }
    }
}

/// <summary>An event of a feed, the reference it stands under, whose that is in truth, and its day.</summary>
readonly record struct FiledEvent(string Feed, string Reference, string Person, int Day);
