using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shiremoot.Web.Pages.Futures.Budgets;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures;

public sealed class IndexPage(Shire shire) : PageModel
{
    /// <summary>The place's own contracts.</summary>
    public IReadOnlyList<Cell> Contracts { get; private set; } = [];

    public void OnGet() => Contracts = [.. shire.Contracts.Where(c => c.IsOfPlace).Select(c => new Cell(c.Read.Refused(out Refusal? _, out Contract? contract) ? c.Id : contract.Title, BudgetWords.Href(c.Id)))];
}
