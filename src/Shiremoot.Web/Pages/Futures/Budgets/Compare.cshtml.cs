using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures.Budgets;

public sealed class ComparePage(Shire shire) : PageModel
{
    /// <summary>More columns cannot be read beside each other.</summary>
    public const int MostColumns = 4;

    public IReadOnlyList<BudgetResult> Budgets { get; private set; } = [];

    public IReadOnlyList<(string Id, string Title)> Titles { get; private set; } = [];

    public Refusal? Why { get; private set; }

    /// <summary>Why there is nothing to compare; null where there is.</summary>
    public string? Says { get; private set; }

    public IReadOnlyList<Download> Files => BudgetWords.Beside(Titles.Select(t => t.Id));

    public IActionResult OnGet(string[] of)
    {
        string[] ids = [.. of.Distinct()];
        if (ids.Length is < 2 or > MostColumns)
        {
            Says = $"Choose two contracts to compare, or up to {MostColumns}.";
            return Page();
        }
        if (ids.Any(id => !shire.ContractIds.Contains(id))) return NotFound();
        List<BudgetResult> budgets = [];
        foreach (string id in ids)
        {
            if (shire.BudgetOf(id).Refused(out Refusal? why, out BudgetResult? budget))
            {
                Why = why;
                return Page();
            }
            budgets.Add(budget);
        }
        (Budgets, Titles) = (budgets, [.. ids.Zip(budgets, (id, b) => (id, b.Contract.Title))]);
        return Page();
    }
}
