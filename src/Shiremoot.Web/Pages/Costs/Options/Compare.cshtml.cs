using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot.Web.Pages.Costs.Options;

public sealed class ComparePage(Shire shire) : PageModel
{
    private const int MostColumns = 6;

    public IReadOnlyList<(string Id, Appraisal Appraisal)> Options { get; private set; } = [];

    /// <summary>The year at whose prices all of them stand: the first option's own.</summary>
    public string Year { get; private set; } = "";

    public Refusal? Why { get; private set; }

    /// <summary>Why there is nothing to compare; null where there is.</summary>
    public string? Says { get; private set; }

    public IActionResult OnGet(string[] of)
    {
        string[] ids = [.. of.Distinct()];
        if (ids.Length is < 2 or > MostColumns)
        {
            Says = $"Choose two options to compare, or up to {MostColumns}.";
            return Page();
        }
        if (ids.Any(id => !shire.OptionIds.Contains(id))) return NotFound();
        List<(string, Appraisal)> options = [];
        foreach (string id in ids)
        {
            if (shire.AppraiseOption(id, options.Count == 0 ? null : Year).Refused(out Refusal? why, out Appraisal? appraisal))
            {
                Why = why;
                return Page();
            }
            if (options.Count == 0) Year = appraisal.Option.PriceYear;
            options.Add((id, appraisal));
        }
        Options = options;
        return Page();
    }
}
