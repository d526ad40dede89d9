using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures.Budgets;

public sealed class BudgetPage(Shire shire) : PageModel
{
    public string Id { get; private set; } = "";

    /// <summary>The result that was asked for; null for the contract's own demand.</summary>
    public string? Result { get; private set; }

    /// <summary>The results of simulations that the place has.</summary>
    public IReadOnlyList<string> Results => shire.ResultIds;

    public BudgetResult? Budget { get; private set; }

    public Refusal? Why { get; private set; }

    public IReadOnlyList<Download> Files => BudgetWords.Files(Id, Result);

    /// <summary>The place's other contracts, to set beside this one.</summary>
    public IReadOnlyList<Cell> Others =>
    [
        .. shire.Contracts.Where(c => c.IsOfPlace && c.Id != Id && !c.Read.IsRefused)
            .Select(c => new Cell($"Side by side with {c.Read.Value.Title}", $"/futures/budgets/compare?of={Uri.EscapeDataString(Id)}&of={Uri.EscapeDataString(c.Id)}")),
    ];

    public IActionResult OnGet(string id, string? futures)
    {
        (Id, Result) = (id, string.IsNullOrEmpty(futures) ? null : futures);
        if (!shire.ContractIds.Contains(id) || (Result is not null && !Results.Contains(Result))) return NotFound();
        if (shire.BudgetOf(id, Result).Refused(out Refusal? why, out BudgetResult? budget)) Why = why;
        else Budget = budget;
        return Page();
    }
}
