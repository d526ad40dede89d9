using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shouldly;

namespace Shiremoot.Tests.Places;

/// <summary>A worked place read from its files. All of them share the country's published series, so that these are taken in once for all.</summary>
sealed class WorkedPlace
{
    private readonly WestMidlands country = WestMidlands.On(TestStore.Sqlite);
    private readonly Dictionary<string, AreaPicture> drawn = [];

    public WorkedPlace(string id)
    {
        Folder = Path.Combine(TestData.Root, "places", id);
        Place = PlaceReading.Read(Folder, map => map.TextOr("disclosure")).Value.Place;
        Measures = AreaMeasures.ReadAll(PlaceFolders.Of(Place)).Value;
    }

    /// <summary>The worked places, by folder.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["avon-and-somerset", "devon-and-cornwall", "north-yorkshire", "northumbria", "west-midlands"];

    public string Folder { get; }

    public Place Place { get; }

    public IReadOnlyList<AreaMeasure> Measures { get; }

    public Geography Geography => country.Geography;

    public AreaPicture Draw(string id, params string[] by) => Draw(Measures.Single(m => m.Id == id), by);

    public AreaPicture Draw(AreaMeasure measure, params string[] by)
    {
        string key = $"{measure.Id}/{string.Join('/', by)}";
        if (drawn.TryGetValue(key, out AreaPicture? known)) return known;
        Outcome<AreaPicture> picture = AreaDrawing.Draw(measure, new AreaQuestion(by, null), Place, country.Geography, country.Similar, country.Shelf);
        picture.IsRefused.ShouldBeFalse($"{Place.Id}, {measure.Id}: {(picture.Refused(out Refusal? why, out _) ? why : null)}");
        return drawn[key] = picture.Value;
    }

    /// <summary>The figure an example asks for; null where there is none.</summary>
    public double? Figure(AreaMeasure measure, MeasureExample example)
    {
        AreaPicture picture = Draw(measure, [.. example.Where.Select(w => w.Dimension)]);
        return example.Area is null
            ? picture.Totals.SingleOrDefault(t => t.Period == example.Period && t.Group.Count == 0)?.Figure.Value
            : picture.Rows.SingleOrDefault(r => r.Period == example.Period && r.Area == example.Area && r.Group.SequenceEqual(example.Where.Select(w => w.Value)))?.Figure.Value;
    }
}
