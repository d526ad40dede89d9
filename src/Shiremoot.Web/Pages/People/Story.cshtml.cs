using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People;

/// <summary>What happened to one person. Who it is comes by a form and stands in no address.</summary>
public sealed class StoryPage(Shire shire) : PageModel
{
    public bool HasPeople => shire.HasPeople;

    /// <summary>Someone may be shown at random only where nobody exists.</summary>
    public bool IsGenerated => shire.HasPeople && shire.OriginOfPeople == Origin.Generated;

    public Purpose Purpose => Auditing.OneStory;

    public IReadOnlyList<(string Id, string Title)> Cohorts { get; private set; } = [];

    public IReadOnlyList<(string Id, string Title)> Agencies { get; private set; } = [];

    public string Cohort { get; private set; } = "";

    public string Agency { get; private set; } = "";

    public Refusal? Why { get; private set; }

    internal StoryView? View { get; private set; }

    public void OnGet() => Offer();

    public IActionResult OnPostSomeone(string? cohort)
    {
        Cohort = cohort ?? "";
        Outcome<Records.Cohort> chosen = Cohort.Length == 0 ? Records.Cohort.Everyone : shire.CohortOf(Cohort, null);
        return Show(chosen.Then(c => shire.StoryOfSomeone(c, (ulong)RandomNumberGenerator.GetInt32(int.MaxValue), Who)));
    }

    public IActionResult OnPostRecord(string? agency, string? reference)
    {
        Agency = agency ?? "";
        return Show(shire.StoryOfRecord(Agency, reference ?? "", Who));
    }

    private string Who => User.Identity?.Name ?? "";

    private PageResult Show(Outcome<CostedStory> told)
    {
        Offer();
        if (told.Refused(out Refusal? why, out CostedStory? read)) Why = why;
        else View = StoryView.Of(StoryWords.Tell(read.Story, shire), read.Story.Origin, read.Costs.Refused(out Refusal? unpriced, out Economics.PersonCosts? costs) ? null : costs) with { NotCosted = unpriced };
        return Page();
    }

    private void Offer()
    {
        Cohorts = shire.Cohorts.Refused(out _, out IReadOnlyList<Records.Cohort>? known) ? [] : [.. known.Select(c => (c.Id, c.Title)).OrderBy(c => c.Title, StringComparer.Ordinal)];
        Agencies = shire.Vocabulary.Refused(out _, out Vocabulary? words) ? [] : [.. words.Agencies.All.Select(a => (a.Term.Id, a.Term.Title))];
    }
}
