using Shiremoot.Terms;

namespace Shiremoot.Records.Areas;

/// <summary>Areas, which lies within which, and which code took the place of which, gathered from the lookup files.</summary>
internal sealed class AreaGraph
{
    private readonly Dictionary<string, (string Name, AreaKind Kind)> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> retiredNames = new(StringComparer.Ordinal);

    public Dictionary<string, Area> Areas { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<string>> Parents { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<string>> Children { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<string>> Successors { get; } = new(StringComparer.Ordinal);

    public static AreaGraph Read(string folder, GeographySpec spec, List<string> faults)
    {
        AreaGraph graph = new();
        if (CsvTable.Read(Path.Combine(folder, spec.Retired), $"geography/{spec.Retired}", faults) is { } retired) graph.AddRetired(retired);
        if (CsvTable.Read(Path.Combine(folder, spec.Countries), $"geography/{spec.Countries}", faults) is { } countries) graph.AddCountries(countries);
        foreach (LookupSpec lookup in spec.Lookups)
            if (CsvTable.Read(Path.Combine(folder, lookup.File), $"geography/{lookup.File}", faults) is { } table) graph.AddLookup(table, lookup);
        graph.Close();
        return graph;
    }

    private void AddRetired(CsvTable table)
    {
        (int code, int name, int by) = (table.Column("code"), table.Column("name"), table.Column("replaced_by"));
        for (int row = 0; row < table.Rows; row++)
        {
            if (!IsCode(table, row, code) || !IsCode(table, row, by)) continue;
            retiredNames.TryAdd(table[row, code], table[row, name]);
            AddTo(Successors, table[row, code], table[row, by]);
        }
    }

    private void AddCountries(CsvTable table)
    {
        (int code, int name, int within) = (table.Column("code"), table.Column("name"), table.Column("within"));
        for (int row = 0; row < table.Rows; row++)
        {
            if (!IsCode(table, row, code)) continue;
            Add(table[row, code], table[row, name]);
            if (table[row, within].Length > 0) Link(table[row, code], table[row, within]);
        }
    }

    private void AddLookup(CsvTable table, LookupSpec spec)
    {
        (int Code, int Name)[] areas = [.. spec.Areas.Select(a => (table.Column(a.Code), table.Column(a.Name)))];
        (int Child, int Parent)[] within = [.. spec.Within.Select(w => (table.Column(w.Child), table.Column(w.Parent)))];
        for (int row = 0; row < table.Rows; row++)
        {
            foreach ((int code, int name) in areas)
                if (IsCode(table, row, code)) Add(table[row, code], table[row, name]);
            foreach ((int child, int parent) in within)
                if (table[row, child] != table[row, parent]) Link(table[row, child], table[row, parent]);
        }
    }

    // Regions, and local authorities that lie in none (Wales), lie in the country of their letter.
    private void Close()
    {
        Dictionary<char, string> countries = found.Where(a => a.Value.Kind == AreaKind.Country).ToDictionary(a => a.Key[0], a => a.Key);
        foreach ((string code, (string name, AreaKind kind)) in found)
        {
            Areas[code] = new Area(code, name, kind, InUse: !Successors.ContainsKey(code));
            if (kind != AreaKind.Region && (kind != AreaKind.LocalAuthority || HasRegion(code))) continue;
            if (countries.TryGetValue(code[0], out string? country)) Link(code, country);
        }

        foreach ((string code, string name) in retiredNames)
            if (!Areas.ContainsKey(code) && GssCode.TryRead(code, out GssCode read)) Areas[code] = new Area(code, name, read.Kind, InUse: false);
    }

    private bool HasRegion(string code) => Parents.TryGetValue(code, out List<string>? parents) && parents.Exists(p => found[p].Kind == AreaKind.Region);

    // The first lookup to name an area settles how it is spelt.
    private void Add(string code, string name)
    {
        if (GssCode.TryRead(code, out GssCode read)) found.TryAdd(code, (name, read.Kind));
    }

    private void Link(string child, string parent)
    {
        AddTo(Parents, child, parent);
        AddTo(Children, parent, child);
    }

    private static void AddTo(Dictionary<string, List<string>> links, string from, string to)
    {
        if (!links.TryGetValue(from, out List<string>? all)) links[from] = all = [];
        if (!all.Contains(to)) all.Add(to);
    }

    private static bool IsCode(CsvTable table, int row, int column)
    {
        if (GssCode.TryRead(table[row, column], out _)) return true;
        table.Fault(row, $"'{table[row, column]}' is not a code of an area, such as E08000025.");
        return false;
    }
}
