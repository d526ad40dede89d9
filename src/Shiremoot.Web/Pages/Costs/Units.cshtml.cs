using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

public sealed class UnitsPage(Shire shire) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    public IReadOnlyList<IGrouping<string, UnitCost>> Themes { get; private set; } = [];

    /// <summary>How many were found.</summary>
    public string Says { get; private set; } = "";

    public Refusal? Why { get; private set; }

    public void OnGet()
    {
        if (shire.UnitCosts.Refused(out Refusal? why, out UnitCosts? costs))
        {
            Why = why;
            return;
        }
        string[] words = (Find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        UnitCost[] found = [.. costs.All.Where(c => words.All(w => $"{c.Code} {c.What} {c.Agency} {c.Theme}".Contains(w, StringComparison.OrdinalIgnoreCase)))];
        Themes = [.. found.GroupBy(c => c.Theme)];
        Says = found.Length == 0 ? $"None of {costs.All.Count} unit costs has all of these words. Try fewer, or the beginning of a code." : $"{found.Length} of {costs.All.Count} unit costs";
    }

    public static TableView TableOf(IGrouping<string, UnitCost> theme) => new(
        $"Unit costs: {theme.Key}", [new("Code"), new("What it is"), new("Per"), new("Fiscal", true), new("Prices of"), new("Quality")],
        [.. theme.Select(c => Row.Of(
            new Cell(c.Code, CostWords.UnitHref(c.Code, null)), c.What, c.Per, c.Amount(CostKind.Fiscal) is { } fiscal ? CostWords.Whole(fiscal.Cost) : "none", c.Amounts.Count > 0 ? c.Amounts[0].PriceYear : "", c.Quality))])
    { CaptionHidden = true };
}
