using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Questions;

public sealed class QuestionPage(Shire shire) : PageModel
{
    public Question Question { get; private set; } = null!;

    public AnsweredQuestion? Answered { get; private set; }

    internal IReadOnlyList<PartView> Parts { get; private set; } = [];

    public bool HasPeople => shire.HasPeople;

    /// <summary>What the records are: generated, if any is.</summary>
    public Origin Records => shire.OriginOfPeople;

    public string Disclosure => shire.Disclosure.Label;

    public Refusal? Why { get; private set; }

    /// <summary>The data-gap register of the question.</summary>
    public TableView Gaps => new($"What is missing to answer {Question.Id} fully", [new("What is not known"), new("Who holds it"), new("Why it matters")], [.. Question.Gaps.Select(g => Row.Of(g.What, g.Holder, g.Why))]) { CaptionHidden = true };

    public IActionResult OnGet(string id)
    {
        // The list says what is wrong with the files of questions.
        if (shire.Questions.Refused(out Refusal? why, out _)) return RedirectToPage("/Questions/Index");
        if (shire.QuestionOf(id).Refused(out _, out Question? question)) return NotFound();
        Question = question;
        if (shire.Answer(question).Refused(out why, out AnsweredQuestion? answered))
        {
            Why = why;
            return Page();
        }
        Answered = answered;
        Parts = [.. answered.Parts.Select((part, at) => PartView.Of(part, at + 1))];
        return Page();
    }
}
