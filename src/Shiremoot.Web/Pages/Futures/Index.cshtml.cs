using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Futures.Budgets;

namespace Shiremoot.Web.Pages.Futures;

public sealed class IndexPage(Shire shire, AnswerDesk desk) : PageModel
{
    public IReadOnlyList<(string Id, Scenario Scenario)> Scenarios { get; private set; } = [];

    /// <summary>Files that cannot be read, and why.</summary>
    public IReadOnlyList<(string File, Refusal Why)> Refused { get; private set; } = [];

    /// <summary>The place's own contracts.</summary>
    public IReadOnlyList<(string Title, string Href)> Contracts { get; private set; } = [];

    /// <summary>The place as it goes on.</summary>
    internal AnswerState State { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        List<(string, Scenario)> scenarios = [];
        List<(string, Refusal)> refused = [];
        foreach (PlaceScenario each in shire.Scenarios)
            if (each.Read.Refused(out Refusal? why, out Scenario? scenario)) refused.Add((each.ShownAs, why));
            else scenarios.Add((each.Id, scenario));
        (Scenarios, Refused) = (scenarios, refused);
        Contracts = [.. shire.Contracts.Where(c => c.IsOfPlace).Select(c => (c.Read.Refused(out Refusal? _, out Contract? contract) ? c.Id : contract.Title, BudgetWords.Href(c.Id)))];
        State = await desk.AskAsync(FutureChoice.AsThingsAre);
    }
}
