using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>Builds a cohort step by step: what is chosen becomes text of the cohort language, which may as well be written by hand.</summary>
public sealed class BuildPage(Shire shire) : PageModel
{
    private const int MostLetters = 6000; // what an address may hold

    public static readonly (string Value, string Text)[] Abouts =
        [("", "Nothing: count what is written"), ("attribute", "What is known of the person"), ("age", "Age on the index date"), ("exists", "There is an event"), ("none", "There is no such event"), ("count", "The number of events")];

    public static readonly (string Value, string Text)[] Signs = [("=", "is"), ("!=", "is not"), ("<", "is below"), ("<=", "is at most"), (">", "is above"), (">=", "is at least")];

    public static readonly (string Value, string Text)[] Sides = [("", "At any time"), ("before", "Before the index date"), ("after", "After the index date")];

    public string Where { get; private set; } = "";

    public string Index { get; private set; } = "";

    public IReadOnlyList<string> Attributes { get; private set; } = [];

    public IReadOnlyList<(string Id, string Title)> Kinds { get; private set; } = [];

    public Cohort? Cohort { get; private set; }

    public string Left { get; private set; } = "";

    public TableView? Attrition { get; private set; }

    public Refusal? Why { get; private set; }

    public Origin Records => shire.OriginOfPeople;

    /// <summary>The cohort as a file of the place.</summary>
    public string AsFile => $"id: my-cohort\ntitle: My cohort\nsource: Who defined it, and why\n{(Index.Length > 0 ? $"index: {Index}\n" : "")}{(Where.Length > 0 ? $"where: |\n  {Where.ReplaceLineEndings("\n  ")}\n" : "")}";

    public void OnGet(string? where, string? index, string? about, string? attribute, string? kind, string? sign, string? value, string? months, string? side)
    {
        BuiltCondition more = new() { About = about ?? "", Attribute = attribute ?? "", Kind = kind ?? "", Sign = sign ?? "", Value = value ?? "", Months = months ?? "", Side = side ?? "" };
        (Where, Index) = (more.AddedTo(where ?? ""), (index ?? "").Trim());
        (Attributes, Kinds) = (shire.AttributesOfPeople(), shire.Vocabulary.Refused(out _, out Vocabulary? words) ? [] : [.. words.EventKinds.All.Select(k => (k.Term.Id, k.Term.Title)).OrderBy(k => k.Title, StringComparer.Ordinal)]);
        if (Where.Length + Index.Length is > 0 and <= MostLetters) Count();
    }

    private void Count()
    {
        if (Shire.CohortWritten(Where, Index).Refused(out Refusal? why, out Cohort? cohort) || shire.Attrition(cohort).Refused(out why, out IReadOnlyList<AttritionLine>? lines))
        {
            Why = why;
            return;
        }
        (Cohort, Left) = (cohort, $"{lines[^1].Left}");
        Attrition = new("People left after each condition", [new("Condition"), new("People left", true)], [.. lines.Select(l => Row.Of(PeopleCharts.Capital(l.InWords), $"{l.Left}"))])
        {
            CaptionHidden = true,
            Notes = PeopleTable.Marks(shire.Disclosure),
        };
    }
}
