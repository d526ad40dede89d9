using Shiremoot.Futures.Extracts;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>How the partners' extracts are laid out: the country's layouts, with a place's own added or put in their stead.</summary>
public sealed class ExtractLayouts
{
    private ExtractLayouts(IReadOnlyList<ExtractLayout> all) => All = all;

    /// <summary>Ids of the layouts, which are those of their feeds, in order.</summary>
    public IReadOnlyList<string> Ids => [.. All.Select(l => l.Id)];

    internal IReadOnlyList<ExtractLayout> All { get; }

    /// <summary>
    /// Reads the folder 'extracts' of the vocabulary and that of the place, if it has one: a layout of the same id takes the other's place.
    /// Refused with every fault of every file, each with file and line.
    /// </summary>
    public static Outcome<ExtractLayouts> Read(string vocabularyFolder, string? placeFolder, Vocabulary vocabulary)
    {
        List<string> faults = [];
        SortedDictionary<string, ExtractLayout> all = new(StringComparer.Ordinal);
        foreach (string? folder in (string?[])[vocabularyFolder, placeFolder])
        {
            if (folder is null) continue;
            foreach (ExtractLayout layout in ReadFolder(Path.Combine(folder, "extracts"), vocabulary, faults)) all[layout.Id] = layout;
        }
        CheckTogether([.. all.Values], faults);
        return faults.Count > 0 ? Extracts.Refusals.Layouts(faults) : new ExtractLayouts([.. all.Values]);
    }

    private static List<ExtractLayout> ReadFolder(string folder, Vocabulary vocabulary, List<string> faults)
    {
        List<ExtractLayout> layouts = [];
        if (!Directory.Exists(folder)) return layouts;
        foreach (string path in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            string shownAs = $"extracts/{Path.GetFileName(path)}";
            Outcome<ExtractLayout> read = PlaceFile.Read(path, shownAs, map => LayoutReading.Read(map, vocabulary));
            if (read.Refused(out Refusal? why, out ExtractLayout? layout)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else if (layouts.Any(l => l.Id == layout.Id)) faults.Add($"{shownAs}: the id '{layout.Id}' is that of another layout; give each its own.");
            else layouts.Add(layout);
        }
        return layouts;
    }

    // What two layouts must agree on, or must not.
    private static void CheckTogether(IReadOnlyList<ExtractLayout> all, List<string> faults)
    {
        foreach (IGrouping<string, ExtractLayout> same in all.GroupBy(l => l.File, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            faults.Add($"extracts: {string.Join(" and ", same.Select(l => l.Id))} write the same file '{same.Key}'; give each its own.");
        foreach (IGrouping<string, ExtractLayout> register in all.GroupBy(l => l.Register))
        {
            if (register.Select(l => (l.PersonReference, l.Agency, l.Habits)).Distinct().Count() > 1)
                faults.Add($"extracts: {string.Join(" and ", register.Select(l => l.Id))} share the register '{register.Key}'; they must have the same agency, habits and person_reference.");
        }
    }
}
