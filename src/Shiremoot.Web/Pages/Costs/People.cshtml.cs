using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Costs;

public sealed class PeoplePage(Shire shire) : PageModel
{
    public IReadOnlyList<DeflatorYear> Years { get; private set; } = [];

    public IReadOnlyList<Cohort> Cohorts { get; private set; } = [];

    public string Year { get; private set; } = "";

    /// <summary>Id of the cohort shown; empty for everyone.</summary>
    public string Shown { get; private set; } = "";

    public HeatView? Matrix { get; private set; }

    public IReadOnlyList<ChartView> Charts { get; private set; } = [];

    public TableView? Heaviest { get; private set; }

    public StoryCosts? Costs { get; private set; }

    public EventPrices? Prices { get; private set; }

    public UnitCosts? UnitCosts { get; private set; }

    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string? cohort, string? year)
    {
        if (shire.UnitCosts.Refused(out Refusal? why, out UnitCosts? costs) || shire.EventPrices.Refused(out why, out EventPrices? prices) || shire.Cohorts.Refused(out why, out IReadOnlyList<Cohort>? cohorts))
        {
            Why = why;
            return Page();
        }
        (Years, Prices, Cohorts, UnitCosts) = (costs.Deflator.Years, prices, cohorts, costs);
        if (costs.Deflator.Year(string.IsNullOrEmpty(year) ? CostWords.UsualYear(costs.Deflator) : year, "the question").Refused(out _, out DeflatorYear? asked)) return NotFound();
        Year = asked.Period.Label;
        Cohort? whose = null;
        if (!string.IsNullOrEmpty(cohort) && (whose = cohorts.FirstOrDefault(c => c.Id == cohort)) is null) return NotFound();
        Shown = whose?.Id ?? "";
        if (!shire.HasPeople) return Page();
        PeopleCostQuestion question = new(whose) { PriceYear = Year };
        if (shire.CostPeople(question).Refused(out why, out StoryCosts? matrix) || shire.CostPeople(question with { Rows = CostBy.Year, Columns = CostBy.All }).Refused(out why, out StoryCosts? byYear) || shire.HeaviestUsers(question).Refused(out why, out HeaviestUsers? heaviest))
        {
            Why = why;
            return Page();
        }
        (Costs, Matrix, Heaviest) = (matrix, HeatView.Of(matrix, shire), PeopleCostViews.Top(heaviest));
        Charts = [.. new[] { PeopleCostViews.ByYear(byYear), PeopleCostViews.Curve(heaviest) }.OfType<ChartView>()];
        return Page();
    }
}
