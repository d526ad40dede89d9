using Shiremoot.Storage;

namespace Shiremoot.Economics.Files;

/// <summary>Where the amounts of a row stand: in columns of one kind, or of a kind that a column names.</summary>
internal sealed record AmountColumns(CostKind? Kind, string? KindColumn, string Pounds, string PriceYear);

/// <summary>
/// How a CSV of unit costs is read. What a mapping leaves out is our own format: columns code, what, per, agency, kind, pounds, price_year,
/// source, quality, and if wanted branch, note, theme, valid_from, valid_until; a row for each amount.
/// </summary>
internal sealed record CostFormat(
    string Title, char Separator, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<AmountColumns> Amounts,
    IReadOnlyDictionary<string, string> QualityWords, FamilyRule? Families)
{
    public static readonly (string Name, CostKind Kind)[] Kinds = [("fiscal", CostKind.Fiscal), ("economic", CostKind.Economic), ("social", CostKind.Social)];

    private static readonly string[] Needed = ["code", "what", "per", "agency", "source", "quality"];

    private static readonly string[] Optional = ["branch", "note", "theme", "valid_from", "valid_until"];

    public static readonly CostFormat Ours = new(
        "", ',', Needed.Concat(Optional).ToDictionary(c => c), [new(null, "kind", "pounds", "price_year")], new Dictionary<string, string>(), null);

    /// <summary>The columns a file must have.</summary>
    public IEnumerable<string> MustHave(bool isOurs) =>
        (isOurs ? Needed : Columns.Values).Concat(Amounts.SelectMany(a => new[] { a.KindColumn, a.Pounds, a.PriceYear }).OfType<string>()).Distinct();

    /// <summary>The mapping of one file, from the .yaml beside it.</summary>
    public static CostFormat Read(MapNode map, string file)
    {
        MapNode? columns = map.MapOr("columns");
        Dictionary<string, string> named = [];
        foreach (string name in Needed.Concat(Optional))
            if (columns?.TextOr(name) is { } column) named[name] = column;
            else if (Needed.Contains(name) && columns is null) named[name] = name;
            else if (name is "code" or "what" or "per") columns!.Fault(name, $"is missing; add '{name}:' with the column that holds it.");
        AmountColumns[] amounts = [.. map.Maps("amounts").Select(Amount)];
        return new(
            map.Text("title"), SeparatorOf(map), named, amounts.Length > 0 ? amounts : Ours.Amounts,
            map.Pairs("quality_words").ToDictionary(p => p.Key, p => p.Value), map.MapOr("families") is { } families ? Rule(families, file) : null);
    }

    internal static char SeparatorOf(MapNode map)
    {
        string written = map.TextOr("separator", ",");
        if (written == "tab") return '\t';
        if (written.Length == 1) return written[0];
        map.Fault("separator", "must be one character, or 'tab'.");
        return ',';
    }

    private static AmountColumns Amount(MapNode map)
    {
        string? column = map.TextOr("kind_column");
        CostKind? kind = column is null ? map.Choice("kind", Kinds) : null;
        return new(kind, column, map.Text("pounds"), map.Text("price_year"));
    }

    private static FamilyRule Rule(MapNode map, string file) =>
        new(file, new HashSet<string>(), map.TextOr("separator", "."), map.DecimalOr("parts_within") ?? 0.02m, map.Texts("parts"), map.Texts("alternatives"));
}
