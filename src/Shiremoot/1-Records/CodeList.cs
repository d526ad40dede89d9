using Shiremoot.Records.Cohorts;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>Codes that a cohort asks for together, such as the offences of neighbourhood crime. A file of the folder 'codelists', or a group of the vocabulary.</summary>
/// <param name="Id">What cohorts call it: offence in list violence.</param>
/// <param name="Title">In words.</param>
/// <param name="Source">Who made it, or where it is published.</param>
/// <param name="Codes">The codes as they stand in records.</param>
public sealed record CodeList(string Id, string Title, string Source, IReadOnlySet<string> Codes)
{
    /// <summary>Every list that may be named: groups and categories of offence, kinds of disposal, and the files of the folders; a file stands in for a group of the same name.</summary>
    /// <param name="words">The vocabulary.</param>
    /// <param name="folders">Folders that hold codelists/, the place's last.</param>
    public static Outcome<IReadOnlyList<CodeList>> ReadAll(Vocabulary words, params IReadOnlyList<string> folders)
    {
        Dictionary<string, CodeList> lists = new(StringComparer.Ordinal);
        foreach (CodeList made in OfVocabulary(words)) lists.TryAdd(made.Id, made);
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "codelists"))
        {
            if (PlaceFile.Read(path, shownAs, map => Read(map, lists)).Refused(out Refusal? why, out CodeList? list)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else lists[list.Id] = list;
        }
        return faults.Count > 0 ? CohortRefusals.FileFaults(faults) : Outcome.Of<IReadOnlyList<CodeList>>([.. lists.Values.OrderBy(l => l.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Reads one list from text in hand; refused with every fault.</summary>
    public static Outcome<CodeList> ReadText(string text, string shownAs, IReadOnlyList<CodeList> known) =>
        PlaceFile.ReadText(text, shownAs, map => Read(map, known.ToDictionary(l => l.Id, StringComparer.Ordinal)));

    private static CodeList Read(MapNode map, Dictionary<string, CodeList> known)
    {
        HashSet<string> codes = new(map.Texts("codes"), StringComparer.Ordinal);
        foreach (string other in map.Texts("lists"))
        {
            if (known.TryGetValue(other, out CodeList? list)) codes.UnionWith(list.Codes);
            else map.Fault("lists", $"names '{other}', which is no list before this one.{Spelling.Suggest(other, known.Keys)}");
        }
        codes.ExceptWith(map.Texts("without"));
        if (codes.Count == 0) map.Fault("codes", "is missing: write the codes as they stand in records, or name 'lists'.");
        return new CodeList(map.Text("id"), map.Text("title"), map.Text("source"), codes);
    }

    private static IEnumerable<CodeList> OfVocabulary(Vocabulary words)
    {
        const string Source = "The vocabulary";
        Offence[] offences = [.. Enumerable.Range(0, words.Offences.Count).Select(row => words.Offences[row])];
        foreach (OffenceKind group in words.OffenceGroups.All) yield return new CodeList(group.Term.Id, group.Term.Title, Source, Set(offences.Where(o => o.Group == group.Term.Id).Select(o => o.Code)));
        foreach (OffenceKind category in words.OffenceCategories.All) yield return new CodeList(category.Term.Id, category.Term.Title, Source, Set(offences.Where(o => o.Category == category.Term.Id).Select(o => o.Code)));
        foreach (IGrouping<DisposalKind, Disposal> kind in words.Disposals.All.GroupBy(d => d.Kind))
            yield return new CodeList(Spelled(kind.Key), $"Disposals: {Spelled(kind.Key).Replace('-', ' ')}", Source, Set(kind.Select(d => d.Term.Id)));
    }

    private static HashSet<string> Set(IEnumerable<string> codes) => new(codes, StringComparer.Ordinal);

    // OutOfCourt: out-of-court, as in disposals.yaml.
    private static string Spelled(DisposalKind kind) => string.Concat($"{kind}".Select((c, n) => char.IsUpper(c) && n > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
