using Shiremoot.Picture.Scores;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Reads a score: the numbers of a published instrument, in a file. Schemas: docs/schemas/score-ogrs3.schema.json, score-ogrs4g.schema.json.</summary>
public static class ScoreModelFile
{
    /// <summary>Reads a score by its name in a folder, or a file that ends in .yaml. Refused with every fault of the file, each with its line.</summary>
    public static Outcome<ScoreModel> Read(string folder, string name, TermList<OffenceKind> categories)
    {
        bool isFile = name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);
        string[] known = isFile ? [] : [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];
        if (!isFile && !known.Contains(name)) return ScoreRefusals.NoSuchScore(name, known);
        string path = isFile ? name : Path.Combine(folder, name + ".yaml");
        return PlaceFile.Read(path, isFile ? Path.GetFileName(path) : $"scores/{name}.yaml", map => Read(map, categories));
    }

    internal static Outcome<ScoreModel> ReadText(string text, string shownAs, TermList<OffenceKind> categories) => PlaceFile.ReadText(text, shownAs, map => Read(map, categories));

    private static ScoreModel Read(MapNode map, TermList<OffenceKind> categories)
    {
        if (!map.Has("form")) map.Fault("form", "is missing; write 'form: ogrs3' or 'form: ogrs4g'.");
        IScore form = map.Choice("form", ("ogrs3", false), ("ogrs4g", true)) ? Ogrs4gReading.Read(map, categories) : Ogrs3Reading.Read(map);
        return new(form, Bands(map)) { Id = map.Text("id"), Title = map.Text("title"), Version = map.Text("version"), Source = map.Text("source"), Read = map.Day("read") };
    }

    private static ScoreBands Bands(MapNode map)
    {
        if (map.MapOr("bands") is not { } bands)
        {
            if (!map.Has("bands")) map.Fault("bands", "is missing; write the percentages at which the bands medium, high and very_high begin.");
            return default;
        }
        ScoreBands read = new(bands.Number("medium"), bands.Number("high"), bands.Number("very_high"));
        if (!(read.Medium < read.High && read.High < read.VeryHigh)) bands.Fault("high", "must lie between medium and very_high.");
        return read;
    }
}
