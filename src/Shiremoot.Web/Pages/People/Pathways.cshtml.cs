using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>How people of a cohort move from stage to stage, or what came before their index day.</summary>
public sealed class PathwaysPage(Shire shire) : PageModel
{
    public IReadOnlyList<Cohort> Cohorts { get; private set; } = [];

    public Cohort Chosen { get; private set; } = Cohort.Everyone;

    public bool IsBefore { get; private set; }

    public ChartView? Chart { get; private set; }

    public TableView? Waits { get; private set; }

    public Refusal? Why { get; private set; }

    public bool HasRecords => shire.HasPeople;

    public Origin Records => shire.OriginOfPeople;

    public IActionResult OnGet(string? cohort, string? part)
    {
        if (shire.Cohorts.Refused(out Refusal? why, out IReadOnlyList<Cohort>? known)) Why = why;
        else Cohorts = known;
        if (cohort is { Length: > 0 } && Cohorts.FirstOrDefault(c => c.Id == cohort) is not { } named) return NotFound();
        Chosen = Cohorts.FirstOrDefault(c => c.Id == cohort) ?? Cohort.Everyone;
        IsBefore = part == "before";
        if (!HasRecords || Why is not null) return Page();
        if (shire.DrawPathways(Chosen, IsBefore ? PathwayPart.Before : PathwayPart.Onwards).Refused(out why, out PeoplePathways? drawn))
        {
            Why = why;
            return Page();
        }
        string of = $"{Chosen.Title}: the first steps {(IsBefore ? "before the index day" : Chosen.Index is null ? "of their stories" : "from the index day on")}";
        Chart = FlowChart.Of("flows", of, drawn.Flows, new Source(drawn.Origin, drawn.Records));
        if (drawn.Waits.Count > 0)
        {
            Waits = new("Days from stage to stage", [new("From"), new("To"), new("People who came to the first", true), new("Of them came to the second", true), new("Middle days", true), new("Mean days", true)],
                [.. drawn.Waits.Select(w => Row.Of(w.From, w.To, $"{w.Reached}", $"{w.Went}", PeopleHeadline.Number(w.MedianDays, "N0"), PeopleHeadline.Number(w.MeanDays, "N0")))])
            { Notes = ["From a person's first event of the one kind to the first of the other on that day or later. Those still waiting have no days.", .. PeopleTable.Marks(drawn.Rules)] };
        }
        return Page();
    }
}
