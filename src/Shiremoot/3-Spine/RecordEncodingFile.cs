using Shiremoot.Spine.Parts;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>Reads how records are encoded. Schema: docs/schemas/encoding.schema.json.</summary>
public static class RecordEncodingFile
{
    private const int FewestBits = 256, MostHashes = 100;
    private const double MostFlipped = 0.1;

    // In base64 a filter must stand within the longest value there is.
    private const int MostWrittenBits = ValueTable.MostBytes / 4 * 3 * 8;

    private static readonly string[] Columns = ["record", "source", "encoded_with", "keys"];

    public static Outcome<RecordEncoding> Read(string path) => PlaceFile.Read(path, Path.GetFileName(path), Read);

    public static Outcome<RecordEncoding> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, Read);

    private static RecordEncoding Read(MapNode map)
    {
        RecordEncoding encoding = new()
        {
            Id = map.Text("id"),
            Title = map.TextOr("title", ""),
            Filters = map.MapOr("filters") is { } filters ? [.. filters.Keys.Where(filters.IsMap).Select(name => Filter(name, filters.MapOr(name)!))] : [],
            Tokens = map.Texts("tokens"),
            Keys = map.MapOr("keys") is { } keys ? Keys(keys) : new BlockKeySpec(20, []),
        };
        map.TextOr("source");
        if (encoding.Filters.Count + encoding.Tokens.Count == 0) map.Fault("filters", "is missing; write a filter, or 'tokens'.");
        string[] names = [.. Columns, .. encoding.Filters.Select(f => f.Name), .. encoding.Tokens];
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice) map.Fault("filters", $"and 'tokens' name the column '{twice.Key}' twice.");
        return encoding;
    }

    private static FilterSpec Filter(string name, MapNode map)
    {
        FilterSpec filter = new(name, Hashes(map), map.Whole("bits"))
        {
            Needs = [.. map.Texts("needs").Select(text => Part(map, "needs", text)).OfType<FieldPart>()],
            Salt = map.TextOr("salt") is { } salt ? Part(map, "salt", salt) : null,
            IsFolded = map.Flag("fold"),
            Flip = map.NumberOr("flip") ?? 0,
        };
        if (filter.Bits < FewestBits || filter.Bits % 128 != 0 || filter.WrittenBits > MostWrittenBits) map.Fault("bits", $"must be a multiple of 128, {FewestBits} at least and {MostWrittenBits} at most, or twice that if it is folded.");
        if (filter.Flip is < 0 or > MostFlipped) map.Fault("flip", $"is a share of bits: it lies between 0 and {MostFlipped}.");
        return filter;
    }

    private static IReadOnlyList<(FieldPart, int)> Hashes(MapNode map)
    {
        if (map.MapOr("hashes") is not { } all)
        {
            map.Fault("hashes", "is missing; write what goes into the filter and how many bits each piece sets, such as 'surname:bigrams: 10'.");
            return [];
        }
        List<(FieldPart, int)> hashes = [];
        foreach (string name in all.Keys)
        {
            int count = all.Whole(name);
            if (count is < 1 or > MostHashes) all.Fault(name, $"must be 1 to {MostHashes}.");
            if (Part(all, name, name) is { } part) hashes.Add((part, count));
        }
        return hashes;
    }

    private static BlockKeySpec Keys(MapNode map)
    {
        int bits = map.Whole("bits");
        if (bits is < 8 or > 32) map.Fault("bits", "must be 8 to 32.");
        return new BlockKeySpec(bits, [.. map.Texts("of").Select(text => new BlockRule([.. text.Split(',', StringSplitOptions.TrimEntries).Select(one => Part(map, "of", one)).OfType<FieldPart>()]))]);
    }

    private static FieldPart? Part(MapNode map, string key, string text)
    {
        if (LinkConditionText.ReadPart(text) is not { } part) map.Fault(key, $"holds '{text}': write a field, or a part of one such as born:year.");
        else if (part.Part is { } named && ValueParts.Of(named) is null) map.Fault(key, $"names the part '{named}', which is none of {string.Join(", ", ValueParts.Names)}.{Spelling.Suggest(named, ValueParts.Names)}");
        else return part;
        return null;
    }
}
