using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Spine;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Web.Pages.People.Review;

/// <summary>Two records side by side: a pair of the queue, or one that was decided. Addresses hold numbers of the queue and of decisions, never a person's reference.</summary>
public sealed class PairPage(Shire shire) : PageModel
{
    internal PairView View { get; private set; } = null!;

    public ReviewKind? Kind { get; private set; }

    public Purpose Purpose => Auditing.LinkReview;

    [BindProperty]
    public string? Rationale { get; set; }

    public string Href => Request.Path;

    private string Who => User.Identity?.Name ?? "";

    public IActionResult OnGet(string of, long id) => Show(of, id) ? Page() : NotFound();

    public IActionResult OnPostDecide(string of, long id, string verdict)
    {
        if (Names(of, id) is not { } pair || LinkDecisions.ReadVerdict(verdict).Refused(out Refusal? why, out Verdict decided)) return NotFound();
        if (shire.DecideLink(pair.A, pair.B, decided, Rationale ?? "", Who).Refused(out why, out _)) return Refused(of, id, why);
        return Redirect($"/people/review/decisions/{LinkDecisions.Latest(shire.LinkDecisionsMade(Who), pair.A, pair.B)}");
    }

    public IActionResult OnPostWithdraw(string of, long id, long decision)
    {
        if (Names(of, id) is null) return NotFound();
        return shire.WithdrawLinkDecision(decision, Rationale ?? "", Who).Refused(out Refusal? why, out _) ? Refused(of, id, why) : Redirect($"/people/review/decisions/{decision}");
    }

    private IActionResult Refused(string of, long id, Refusal why)
    {
        ModelState.AddModelError(nameof(Rationale), $"{why.Says} {why.Try}");
        return Show(of, id) ? Page() : NotFound();
    }

    private bool Show(string of, long id)
    {
        if (Names(of, id) is not { } pair || shire.ReviewPair(pair.A, pair.B, Who).Refused(out _, out PairReview? review)) return false;
        View = PairView.Of(review);
        return true;
    }

    private (RecordName A, RecordName B)? Names(string of, long id)
    {
        if (of == "decisions") return shire.LinkDecisionsMade(Who).FirstOrDefault(d => d.Id == id) is { } made ? (made.A, made.B) : null;
        if (of != "pairs" || shire.PersonSpine.Case(id).Refused(out _, out ReviewCase? one)) return null;
        Kind = one.Kind;
        return (one.A, one.B);
    }
}
