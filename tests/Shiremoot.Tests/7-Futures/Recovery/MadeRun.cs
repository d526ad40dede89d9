using System.Text.Json;
using Shiremoot.Futures;
using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>
/// One run of generated people: their extracts taken in by their feeds and read as stories of the true people, so that no mistake of linkage is mixed in; the numbers
/// that made them; and their lives before any error, for what no extract shows.
/// </summary>
sealed class MadeRun
{
    /// <summary>Whoever no justice agency has a record of in so many years has no history: so long after a case hardly anybody comes back.</summary>
    public const int QuietYears = 5;

    private static readonly string[] Feeds =
        ["police-custody", "police-incidents", "court-cases", "prison-receptions", "probation-supervision", "health-mental-health", "council-housing"];

    private readonly Dictionary<string, object> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> truth;

    private MadeRun(Dictionary<string, double> truth, Stories stories, MadeLivesRun lives)
    {
        (this.truth, Lives, Stories) = (truth, lives, stories);
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        foreach (string name in truth.Keys)
            if (name.StartsWith("offences.groups[", StringComparison.Ordinal) && name.Contains("].codes.", StringComparison.Ordinal))
                groups[name[(name.LastIndexOf('.') + 1)..]] = int.Parse(name[16..name.IndexOf(']', StringComparison.Ordinal)]);
        People = RecordedPeople.Of(stories, groups, From + (int)(QuietYears * 365.25));
        Cases = [.. People.SelectMany(p => p.Cases)];
    }

    /// <summary>The first day of the records, and the day after the last.</summary>
    public int From => Lives.From;

    public int Until => Lives.Until;

    public IReadOnlyList<RecordedPerson> People { get; }

    public IReadOnlyList<RecordedCase> Cases { get; }

    public MadeLivesRun Lives { get; }

    /// <summary>The stories of the true people, as the extracts tell them.</summary>
    public Stories Stories { get; }

    /// <summary>A number of truth-model.json by its name.</summary>
    public double this[string name] => truth[name];

    /// <summary>What several estimates share, worked out once.</summary>
    public T Once<T>(string name, Func<T> make)
        where T : notnull
    {
        if (!kept.TryGetValue(name, out object? made)) kept[name] = made = make();
        return (T)made;
    }

    /// <summary>Makes people of a place, takes their extracts in, and reads them; nothing is left on disk.</summary>
    public static MadeRun Of(string root, string place, int people, int years, ulong seed)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("shiremoot-recovery");
        try
        {
            string made = Path.Combine(folder.FullName, "made"), placeFolder = Path.Combine(root, "places", place);
            Shire.Generating(placeFolder, null).Value.Run(new(people, years, seed, made, Environment.ProcessorCount), null).Value.Extracts!.Files.Count.ShouldBeAbove(0);
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(made, "truth-model.json")));
            Dictionary<string, double> truth = document.RootElement.GetProperty("coefficients").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetDouble(), StringComparer.Ordinal);
            Dictionary<string, double> fitted = document.RootElement.GetProperty("fitted").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetDouble(), StringComparer.Ordinal);
            return new(truth, Read(made, Path.Combine(root, "vocabulary", "extracts", "feeds"), folder.FullName), new(placeFolder, Path.Combine(root, "vocabulary"), fitted, people, years, seed));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static Stories Read(string made, string feeds, string folder)
    {
        using IStore store = Stores.Open(Path.Combine(folder, "store.db"), "recovery", TimeProvider.System).Value;
        foreach (string id in Feeds)
        {
            Feed feed = FeedFile.Read(Path.Combine(feeds, id + ".yaml"), id).Value;
            TakingIn.Load(store, feed, Path.Combine(made, feed.Files[0]), new TakingInOptions { Clock = TimeProvider.System, Areas = (_, _) => null }).Value.RowsIn.ShouldBeAbove(0);
        }
        RecordPeople people = new();
        foreach (string line in File.ReadLines(Path.Combine(made, "truth.csv")).Skip(1))
        {
            string[] part = line.Split(',');
            people.Add(part[0], part[2], long.Parse(part[3][1..]));
        }
        return Stories.Read(store, new(Auditing.Picture, "test", TimeProvider.System), people).Value;
    }
}

/// <summary>Guards that hold in the benchmarks too, which have no test framework.</summary>
static class Guards
{
    public static void ShouldBeAbove(this long value, long least)
    {
        if (value <= least) throw new InvalidOperationException($"{value} is not above {least}: the run made nothing to go by.");
    }

    public static void ShouldBeAbove(this int value, int least) => ((long)value).ShouldBeAbove(least);
}
