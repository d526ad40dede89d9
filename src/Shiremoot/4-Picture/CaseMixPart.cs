using Shiremoot.Records;
using Shiremoot.Storage;

namespace Shiremoot.Picture;

/// <summary>One thing that people are held alike in when groups are compared: bands of a number, the values of a text, or the first class that holds.</summary>
/// <param name="Name">In words.</param>
/// <param name="Value">The value in the cohort language; null where there are classes.</param>
/// <param name="Bands">Rising numbers at which bands begin; empty: every value is a class.</param>
/// <param name="Each">Classes, everyone in the first that holds; empty where there is a value.</param>
public sealed record CaseMixPart(string Name, CohortText? Value, IReadOnlyList<double> Bands, IReadOnlyList<PeopleThing> Each)
{
    internal static IReadOnlyList<CaseMixPart> ReadAll(MapNode map, string key) => [.. map.Maps(key).Select(Read)];

    private static CaseMixPart Read(MapNode map)
    {
        CaseMixPart part = new(map.Text("name"), CohortFile.TextOr(map, "value"), PeopleMeasureFile.Numbers(map, "bands", []), PeopleThing.ReadAll(map, "each", mayBeCohort: true));
        if (map.Has("value") == (part.Each.Count > 0)) map.Fault("value", "must be given, or classes in 'each'; one of the two.");
        if (part.Bands.Zip(part.Bands.Skip(1)).Any(pair => pair.First >= pair.Second)) map.Fault("bands", "must rise.");
        if (part.Bands.Count > 0 && part.Each.Count > 0) map.Fault("bands", "are of a 'value', not of classes.");
        return part;
    }
}
