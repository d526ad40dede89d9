using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Records.Vocabularies;

/// <summary>Reads one YAML file of the vocabulary: which list it adds to, its source, its entries.</summary>
internal static class TermFile
{
    // The order is the order of the glossary. Adding a list is a line here, a property of Entries and one of Vocabulary.
    private static readonly (string Name, Action<MapNode, Term, string, Entries> Read)[] Lists =
    [
        ("words", (map, term, file, into) => into.Words.Add(new(new(term), file, map.Line))),
        ("agencies", (map, term, file, into) => into.Agencies.Add(new(new(term), file, map.Line))),
        ("stages", (map, term, file, into) => into.Stages.Add(new(new(term, map.Whole("order")), file, map.Line))),
        ("event-kinds", (map, term, file, into) => into.EventKinds.Add(new(EventKind(map, term), file, map.Line))),
        ("disposals", (map, term, file, into) => into.Disposals.Add(new(Disposal(map, term), file, map.Line))),
        ("sentence-classes", (map, term, file, into) => into.SentenceClasses.Add(new(new(term, Ages(map)), file, map.Line))),
        ("requirements", (map, term, file, into) => into.Requirements.Add(new(new(term, Ages(map)), file, map.Line))),
        ("establishments", (map, term, file, into) => into.Establishments.Add(new(new(term, Ages(map)), file, map.Line))),
        ("needs", (map, term, file, into) => into.Needs.Add(new(Need(map, term), file, map.Line))),
        ("registrations", (map, term, file, into) => into.Registrations.Add(new(new(term, map.Text("group")), file, map.Line))),
        ("scales", (map, term, file, into) => into.Scales.Add(new(new(term, map.Text("scale"), map.Whole("score")), file, map.Line))),
        ("ethnicities", (map, term, file, into) => into.Ethnicities.Add(new(new(term, map.Text("group")), file, map.Line))),
        ("sexes", (map, term, file, into) => into.Sexes.Add(new(new(term), file, map.Line))),
        ("offence-categories", (map, term, file, into) => into.OffenceCategories.Add(new(new(term), file, map.Line))),
        ("offence-groups", (map, term, file, into) => into.OffenceGroups.Add(new(new(term), file, map.Line))),
    ];

    public static void Read(string path, string shownAs, Entries into, List<string> faults)
    {
        Outcome<bool> read = PlaceFile.Read(path, shownAs, map => Fill(map, shownAs, into));
        if (!read.Refused(out Refusal? why, out _)) return;
        if (why.Details.Count == 0) faults.Add(why.Says);
        faults.AddRange(why.Details);
    }

    private static bool Fill(MapNode map, string file, Entries into)
    {
        string list = map.Text("list");
        string source = map.Text("source");
        map.TextOr("title");
        foreach (MapNode entry in map.Maps("entries"))
        {
            Term term = Term(entry, source);
            int found = Array.FindIndex(Lists, l => l.Name == list);
            if (found >= 0) Lists[found].Read(entry, term, file, into);
        }

        if (list.Length > 0 && !Array.Exists(Lists, l => l.Name == list))
            map.Fault("list", $"is '{list}'; it must be one of {string.Join(", ", Lists.Select(l => l.Name))}.");
        if (source.Trim().Length == 0 && map.Has("source")) map.Fault("source", "is empty; say where the entries come from.");
        return true;
    }

    private static Term Term(MapNode map, string source)
    {
        Term term = new(map.Text("id"), map.Text("title"), map.TextOr("means", ""), map.DayOr("from"), map.DayOr("until"), map.Texts("also"), map.TextOr("source", source));
        if (map.Has("id") && !IsId(term.Id)) map.Fault("id", $"is '{term.Id}'; use small letters, digits and hyphens, beginning with a letter.");
        if (map.Has("title") && term.Title.Trim().Length == 0) map.Fault("title", "is empty; write what people should read.");
        if (term.From is { } from && term.Until is { } until && until <= from) map.Fault("until", "must be later than 'from'.");
        return term;
    }

    private static EventKind EventKind(MapNode map, Term term)
    {
        if (!map.Has("shape")) map.Fault("shape", "is missing; say point (it happens on a day) or span (it lasts).");
        return new EventKind(term, map.Text("stage"), map.Choice("shape", ("point", false), ("span", true)), map.Text("agency"));
    }

    private static Disposal Disposal(MapNode map, Term term)
    {
        if (!map.Has("kind")) map.Fault("kind", "is missing; say out-of-court, interim, not-convicted, non-custodial or custodial.");
        DisposalKind kind = map.Choice(
            "kind", ("out-of-court", DisposalKind.OutOfCourt), ("interim", DisposalKind.Interim), ("not-convicted", DisposalKind.NotConvicted),
            ("non-custodial", DisposalKind.NonCustodial), ("custodial", DisposalKind.Custodial));
        return new Disposal(term, kind, Ages(map), map.TextOr("class"));
    }

    private static Need Need(MapNode map, Term term)
    {
        List<int> sections = [];
        foreach (string text in map.Texts("oasys"))
        {
            if (int.TryParse(text, out int section) && section is >= 1 and <= 13) sections.Add(section);
            else map.Fault("oasys", $"holds '{text}'; the sections are 1 to 13.");
        }

        return new Need(term, map.Text("pathway"), map.Texts("crs"), sections);
    }

    private static Ages Ages(MapNode map)
    {
        Ages ages = new(map.WholeOr("min_age"), map.WholeOr("max_age"));
        if (ages.Max < ages.Min) map.Fault("max_age", "must not be less than 'min_age'.");
        return ages;
    }

    private static bool IsId(string id) =>
        id.Length > 0 && char.IsAsciiLetterLower(id[0]) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
