using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Spine;
using Shiremoot.Trust;
using Shiremoot.Web.Pages.Data;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.People.Review;

public sealed class IndexPage(Shire shire) : PageModel
{
    private const int OnAPage = 25, MostDecisions = 25;

    public bool HasSpine { get; private set; }

    public int Count { get; private set; }

    public Purpose Purpose => Auditing.LinkReview;

    public TableView Queue { get; private set; } = null!;

    public TableView? Decided { get; private set; }

    public Pagination Pages { get; private set; } = null!;

    public IActionResult OnGet(int p = 1)
    {
        HasSpine = shire.PersonSpine.Latest() is not null;
        if (!HasSpine) return Page();
        string who = User.Identity?.Name ?? "";
        (IReadOnlyList<ReviewCase> cases, Count) = shire.ReviewQueue((Math.Max(p, 1) - 1) * OnAPage, OnAPage, who);
        Pages = new(p, Math.Max(1, (Count + OnAPage - 1) / OnAPage), n => $"/people/review?p={n}", "pairs to review");
        if (p < 1 || p > Pages.Count) return NotFound();
        Queue = new("Pairs to review", [new("Why"), new("Agencies"), new("Likely one person", true), new("As it stands"), new("Record pairs at stake", true), new("Weight", true)],
            [.. cases.Select(c => Row.Of(new Cell(ReviewWords.Kind(c.Kind), $"/people/review/pairs/{c.Id}"), $"{c.A.Agency}, {c.B.Agency}", ReviewWords.Percent(c.Probability), ReviewWords.Stands(c.IsJoined),
                c.Pairs.ToString("N0", CultureInfo.InvariantCulture), c.Weight.ToString("N1", CultureInfo.InvariantCulture)))])
        { CaptionHidden = true, Notes = ["Weight: the record pairs at stake times the probability that what stands is wrong. It is what a decision is expected to put right."] };
        IReadOnlyList<LinkDecision> made = shire.LinkDecisionsMade(who);
        if (made.Count > 0)
            Decided = new($"The latest {Math.Min(made.Count, MostDecisions)} decisions", [new("Decision"), new("Agencies"), new("By whom"), new("When (UTC)"), new("Holds")],
                [.. made.Take(MostDecisions).Select(d => Row.Of(new Cell(ReviewWords.Verdict(d.Verdict), $"/people/review/decisions/{d.Id}"), $"{d.A.Agency}, {d.B.Agency}", d.Who, LoadWords.When(d.At), d.Withdrawn is null ? "Yes" : "Withdrawn"))])
            { CaptionHidden = true };
        return Page();
    }
}
