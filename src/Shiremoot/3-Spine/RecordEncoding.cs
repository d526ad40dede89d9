namespace Shiremoot.Spine;

/// <summary>
/// How records are encoded before they leave a partner, so that they can be linked without names. All partners of a linking use the same. Method: docs/methods/encoded-linkage.md.
/// </summary>
public sealed record RecordEncoding
{
    /// <summary>Which encoding this is. Files of two encodings have nothing in common, also under one key.</summary>
    public required string Id { get; init; }

    public string Title { get; init; } = "";

    public required IReadOnlyList<FilterSpec> Filters { get; init; }

    /// <summary>Fields of which only "the same or not" is wanted: numbers that agencies give.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    public required BlockKeySpec Keys { get; init; }

    /// <summary>All that bears on the bytes written, in one text.</summary>
    internal string Canonical => string.Join('\n', [$"form 1 {Id}", .. Filters.Select(f => f.Canonical), .. Tokens.Select(t => $"token {t}"), $"keys of {Keys.Bits} bits", .. Keys.Rules.Select(r => r.ToString())]);

    /// <summary>The fields of a model that it speaks of.</summary>
    internal IEnumerable<FieldPart> Parts =>
        [.. Filters.SelectMany(f => f.Parts), .. Tokens.Select(t => new FieldPart(t, null)), .. Keys.Rules.SelectMany(r => r.Parts)];
}

/// <summary>A filter: so many bits, of which the parts of a record's values each set some.</summary>
/// <param name="Name">The column it is written in.</param>
/// <param name="Hashes">What is put in, and how many bits each of its pieces sets: the weight of the field.</param>
/// <param name="Bits">How long the filter is before it is folded.</param>
public sealed record FilterSpec(string Name, IReadOnlyList<(FieldPart Part, int Hashes)> Hashes, int Bits)
{
    /// <summary>What a record must have; without, its filter is left out.</summary>
    public IReadOnlyList<FieldPart> Needs { get; init; } = [];

    /// <summary>A value that hardly ever changes or is written wrongly. The bits of two records differ throughout where it does; null: the same for all.</summary>
    public FieldPart? Salt { get; init; }

    /// <summary>One half laid on the other: a bit stays set where just one of the two was.</summary>
    public bool IsFolded { get; init; }

    /// <summary>The share of bits turned over, which under the key are always the same for one record.</summary>
    public double Flip { get; init; }

    /// <summary>How long the filter is as written.</summary>
    public int WrittenBits => IsFolded ? Bits / 2 : Bits;

    internal IEnumerable<FieldPart> Parts => [.. Hashes.Select(h => h.Part), .. Needs, .. Salt is { } salt ? [salt] : Array.Empty<FieldPart>()];

    internal string Canonical => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"filter {Name} of {Bits} bits, folded {IsFolded}, flip {Flip:R}, salt {Salt}, needs {string.Join(", ", Needs)}: {string.Join(", ", Hashes.Select(h => $"{h.Part} {h.Hashes}"))}");
}

/// <summary>Keys by which records that may be of one person are brought together.</summary>
/// <param name="Bits">How long a key is: the shorter, the more records share one by chance, and the less its frequency tells.</param>
/// <param name="Rules">What makes a key: records that agree on all parts of a rule have the same.</param>
public sealed record BlockKeySpec(int Bits, IReadOnlyList<BlockRule> Rules);
