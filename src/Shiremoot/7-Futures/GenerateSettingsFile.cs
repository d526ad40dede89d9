using Shiremoot.Futures.Targets;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>Reads generate.yaml: docs/how-to/generate-people.md describes it key by key.</summary>
public static class GenerateSettingsFile
{
    /// <param name="path">The file.</param>
    /// <param name="shownAs">Its name in messages.</param>
    /// <param name="model">The model its targets speak of.</param>
    /// <param name="alsoRead">Reads further sections of the file (errors, homes, extracts) from the same map.</param>
    public static Outcome<(GenerateSettings Settings, T Also)> Read<T>(string path, string shownAs, SystemModel model, Func<MapNode, T> alsoRead) =>
        PlaceFile.Read(path, shownAs, map => (Read(map, model), alsoRead(map)));

    private static GenerateSettings Read(MapNode map, SystemModel model)
    {
        List<GeneratedDistrict> districts = [.. map.Maps("districts").Select(District)];
        if (districts.Count is 0 or > 255) map.Fault("districts", "must list 1 to 255 districts.");
        List<(string, double)> ethnicities = [];
        if (map.MapOr("ethnicities") is { } shares)
            foreach (string id in shares.Keys) ethnicities.Add((id, Math.Max(0, shares.Number(id))));
        if (ethnicities.Count == 0 || ethnicities.Sum(e => e.Item2) <= 0) map.Fault("ethnicities", "must give at least one ethnicity with a share above 0.");
        IReadOnlyList<string> sets = map.Texts("sets");
        TargetReading reading = new(model, [.. districts.Select(d => d.Code)], [.. ethnicities.Select(e => e.Item1)]);
        List<Target> targets = [.. map.Maps("targets").Select(reading.Read)];
        foreach (string set in sets.DefaultIfEmpty(""))
            if (targets.Count(t => t.SetsSize && (t.Sets.Count == 0 || t.Sets.Contains(set))) != 1)
                map.Fault("targets", $"must hold one count with 'sets_size: true'{(set.Length > 0 ? $" in the set '{set}'" : "")}: others are scaled by it.");
        foreach (Target target in targets.Where(t => t.SetsSize && t.Unit != TargetUnit.CountPerYear)) map.Fault("targets", $"'{target.Id}' sets the size, so it must be a count.");
        return new()
        {
            From = map.Day("from"),
            Sets = sets,
            Districts = districts,
            Ethnicities = ethnicities,
            Targets = targets,
            Assumptions = map.Texts("assumptions"),
        };
    }

    private static GeneratedDistrict District(MapNode map) =>
        new(map.Text("code"), map.Text("name"), Math.Max(0, map.Number("adults")), Math.Max(0, map.Number("children")), map.Texts("postcodes"));
}
