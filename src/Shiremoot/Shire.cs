using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>
/// One place with its rooms wired together: what both doors hold. A number a page shows and a number a command prints come from the same call here.
/// </summary>
public sealed partial class Shire : IDisposable
{
    private readonly ShireOptions options;
    private readonly Lazy<Outcome<Geography>> geography;
    private readonly Lazy<Outcome<Vocabulary>> vocabulary;

    private Shire(Place place, DisclosureRules disclosure, IReadOnlyList<Feed> feeds, IStore store, ShireOptions options)
    {
        (Place, Disclosure, Feeds, Store, this.options) = (place, disclosure, feeds, store, options);
        geography = new(() => Records.Geography.Read(VocabularyFolder.Find()));
        vocabulary = new(() => Records.Vocabulary.Read(VocabularyFolder.Find(), Path.Combine(place.FolderPath, "vocabulary")));
        measures = new(() => ReadMeasures(PlaceFolders.OfMeasures(place)));
        codeLists = new(() => Vocabulary.Then(words => CodeList.ReadAll(words, PlaceFolders.OfMeasures(place))));
        cohorts = new(() => CodeLists.Then(lists => CohortFile.ReadAll(PlaceFolders.OfMeasures(place), lists)));
        unitCosts = new(() => Economics.UnitCosts.Read(Path.Combine(VocabularyFolder.Find(), "costs"), Path.Combine(place.FolderPath, "costs")));
        evidenceRegister = new(() => Evidence.EvidenceRegister.ReadAll(VocabularyFolder.Find(), place.FolderPath));
        questions = new(() => Question.ReadAll(VocabularyFolder.Find(), place.FolderPath));
        places = new(ReadPlaces);
        services = new(() => Evidence.ServiceStudyFile.ReadAll(PlaceFolders.OfMeasures(place)));
        policies = new(() => Evidence.PolicyStudyFile.ReadAll(PlaceFolders.Of(place)));
        forecasts = new(() => Futures.FlowModelFile.ReadAll(PlaceFolders.Of(place)));
        syntheses = new(() => Evidence.SynthesisFile.ReadAll([VocabularyFolder.Find(), place.FolderPath]));
        similarAreas = new(() => Geography.Then(map => Records.SimilarAreas.Read(VocabularyFolder.Find(), map)));
    }

    public Place Place { get; }

    /// <summary>How counts of people are protected in this place.</summary>
    public DisclosureRules Disclosure { get; }

    public IReadOnlyList<Feed> Feeds { get; }

    /// <summary>Areas, their names and how they lie in one another; read when first asked for.</summary>
    public Outcome<Geography> Geography => geography.Value;

    /// <summary>The common tongue: agencies, event kinds, offences, disposals and the rest; read when first asked for.</summary>
    public Outcome<Vocabulary> Vocabulary => vocabulary.Value;

    /// <summary>Where the place's data is kept, fit to be shown.</summary>
    public string StoredIn => Store.ShownAs;

    internal IStore Store { get; }

    /// <summary>Opens a place: reads its files, and makes or upgrades its store. Refused with every fault of its files.</summary>
    public static Outcome<Shire> Open(string placeFolder, ShireOptions options)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(placeFolder));
        if (!Directory.Exists(folder)) return Refusals.NoPlace(placeFolder);
        Outcome<(Place Place, DisclosureRules Disclosure)> read = PlaceReading.Read(folder, ReadDisclosure);
        if (read.Refused(out Refusal? unreadable, out (Place Place, DisclosureRules Disclosure) place)) return unreadable;
        Outcome<IReadOnlyList<Feed>> feeds = FeedFile.ReadAll(PlaceFolders.Of(place.Place), PlaceFolders.Extracts, place.Place.SharedFeeds);
        if (feeds.Refused(out Refusal? faulty, out IReadOnlyList<Feed>? list)) return faulty;
        Outcome<IStore> store = Stores.Open(StoreAddress(folder, options), place.Place.Id, options.Clock);
        return store.Refused(out Refusal? closed, out IStore? opened) ? closed : new Shire(place.Place, place.Disclosure, list, opened, options);
    }

    public void Dispose() => Store.Dispose();

    // Exact counts are for records that are public already, and the place must say where they were made so.
    private static DisclosureRules ReadDisclosure(MapNode map) => DisclosureRules.Read(map, !string.IsNullOrWhiteSpace(map.TextOr("records_already_public")));

    private static string StoreAddress(string folder, ShireOptions options) =>
        options.Store ?? (Environment.GetEnvironmentVariable("SHIREMOOT_STORE") is { Length: > 0 } named ? named : folder + ".db");
}
