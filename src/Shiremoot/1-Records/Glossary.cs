using System.Text;

namespace Shiremoot.Records;

/// <summary>The vocabulary as a page for people: GLOSSARY.md is this text, and a test keeps it so.</summary>
public static class Glossary
{
    public static string Write(Vocabulary vocabulary)
    {
        StringBuilder page = new();
        page.Append("# Glossary\n\nThe words Shiremoot uses, each for one thing. Written from the files in `vocabulary/`: change it there.\n");
        Section(page, "Words", vocabulary.Words);
        Section(page, "Agencies", vocabulary.Agencies);
        Section(page, "Stages", vocabulary.Stages);
        foreach (Stage stage in vocabulary.Stages.All.OrderBy(s => s.Order))
            Section(page, $"Events: {stage.Term.Title.ToLowerInvariant()}", vocabulary.EventKinds.All.Where(e => e.Stage == stage.Term.Id));
        Section(page, "Disposals", vocabulary.Disposals);
        Section(page, "Classes of custodial sentence", vocabulary.SentenceClasses);
        Section(page, "Requirements of community sentences", vocabulary.Requirements);
        Section(page, "Secure establishments", vocabulary.Establishments);
        Section(page, "Needs", vocabulary.Needs);
        Section(page, "Registrations", vocabulary.Registrations);
        Section(page, "Scales of assessment", vocabulary.Scales);
        Section(page, "Sex", vocabulary.Sexes);
        Section(page, "Ethnicity", vocabulary.Ethnicities);
        Section(page, "Actuarial categories of offence", vocabulary.OffenceCategories);
        Section(page, "Groups of offence", vocabulary.OffenceGroups);
        return page.ToString();
    }

    private static void Section<T>(StringBuilder page, string title, TermList<T> list) where T : class, ITerm => Section(page, title, list.All);

    private static void Section<T>(StringBuilder page, string title, IEnumerable<T> entries) where T : class, ITerm
    {
        page.Append($"\n## {title}\n\n");
        foreach (T entry in entries)
        {
            Term term = entry.Term;
            string dates = (term.From, term.Until) switch
            {
                (null, null) => "",
                ({ } from, null) => $" From {from:uuuu-MM-dd}.",
                (null, { } until) => $" Until {until:uuuu-MM-dd}.",
                ({ } from, { } until) => $" From {from:uuuu-MM-dd} until {until:uuuu-MM-dd}.",
            };
            page.Append($"- **{term.Title}** (`{term.Id}`){(term.Means.Length > 0 ? $": {term.Means}" : "")}{dates}{(term.Also.Count > 0 ? $" Also: {string.Join(", ", term.Also)}." : "")}\n");
        }
    }
}
