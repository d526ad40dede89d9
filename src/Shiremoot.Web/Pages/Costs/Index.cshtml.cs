using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

public sealed class IndexPage(Shire shire) : PageModel
{
    /// <summary>The price years that may be chosen, oldest first.</summary>
    public IReadOnlyList<DeflatorYear> Years { get; private set; } = [];

    public string Year { get; private set; } = "";

    public PlaceCosts? Costs { get; private set; }

    public ChartView? Bearers { get; private set; }

    public IReadOnlyList<Spend> Spend { get; private set; } = [];

    /// <summary>How much of what is spent the flows explain.</summary>
    public IReadOnlyList<SpendExplained> Explained { get; private set; } = [];

    public Refusal? Why { get; private set; }

    /// <summary>What might have been priced and is not.</summary>
    public IReadOnlyList<FlowLeftOut> NotPriced => Costs is null ? [] : [.. Costs.Flows.LeftOut, .. Costs.Unpriced];

    public IActionResult OnGet(string? year)
    {
        if (shire.Spending().Refused(out Refusal? why, out IReadOnlyList<Spend>? spend)) Why = why;
        else Spend = spend;
        if (shire.UnitCosts.Refused(out why, out UnitCosts? costs))
        {
            Why = why;
            return Page();
        }
        Years = costs.Deflator.Years;
        if (string.IsNullOrEmpty(year)) year = CostWords.UsualYear(costs.Deflator);
        if (costs.Deflator.Year(year, "the question").Refused(out _, out DeflatorYear? asked)) return NotFound();
        Year = asked.Period.Label;
        if (shire.PriceFlows(Year).Refused(out why, out PlaceCosts? priced))
        {
            Why = why;
            return Page();
        }
        Costs = priced;
        if (shire.ExplainSpending().Refused(out why, out IReadOnlyList<SpendExplained>? explained)) Why = why;
        else Explained = explained;
        if (FlowBill.ByAgency(priced).Refused(out why, out IReadOnlyList<AgencyCost>? bearers)) Why = why;
        else Bearers = CostViews.Bearers(priced, bearers);
        return Page();
    }
}
