using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

public sealed class UnitsPage(Shire shire) : PageModel
{
    private UnitCosts costs = null!;

    public string Find { get; private set; } = "";

    public string? Agency { get; private set; }

    public CostKind? Kind { get; private set; }

    /// <summary>The price year that is shown.</summary>
    public string Year { get; private set; } = "";

    /// <summary>The agencies that may be chosen.</summary>
    public IReadOnlyList<string> Agencies { get; private set; } = [];

    public IReadOnlyList<Download> Downloads { get; private set; } = [];

    /// <summary>The themes and how many each holds; empty once something is asked for.</summary>
    public IReadOnlyList<(string Theme, int Count)> Counts { get; private set; } = [];

    public IReadOnlyList<IGrouping<string, UnitCost>> Themes { get; private set; } = [];

    /// <summary>How many were found.</summary>
    public string Says { get; private set; } = "";

    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string? find, string? theme, string? agency, string? kind)
    {
        Find = find?.Trim() ?? "";
        if (shire.UnitCosts.Refused(out Refusal? why, out UnitCosts? costs))
        {
            Why = why;
            return Page();
        }
        IReadOnlyList<UnitCost> all = costs.All;
        (Year, Agency, Kind) = (CostWords.UsualYear(costs.Deflator), string.IsNullOrEmpty(agency) ? null : agency, CostWords.KindOf(kind));
        Agencies = [.. all.Select(c => c.Agency).Where(a => a.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        Says = $"{all.Count} unit costs";
        UnitCostSearch search = new(Find, theme, Agency, Kind);
        Downloads = CostViews.UnitFiles(search, Year);
        if (!search.Narrows)
        {
            Counts = [.. all.GroupBy(c => c.Theme).Select(g => (g.Key, g.Count()))];
            return Page();
        }
        IReadOnlyList<UnitCost> found = search.Of(all);
        if (found.Count == 0 && Find.Length == 0 && Agency is null) return NotFound();
        Themes = [.. found.GroupBy(c => c.Theme)];
        Says = found.Count == 0 ? $"None of {all.Count} unit costs has all of these. Try fewer words, the beginning of a code, or every agency." : $"{found.Count} of {all.Count} unit costs, at {Year} prices";
        this.costs = costs;
        return Page();
    }

    /// <summary>A row an amount, with the sum that brought it to the year shown and the source to open.</summary>
    public TableView TableOf(IGrouping<string, UnitCost> theme) => new(
        $"Unit costs: {theme.Key}", [new("Code"), new("What it is"), new("Per"), new("Kind"), new($"At {Year} prices", true), new("Worked sum"), new("Quality"), new("Source")],
        [.. theme.SelectMany(c => costs.Uprate(c.Code, Year).Refused(out Refusal? why, out UpratedCost? cost)
            ? [Row.Of(new Cell(c.Code, CostWords.UnitHref(c.Code, null)), c.What, c.Per, "", "none", why.Says, c.Quality, SourceOf(c))]
            : cost.Amounts.Select(a => Row.Of(new Cell(c.Code, CostWords.UnitHref(c.Code, null)), c.What, c.Per, $"{a.Kind}".ToLowerInvariant(), CostWords.Whole(a.Cost), costs.SumOf(a), c.Quality, SourceOf(c))))])
    { CaptionHidden = true };

    private static Cell SourceOf(UnitCost cost) => new($"Source of {cost.Code}", $"{CostWords.UnitHref(cost.Code, null)}#about");
}
