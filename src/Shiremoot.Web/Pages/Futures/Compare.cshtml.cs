using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Futures;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Futures;

public sealed class ComparePage(Shire shire, AnswerDesk desk) : PageModel
{
    private const int Fewest = 2, Most = 4;

    /// <summary>Each with a letter, by which charts and tables name it.</summary>
    internal IReadOnlyList<(string Letter, string Name, AnswerState State)> States { get; private set; } = [];

    /// <summary>Those of which there is an answer.</summary>
    internal IReadOnlyList<(string Name, FutureAnswer Answer)> Shown => [.. States.Where(s => s.State.Answer is not null).Select(s => (s.Letter, s.State.Answer!))];

    /// <summary>Why nothing is compared.</summary>
    public Refusal? Why { get; private set; }

    public async Task<IActionResult> OnGetAsync(string[] of)
    {
        string[] asked = [.. of.Where(o => o.Length > 0).Distinct()];
        if (asked.Length is < Fewest or > Most)
        {
            Why = Refusals.NotCompared(Fewest, Most);
            return Page();
        }
        List<FutureChoice> choices = [];
        foreach (string each in asked)
        {
            if (FutureChoice.Read(shire, each).Refused(out Refusal? why, out FutureChoice? choice))
            {
                if (why.Of == RefusalOf.Name) return NotFound();
                Why = why;
                return Page();
            }
            choices.Add(choice);
        }
        // All are wanted before any is waited for.
        AnswerState[] states = await Task.WhenAll(choices.Select(desk.AskAsync));
        States = [.. states.Select((s, i) => (((char)('A' + i)).ToString(), NameOf(s.Choice), s))];
        return Page();
    }

    private static string NameOf(FutureChoice choice)
    {
        string own = string.Join(", ", choice.Set.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value:0.####}")));
        return own.Length == 0 ? choice.Scenario!.Title : $"{choice.Scenario!.Title} ({own})";
    }
}
