using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Picture;

public sealed class IndexPage(Shire shire) : PageModel
{
    /// <summary>The questions that some measure bears on, for the choice at the top.</summary>
    internal IReadOnlyList<Question> Questions { get; private set; } = [];

    /// <summary>Questions with the measures shown under them.</summary>
    internal IReadOnlyList<(Question Question, IReadOnlyList<MeasureRow> Rows)> Groups { get; private set; } = [];

    internal Question? Chosen { get; private set; }

    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string? question)
    {
        if (shire.Measures.Refused(out Refusal? why, out PlaceMeasures? known))
        {
            Why = why;
            return Page();
        }
        Questions = [.. known.OfAreas.SelectMany(m => m.Questions).Distinct().Order(StringComparer.Ordinal).Select(id => Question.Of(shire, id))];
        if (!string.IsNullOrEmpty(question) && (Chosen = Questions.FirstOrDefault(q => q.Id == question)) is null) return NotFound();
        // A measure that bears on several questions stands under the first, so that the whole list names each once.
        Groups = Chosen is { } one
            ? [(one, Rows(known.OfAreas.Where(m => m.Questions.Contains(one.Id))))]
            : [.. known.OfAreas.GroupBy(m => m.Questions.FirstOrDefault() ?? "").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Question.Of(shire, g.Key), Rows(g)))];
        return Page();
    }

    private MeasureRow[] Rows(IEnumerable<AreaMeasure> measures) => [.. measures.Select(m => MeasureRow.Of(m, shire.DrawAreas(m, AreaQuestion.Plain)))];
}
