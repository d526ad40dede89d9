namespace Shiremoot.Spine.Parts;

/// <summary>The parts of a value that a model may name after a colon: postcode:outcode.</summary>
static class ValueParts
{
    private static readonly (string Name, IValuePart Part)[] All =
    [
        ("first", new FirstLetters(1)),
        ("first2", new FirstLetters(2)),
        ("first3", new FirstLetters(3)),
        ("first4", new FirstLetters(4)),
        ("first5", new FirstLetters(5)),
        ("full", new SpeltOut()),
        ("last4", new LastLetters(4)),
        ("sound", new SoundKey()),
        ("words", new EachWord()),
        ("bigrams", new Bigrams()),
        ("deletes", new Deletions()),
        ("year", new DatePart(0, 4)),
        ("month", new DatePart(0, 6)),
        ("day", new DatePart(4, 4)),
        ("two", new TwoOfThree()),
        ("outcode", new PostcodePart(3)),
        ("sector", new PostcodePart(2)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(p => p.Name)];

    public static IValuePart? Of(string name) => All.FirstOrDefault(p => p.Name == name).Part;

    /// <summary>The keys of a part, or of the whole value if none is named, for every value of a table.</summary>
    public static PartColumn Column(ValueTable table, string? name)
    {
        if (name is null) return Whole(table);
        IValuePart part = Of(name)!;
        KeyList keys = new();
        int[] first = new int[table.Count + 2];
        bool isSingle = true;
        for (int v = 1; v <= table.Count; v++)
        {
            first[v] = keys.Count;
            part.Add(table[v], keys);
            isSingle &= keys.Count - first[v] <= 1;
        }
        first[table.Count + 1] = keys.Count;
        if (!isSingle) return new PartColumn(first, keys.Keys.ToArray()) { Name = name };
        uint[] single = new uint[table.Count + 1];
        for (int v = 1; v <= table.Count; v++) single[v] = first[v + 1] > first[v] ? keys.Keys[first[v]] : 0;
        return new PartColumn([], single) { Name = name };
    }

    private static PartColumn Whole(ValueTable table)
    {
        uint[] keys = new uint[table.Count + 1];
        for (int v = 1; v <= table.Count; v++) keys[v] = Math.Max(1, table.HashOf(v));
        return new PartColumn([], keys);
    }
}
