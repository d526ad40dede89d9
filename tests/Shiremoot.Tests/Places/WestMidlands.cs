using System.Collections.Concurrent;
using Shiremoot.Intake;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shouldly;

namespace Shiremoot.Tests.Places;

/// <summary>The shipped place, taken in once into a store of a kind.</summary>
public sealed class WestMidlands : IDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<WestMidlands>> Made = [];
    private readonly TestStore store;

    private WestMidlands(string kind)
    {
        store = new TestStore(kind);
        IStore opened = store.Open();
        Place = PlaceReading.Read(Folder, map => map.TextOr("disclosure") + map.TextOr("records_already_public")).Value.Place;
        Geography = Geography.Read(Path.Combine(TestData.Root, "vocabulary")).Value;
        Similar = SimilarAreas.Read(Path.Combine(TestData.Root, "vocabulary"), Geography).Value;
        Measures = AreaMeasures.ReadAll(PlaceFolders.Of(Place)).Value;
        TakingInOptions options = new() { Clock = TimeProvider.System, Areas = (text, areaKind) => AreaLookup.Find(Geography, text, areaKind) };
        string country = Path.Combine(TestData.Root, "vocabulary");
        foreach (Feed feed in FeedFile.ReadAll([country]).Value)
            Receipts.Add(TakingIn.Load(opened, feed, Path.Combine(country, "statistics", feed.Files[0]), options).Refused(out Refusal? why, out Receipt? receipt)
                ? throw new InvalidOperationException($"{feed.Id}: {why}")
                : receipt);
        Shelf = new SeriesShelf(opened);
    }

    public static string Folder { get; } = Path.Combine(TestData.Root, "places", "west-midlands");

    public Place Place { get; }

    public Geography Geography { get; }

    public SimilarAreas Similar { get; }

    public IReadOnlyList<AreaMeasure> Measures { get; }

    public List<Receipt> Receipts { get; } = [];

    public SeriesShelf Shelf { get; }

    /// <summary>Taking everything in takes seconds: tests share it and none changes it.</summary>
    public static WestMidlands On(string kind) => Made.GetOrAdd(kind, k => new Lazy<WestMidlands>(() =>
    {
        WestMidlands place = new(k);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => place.Dispose();
        return place;
    })).Value;

    public AreaMeasure Measure(string id) => Measures.Single(m => m.Id == id);

    public AreaPicture Draw(string id, params string[] by) => Draw(Measure(id), by);

    public AreaPicture Draw(AreaMeasure measure, params string[] by)
    {
        Outcome<AreaPicture> drawn = AreaDrawing.Draw(measure, new AreaQuestion(by, null), Place, Geography, Similar, Shelf);
        drawn.IsRefused.ShouldBeFalse($"{measure.Id}: {(drawn.Refused(out Refusal? why, out _) ? why : null)}");
        return drawn.Value;
    }

    public void Dispose() => store.Dispose();
}
