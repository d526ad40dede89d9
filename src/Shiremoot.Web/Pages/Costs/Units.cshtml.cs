using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

public sealed class UnitsPage(Shire shire) : PageModel
{
    public string Find { get; private set; } = "";

    /// <summary>The themes and how many each holds; empty once something is asked for.</summary>
    public IReadOnlyList<(string Theme, int Count)> Counts { get; private set; } = [];

    public IReadOnlyList<IGrouping<string, UnitCost>> Themes { get; private set; } = [];

    /// <summary>How many were found.</summary>
    public string Says { get; private set; } = "";

    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string? find, string? theme)
    {
        Find = find?.Trim() ?? "";
        if (shire.UnitCosts.Refused(out Refusal? why, out UnitCosts? costs))
        {
            Why = why;
            return Page();
        }
        IReadOnlyList<UnitCost> all = costs.All;
        Says = $"{all.Count} unit costs";
        if (Find.Length == 0 && string.IsNullOrEmpty(theme))
        {
            Counts = [.. all.GroupBy(c => c.Theme).Select(g => (g.Key, g.Count()))];
            return Page();
        }
        string[] words = Find.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        UnitCost[] found = [.. all.Where(c => string.IsNullOrEmpty(theme) || c.Theme == theme).Where(c => words.All(w => $"{c.Code} {c.What} {c.Agency} {c.Theme}".Contains(w, StringComparison.OrdinalIgnoreCase)))];
        if (found.Length == 0 && Find.Length == 0) return NotFound();
        Themes = [.. found.GroupBy(c => c.Theme)];
        Says = found.Length == 0 ? $"None of {all.Count} unit costs has all of these words. Try fewer, or the beginning of a code." : $"{found.Length} of {all.Count} unit costs";
        return Page();
    }

    public static TableView TableOf(IGrouping<string, UnitCost> theme) => new(
        $"Unit costs: {theme.Key}", [new("Code"), new("What it is"), new("Per"), new("Fiscal", true), new("Prices of"), new("Quality")],
        [.. theme.Select(c => Row.Of(
            new Cell(c.Code, CostWords.UnitHref(c.Code, null)), c.What, c.Per, c.Amount(CostKind.Fiscal) is { } fiscal ? CostWords.Whole(fiscal.Cost) : "none", c.Amounts.Count > 0 ? c.Amounts[0].PriceYear : "", c.Quality))])
    { CaptionHidden = true };
}
