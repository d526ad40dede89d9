using Shiremoot.Records.Vocabularies;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>The common tongue: every code list, with a place's own entries added or put in the stead of the country's.</summary>
public sealed class Vocabulary
{
    private Vocabulary()
    {
    }

    public required TermList<Word> Words { get; init; }

    public required TermList<Agency> Agencies { get; init; }

    public required TermList<Stage> Stages { get; init; }

    public required TermList<EventKind> EventKinds { get; init; }

    public required TermList<Disposal> Disposals { get; init; }

    public required TermList<SentenceClass> SentenceClasses { get; init; }

    public required TermList<Requirement> Requirements { get; init; }

    public required TermList<Establishment> Establishments { get; init; }

    public required TermList<Need> Needs { get; init; }

    public required TermList<Registration> Registrations { get; init; }

    public required TermList<ScalePoint> Scales { get; init; }

    public required TermList<Ethnicity> Ethnicities { get; init; }

    public required TermList<Sex> Sexes { get; init; }

    public required TermList<OffenceKind> OffenceCategories { get; init; }

    public required TermList<OffenceKind> OffenceGroups { get; init; }

    public required OffenceTable Offences { get; init; }

    /// <summary>Finds an offence by its code: 00101, 001/01, 1/1, 001-01.</summary>
    public bool TryFindOffence(ReadOnlySpan<char> code, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Offence? offence) => Offences.TryFind(code, out offence);

    /// <summary>
    /// Reads the vocabulary: the YAML files that lie in the folder itself and offences/offences.csv. Other subfolders belong to other rooms.
    /// Refused with every fault of every file, each with file and line.
    /// </summary>
    /// <param name="folder">The country's vocabulary.</param>
    /// <param name="placeFolder">A place's own vocabulary folder, of the same form; may be absent.</param>
    public static Outcome<Vocabulary> Read(string folder, string? placeFolder = null)
    {
        if (!Directory.Exists(folder)) return Refusals.NoFolder(folder);
        List<string> faults = [];
        List<CsvTable> offences = [];
        Entries country = ReadFolder(folder, "vocabulary", offences, faults);
        Entries place = placeFolder is not null && Directory.Exists(placeFolder) ? ReadFolder(placeFolder, "place vocabulary", offences, faults) : new Entries();
        if (country.Agencies.Count == 0 && faults.Count == 0) return Refusals.NoFolder(folder);

        Vocabulary read = Assemble(country, place, offences, faults);
        return faults.Count > 0 ? Refusals.Faults("The vocabulary", [.. faults.Distinct(StringComparer.Ordinal)]) : read;
    }

    private static Entries ReadFolder(string folder, string shownAs, List<CsvTable> offences, List<string> faults)
    {
        Entries entries = new();
        CsvTable? table = null;
        List<string> tableFaults = [];
        string offencesPath = Path.Combine(folder, "offences", "offences.csv");
        Parallel.Invoke(
            () =>
            {
                foreach (string path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
                    TermFile.Read(path, $"{shownAs}/{Path.GetFileName(path)}", entries, faults);
            },
            () => table = File.Exists(offencesPath) ? CsvTable.Read(offencesPath, $"{shownAs}/offences/offences.csv", tableFaults) : null);
        faults.AddRange(tableFaults);
        if (table is not null) offences.Add(table);
        return entries;
    }

    private static Vocabulary Assemble(Entries country, Entries place, List<CsvTable> offences, List<string> faults)
    {
        TermList<OffenceKind> categories = TermMerge.Merge(country.OffenceCategories, place.OffenceCategories, faults);
        TermList<OffenceKind> groups = TermMerge.Merge(country.OffenceGroups, place.OffenceGroups, faults);
        Vocabulary read = new()
        {
            Words = TermMerge.Merge(country.Words, place.Words, faults),
            Agencies = TermMerge.Merge(country.Agencies, place.Agencies, faults),
            Stages = TermMerge.Merge(country.Stages, place.Stages, faults),
            EventKinds = TermMerge.Merge(country.EventKinds, place.EventKinds, faults),
            Disposals = TermMerge.Merge(country.Disposals, place.Disposals, faults),
            SentenceClasses = TermMerge.Merge(country.SentenceClasses, place.SentenceClasses, faults),
            Requirements = TermMerge.Merge(country.Requirements, place.Requirements, faults),
            Establishments = TermMerge.Merge(country.Establishments, place.Establishments, faults),
            Needs = TermMerge.Merge(country.Needs, place.Needs, faults),
            Registrations = TermMerge.Merge(country.Registrations, place.Registrations, faults),
            Scales = TermMerge.Merge(country.Scales, place.Scales, faults),
            Ethnicities = TermMerge.Merge(country.Ethnicities, place.Ethnicities, faults),
            Sexes = TermMerge.Merge(country.Sexes, place.Sexes, faults),
            OffenceCategories = categories,
            OffenceGroups = groups,
            Offences = OffenceFile.Read(offences, categories, groups, faults),
        };
        foreach (Entries entries in new[] { country, place })
        {
            TermMerge.CheckReference(entries.EventKinds, e => e.Stage, "stage", read.Stages, faults);
            TermMerge.CheckReference(entries.EventKinds, e => e.Agency, "agency", read.Agencies, faults);
            TermMerge.CheckReference(entries.Disposals, d => d.SentenceClass, "class", read.SentenceClasses, faults);
        }

        return read;
    }
}
