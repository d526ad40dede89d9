using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures.Budgets;

public sealed class BudgetsPage(Shire shire) : PageModel
{
    /// <summary>The place's own contracts.</summary>
    public IReadOnlyList<(string Id, Contract Contract)> Own { get; private set; } = [];

    /// <summary>Those of the country's vocabulary.</summary>
    public IReadOnlyList<(string Id, Contract Contract)> Past { get; private set; } = [];

    /// <summary>Files that cannot be read, and why.</summary>
    public IReadOnlyList<(string File, Refusal Why)> Refused { get; private set; } = [];

    public static TableView Table(IReadOnlyList<(string Id, Contract Contract)> contracts) => new(
        "Contracts, whose budget each judges, and how it pays", [new("Contract"), new("Years"), new("Holder"), new("Pays by"), new("Terms that are assumptions", true)],
        [.. contracts.Select(c => Row.Of(new Cell(c.Contract.Title, BudgetWords.Href(c.Id)), BudgetWords.Span(c.Contract), c.Contract.Parties[c.Contract.Holder].Title, Pays(c.Contract), Assumed(c.Contract)))])
    { CaptionHidden = true };

    public void OnGet()
    {
        List<(string, Contract)> own = [], past = [];
        List<(string, Refusal)> refused = [];
        foreach (PlaceContract file in shire.Contracts)
            if (file.Read.Refused(out Refusal? why, out Contract? contract)) refused.Add((file.ShownAs, why));
            else (file.IsOfPlace ? own : past).Add((file.Id, contract));
        (Own, Past, Refused) = (own, past, refused);
    }

    private static string Assumed(Contract contract)
    {
        IReadOnlyList<ContractTerm> terms = ContractWords.Of(contract);
        return $"{terms.Count(t => t.IsAssumption)} of {terms.Count}";
    }

    private static string Pays(Contract contract) => contract.Rules.Count == 0 ? "Grant alone" : contract.Counterfactual.Kind switch
    {
        CounterfactualKind.Control => "Result against a matched control",
        CounterfactualKind.Trend => "Result against a trend",
        CounterfactualKind.Index => "Result against elsewhere",
        _ => "Result against a fixed baseline",
    };
}
