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

    /// <summary>What would be saved if they used less.</summary>
    public FallView? Fall { get; private set; }

    /// <summary>Tables of spells and cases, of pathways and of areas: id, heading, table.</summary>
    public IReadOnlyList<(string Id, string Title, TableView Table)> Parts { get; private set; } = [];

    public TableView? Heaviest { get; private set; }

    public StoryCosts? Costs { get; private set; }

    public EventPrices? Prices { get; private set; }

    public UnitCosts? UnitCosts { get; private set; }

    public Refusal? Why { get; private set; }

    public IActionResult OnGet(string? cohort, string? year, string? fall)
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
        (Fall, Parts) = (FallView.Of(fall, question, shire), [.. PartsOf(question)]);
        return Page();
    }

    // What the records cannot tell is left out: a place need not know where people live.
    private IEnumerable<(string, string, TableView)> PartsOf(PeopleCostQuestion question)
    {
        if (!shire.CostSpells(question).Refused(out _, out SpellCosts? spells)) yield return ("spells", "What a spell and a case cost", SpellViews.Of(spells));
        if (!shire.CostPeople(question with { Rows = CostBy.Pathway, Columns = CostBy.All }).Refused(out _, out StoryCosts? pathways)) yield return ("pathways", "What people cost by pathway", SpellViews.Parts(pathways, shire, "Cost by pathway", "First steps"));
        if (!shire.CostPeople(question with { Rows = CostBy.Area, Columns = CostBy.All }).Refused(out _, out StoryCosts? areas)) yield return ("areas", "What people cost by where they live", SpellViews.Parts(areas, shire, "Cost by home", "Where they live"));
    }
}
