using System.Diagnostics.CodeAnalysis;
using Shiremoot.Records.Areas;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>
/// The areas of England and Wales and how they lie in one another. Areas of LSOA size are read only when <see cref="SmallAreas"/> is asked for.
/// </summary>
public sealed class Geography
{
    private readonly AreaGraph graph;
    private readonly GeographySpec spec;
    private readonly Dictionary<string, List<Area>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Area> byEducationNumber = [];
    private readonly Dictionary<AreaKind, Area[]> byKind;
    private readonly Lazy<Outcome<SmallAreas>> smallAreas;
    private readonly Lazy<Outcome<AreaCentres>> centres;
    private readonly string folder;

    private Geography(string folder, GeographySpec spec, AreaGraph graph)
    {
        (this.folder, this.spec, this.graph) = (folder, spec, graph);
        byKind = graph.Areas.Values.Where(a => a.InUse).GroupBy(a => a.Kind).ToDictionary(g => g.Key, g => g.OrderBy(a => a.Code, StringComparer.Ordinal).ToArray());
        centres = new(() => AreaCentres.Read(Path.Combine(folder, spec.Centres), $"geography/{spec.Centres}"));
        smallAreas = new(() => Records.SmallAreas.Read(Path.Combine(folder, spec.Wards), Path.Combine(folder, spec.Changes)));
        foreach (Area area in graph.Areas.Values) AddName(area.Name, area);
    }

    /// <summary>Reads the geography folder of a vocabulary.</summary>
    public static Outcome<Geography> Read(string vocabularyFolder)
    {
        string path = Path.Combine(vocabularyFolder, "geography");
        if (GeographySpec.Read(path).Refused(out Refusal? why, out GeographySpec? spec)) return why;
        List<string> faults = [];
        Geography read = new(path, spec, AreaGraph.Read(path, spec, faults));
        read.AddOtherNames(faults);
        read.AddEducationNumbers(faults);
        return faults.Count > 0 ? Refusals.Faults("The geography", faults) : read;
    }

    /// <summary>The areas of a kind in use, in order of code.</summary>
    public IReadOnlyList<Area> All(AreaKind kind) => byKind.GetValueOrDefault(kind, []);

    /// <summary>Finds an area, in use or retired, by code.</summary>
    public bool TryFind(string code, [NotNullWhen(true)] out Area? area) => graph.Areas.TryGetValue(code.Trim(), out area);

    /// <summary>
    /// Finds the one area of a kind with this name: any letters' case, "and" or an ampersand, with or without "Council", "Constabulary" and the like.
    /// False if there is none, or more than one in use.
    /// </summary>
    public bool TryFindByName(string name, AreaKind kind, [NotNullWhen(true)] out Area? area)
    {
        Area[] ofKind = [.. Named(name).Where(a => a.Kind == kind)];
        Area[] inUse = [.. ofKind.Where(a => a.InUse)];
        area = inUse.Length == 1 ? inUse[0] : inUse.Length == 0 && ofKind.Length == 1 ? ofKind[0] : null;
        return area is not null;
    }

    /// <summary>All areas that bear a name; "West Midlands" is a police force area, a region and a combined authority.</summary>
    public IReadOnlyList<Area> Named(string name)
    {
        string plain = AreaNames.Plain(name);
        if (byName.TryGetValue(plain, out List<Area>? found)) return found;
        return byName.GetValueOrDefault(AreaNames.WithoutEnding(plain, spec.IgnoreAfterNames), []);
    }

    /// <summary>Finds an area by the number the Department for Education gives a council (330 is Birmingham), a region or England.</summary>
    public bool TryFindByEducationNumber(int number, [NotNullWhen(true)] out Area? area) => byEducationNumber.TryGetValue(number, out area);

    /// <summary>The education number of a council, or of the county it lies in; null if it has none.</summary>
    public int? EducationNumberOf(string code)
    {
        foreach ((int number, Area area) in byEducationNumber)
            if (area.Code == code || Parents(code, AreaKind.County).Any(c => c.Code == area.Code)) return number;
        return null;
    }

    /// <summary>The areas in use that hold what this code stands for: itself, or those that took its place. Empty for a code not known.</summary>
    public IReadOnlyList<Area> InUse(string code)
    {
        if (!graph.Areas.TryGetValue(code, out Area? area)) return [];
        if (area.InUse) return [area];
        return [.. graph.Successors[code].SelectMany(InUse).Distinct()];
    }

    /// <summary>The retired areas of the same kind that this one alone took the place of, each as it last was: the seven districts that became North Yorkshire.</summary>
    public IReadOnlyList<Area> Predecessors(string code) =>
        graph.Areas.TryGetValue(code, out Area? area)
            ? [.. graph.Successors.Where(s => s.Value is [var only] && only == code).Select(s => graph.Areas[s.Key]).Where(a => a.Kind == area.Kind).OrderBy(a => a.Code, StringComparer.Ordinal)]
            : [];

