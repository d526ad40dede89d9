using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Files;

/// <summary>What the folders of costs hold, later ones over earlier ones.</summary>
internal sealed class CostShelf
{
    private readonly AgencyNames agencies = new();
    private readonly Dictionary<string, UnitCost> byCode = [];
    private readonly List<string> order = [];

    public Deflator? Deflator { get; private set; }

    public PriceIndices Prices { get; } = new();

    public IReadOnlyList<UnitCost> Entries => order.ConvertAll(c => byCode[c]);

    public List<FamilyRule> FamilyRules { get; } = [];

    /// <summary>Adds a folder; the refusal of the first file that cannot be read, or null.</summary>
    public Refusal? Add(string folder)
    {
        string agenciesFile = Path.Combine(folder, "agencies.yaml");
        if (File.Exists(agenciesFile) && agencies.Add(agenciesFile, Shown(agenciesFile)) is { } wrong) return wrong;
        HashSet<string> here = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
            if (AddFile(file, here) is { } why) return why;
        return null;
    }

    private Refusal? AddFile(string file, HashSet<string> here)
    {
        string mapping = Path.ChangeExtension(file, ".yaml");
        if (!File.Exists(mapping)) return AddCosts(file, CostFormat.Ours, isOurs: true, here);

        // Exactly one of the three is read, by what the mapping says the file holds.
        Outcome<Held> format = PlaceFile.Read(mapping, Shown(mapping), map => map.Choice("holds", ("unit-costs", 'c'), ("deflator", 'd'), ("price-changes", 'p')) switch
        {
            'd' => new Held { Deflator = DeflatorFormat.Read(map) },
            'p' => new Held { Prices = PriceChangeFormat.Read(map) },
            _ => new Held { Costs = CostFormat.Read(map, Shown(file)) },
        });
        if (format.Refused(out Refusal? why, out Held? held)) return why;
        if (held.Deflator is { } deflator) return AddDeflator(file, deflator);
        return held.Prices is { } prices ? AddPrices(file, prices) : AddCosts(file, held.Costs!, isOurs: false, here);
    }

    private sealed record Held
    {
        public CostFormat? Costs { get; init; }

        public DeflatorFormat? Deflator { get; init; }

        public PriceChangeFormat? Prices { get; init; }
    }

    private Refusal? AddCosts(string file, CostFormat format, bool isOurs, HashSet<string> here)
    {
        Outcome<List<UnitCost>> read = TableFile.Read(file, Shown(file), format.Separator, format.MustHave(isOurs)).Then(rows => CostRows.Read(rows, format, agencies, Shown(file)));
        if (read.Refused(out Refusal? why, out List<UnitCost>? entries)) return why;
        foreach (UnitCost entry in entries)
        {
            if (!here.Add(entry.Code)) return Refusals.CodeInTwoFiles(entry.Code, byCode[entry.Code].File, entry.File);
            if (!byCode.ContainsKey(entry.Code)) order.Add(entry.Code);
            byCode[entry.Code] = entry;
        }
        if (format.Families is { } rule) FamilyRules.Add(rule with { Codes = entries.Select(e => e.Code).ToHashSet() });
        return null;
    }

    private Refusal? AddDeflator(string file, DeflatorFormat format)
    {
        Outcome<Deflator> read = TableFile.Read(file, Shown(file), format.Separator, format.MustHave).Then(rows => DeflatorRows.Read(rows, format, Shown(file)));
        if (read.Refused(out Refusal? why, out Deflator? deflator)) return why;
        Deflator = deflator;
        return null;
    }

    private Refusal? AddPrices(string file, PriceChangeFormat format)
    {
        Outcome<List<PriceSeries>> read = TableFile.Read(file, Shown(file), format.Separator, format.MustHave).Then(rows => PriceChangeRows.Read(rows, format, Shown(file)));
        if (read.Refused(out Refusal? why, out List<PriceSeries>? series)) return why;
        foreach (PriceSeries each in series) Prices.Add(each);
        return null;
    }

    private static string Shown(string file) => $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)))}/{Path.GetFileName(file)}";
}
