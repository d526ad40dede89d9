using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Questions;

public sealed class IndexPage(Shire shire) : PageModel
{
    /// <summary>The questions by heading, each with its answer.</summary>
    public IReadOnlyList<(string Under, IReadOnlyList<AnsweredQuestion> Answered)> Answered { get; private set; } = [];

    /// <summary>What the records are: generated, if any is.</summary>
    public Origin Records => shire.OriginOfPeople;

    public Refusal? Why { get; private set; }

    public void OnGet()
    {
        if (shire.Questions.Refused(out Refusal? why, out IReadOnlyList<Question>? known))
        {
            Why = why;
            return;
        }
        List<AnsweredQuestion> answered = [];
        foreach (Question question in known)
        {
            if (shire.Answer(question).Refused(out why, out AnsweredQuestion? one)) Why = why;
            else answered.Add(one);
        }
        Answered = [.. answered.GroupBy(a => a.Question.Under).Select(g => (g.Key, (IReadOnlyList<AnsweredQuestion>)[.. g]))];
    }
}
