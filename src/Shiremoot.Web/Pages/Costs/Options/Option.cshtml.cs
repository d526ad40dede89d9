using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs.Options;

public sealed class OptionPage(Shire shire) : PageModel
{
    public string Id { get; private set; } = "";

    /// <summary>The price year that was asked for; null for the option's own.</summary>
    public string? Year { get; private set; }

    /// <summary>The price years that may be chosen, oldest first.</summary>
    public IReadOnlyList<DeflatorYear> Years { get; private set; } = [];

    public Appraisal? Appraisal { get; private set; }

    /// <summary>The draws; null where nothing of it is uncertain.</summary>
    public AppraisalRuns? Runs { get; private set; }

    public Refusal? Why { get; private set; }

    /// <summary>Everything that can be opened as a sum.</summary>
    public IReadOnlyList<WorkedSum> Sums => Appraisal is not { } a ? [] : [.. a.Explainable.Distinct().Select(name => a.Explain(name).Value)];

    public IReadOnlyList<Download> LedgerFiles => OptionWords.Files(Id, Year, "ledger", "who spends and who saves");

    public IReadOnlyList<Download> YearFiles => OptionWords.Files(Id, Year, "years", "the years");

    public IActionResult OnGet(string id, string? year)
    {
        (Id, Year) = (id, string.IsNullOrEmpty(year) ? null : year);
        if (!shire.OptionIds.Contains(id)) return NotFound();
        if (shire.UnitCosts.Refused(out Refusal? why, out UnitCosts? costs))
        {
            Why = why;
            return Page();
        }
        Years = costs.Deflator.Years;
        if (Year is not null && costs.Deflator.Year(Year, "the question").IsRefused) return NotFound();
        if (shire.AppraiseOption(id, Year).Refused(out why, out Appraisal? appraisal)) Why = why;
        else if ((Appraisal = appraisal) is not null && OptionDraws.Of(shire, appraisal) is { } drawn)
        {
            if (drawn.Refused(out why, out AppraisalRuns? runs)) Why = why;
            else Runs = runs;
        }
        return Page();
    }
}