    /// <summary>The areas in use of a kind inside this one: Children("E47000007", LocalAuthority) are the seven councils of the West Midlands.</summary>
    public IReadOnlyList<Area> Children(string code, AreaKind kind)
    {
        IReadOnlyList<Area> below = Reach(code, kind, graph.Children);
        if (below.Count > 0 || kind == AreaKind.LocalAuthority) return below;
        HashSet<string> mine = LocalAuthoritiesOf(code);
        return mine.Count == 0 ? [] : [.. All(kind).Where(a => a.Code != code && LocalAuthoritiesOf(a.Code) is { Count: > 0 } theirs && theirs.IsSubsetOf(mine))];
    }

    /// <summary>The areas in use of a kind that wholly hold this one.</summary>
    public IReadOnlyList<Area> Parents(string code, AreaKind kind)
    {
        IReadOnlyList<Area> above = Reach(code, kind, graph.Parents);
        if (above.Count > 0) return above;
        HashSet<string> mine = LocalAuthoritiesOf(code);
        return mine.Count == 0 ? [] : [.. All(kind).Where(a => a.Code != code && mine.IsSubsetOf(LocalAuthoritiesOf(a.Code)))];
    }

    /// <summary>LSOAs and wards: 72,000 rows, read at the first call and kept.</summary>
    public Outcome<SmallAreas> SmallAreas() => smallAreas.Value;

    /// <summary>Where the people of local authorities live on the whole, to measure distances by. Read at the first call and kept.</summary>
    public Outcome<AreaCentres> Centres() => centres.Value;

    /// <summary>The sets of boundaries: id and title.</summary>
    public IReadOnlyList<(string Id, string Title)> BoundarySets => [.. spec.Boundaries.Select(b => (b.Id, b.Title))];

    /// <summary>Reads a set of boundaries. The caller keeps it.</summary>
    public Outcome<AreaBoundaries> Boundaries(string id)
    {
        BoundarySpec? found = spec.Boundaries.FirstOrDefault(b => b.Id == id);
        return found is null
            ? Refusals.NoBoundaries(id, spec.Boundaries.Select(b => b.Id))
            : BoundaryFile.Read(Path.Combine(folder, found.File), $"geography/{found.File}", found.Title);
    }

    private HashSet<string> LocalAuthoritiesOf(string code) =>
        graph.Areas.TryGetValue(code, out Area? area) && area is { InUse: true, Kind: AreaKind.LocalAuthority }
            ? [code]
            : [.. Reach(code, AreaKind.LocalAuthority, graph.Children).Select(a => a.Code)];

    private List<Area> Reach(string code, AreaKind kind, Dictionary<string, List<string>> links)
    {
        // A retired code that others took the place of stands for them; one that only lost its standing (a combined authority) keeps its own links.
        HashSet<string> seen = [code];
        Queue<string> next = new(links.ContainsKey(code) ? [code] : InUse(code).Select(a => a.Code));
        List<Area> reached = [];
        while (next.TryDequeue(out string? at))
        {
            foreach (string to in links.GetValueOrDefault(at, []))
            {
                if (!seen.Add(to)) continue;
                if (graph.Areas.TryGetValue(to, out Area? area) && area.Kind == kind && area.InUse) reached.Add(area);
                next.Enqueue(to);
            }
        }

        reached.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        return reached;
    }

    private void AddName(string name, Area area)
    {
        string plain = AreaNames.Plain(name);
        if (!byName.TryGetValue(plain, out List<Area>? all)) byName[plain] = all = [];
        if (!all.Contains(area)) all.Add(area);
    }

    private void AddOtherNames(List<string> faults)
    {
        if (CsvTable.Read(Path.Combine(folder, spec.OtherNames), $"geography/{spec.OtherNames}", faults) is not { } table) return;
        (int code, int also) = (table.Column("code"), table.Column("also"));
        for (int row = 0; row < table.Rows; row++)
        {
            if (!TryFind(table[row, code], out Area? area)) table.Fault(row, $"there is no area {table[row, code]} in the lookups.");
            else foreach (string name in table[row, also].Split('|', StringSplitOptions.RemoveEmptyEntries)) AddName(name, area);
        }
    }

    private void AddEducationNumbers(List<string> faults)
    {
        if (CsvTable.Read(Path.Combine(folder, spec.EducationNumbers), $"geography/{spec.EducationNumbers}", faults) is not { } table) return;
        (int number, int code) = (table.Column("la_number"), table.Column("code"));
        for (int row = 0; row < table.Rows; row++)
        {
            double read = table.Number(row, number);
            if (!TryFind(table[row, code], out Area? area)) table.Fault(row, $"there is no area {table[row, code]} in the lookups.");
            else if (double.IsNaN(read) || !byEducationNumber.TryAdd((int)read, area)) table.Fault(row, "the number is missing or already used.");
        }
    }
}
