using Shiremoot.Futures;
using Shiremoot.Web.Pages.Costs.Options;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures.Budgets;

/// <summary>Contracts side by side.</summary>
internal static class CompareViews
{
    public static TableView SideBySide(IReadOnlyList<BudgetResult> budgets)
    {
        Row Line(string name, Func<BudgetResult, string> of) => new([name, .. budgets.Select(b => new Cell(of(b)))]);
        // Titles are long: columns of numbers would not break them.
        return new TableView("Figures side by side", [new("Figure"), .. budgets.Select(b => new Column(b.Contract.Title))],
        [
            Line("Years", b => BudgetWords.Span(b.Contract)), Line("Holder", b => b.Holder.Party.Title), Line("Net to the holder", b => BudgetWords.Pounds(b.Holder.Net)), Line("Chance of a deficit", b => BudgetWords.Percent(b.Holder.Deficit)),
            Line("Size of a deficit", b => BudgetWords.Pounds(b.Holder.DeficitSize)), Line("Value at risk, 95%", b => BudgetWords.Pounds(b.Holder.ValueAtRisk)), Line("Standard deviation of net", b => BudgetWords.Pounds(new((decimal)b.Holder.Deviation))),
            Line("Break-even reduction", b => b.BreakEven is null ? "none is enough" : BudgetWords.Percent(b.BreakEven)), Line("Grants", b => BudgetWords.Pounds(b.Grants)), Line("Smallest grants for a deficit in 1 of 10", b => BudgetWords.Pounds(b.SmallestGrant)),
            Line("Pays if nothing works", b => BudgetWords.Percent(b.Chances?.AtNought)), Line("Pays if it works as hoped", b => BudgetWords.Percent(b.Chances?.AsHoped)), Line("Pays at exactly the target", b => BudgetWords.Percent(b.Chances?.AtTarget)),
            Line("The right to leave is used in", b => b.Contract.Break is null ? "no such right" : BudgetWords.Percent(b.Leaves)), Line("The right to leave is worth", b => b.ExitWorth is { } worth ? BudgetWords.Pounds(worth) : "no such right"),
            Line("Assumptions among its terms", b => $"{ContractWords.Of(b.Contract).Count(t => t.IsAssumption)} of {ContractWords.Of(b.Contract).Count}"),
        ]);
    }

    /// <summary>The net of each party under each contract.</summary>
    public static ChartView Nets(IReadOnlyList<BudgetResult> budgets)
    {
        string[] parties = [.. budgets.SelectMany(b => b.Parties.Where(p => p.Party.Kind != ContractPartyKind.Pot).Select(p => p.Party.Title)).Distinct()];
        PoundScale scale = PoundScale.Of(budgets.SelectMany(b => b.Parties.Select(p => (double)p.Net.Pounds)));
        PartyBudget? Of(BudgetResult b, string party) => b.Parties.FirstOrDefault(p => p.Party.Title == party);
        BudgetResult safest = budgets.MinBy(b => b.Holder.Deficit)!;
        return new ChartView("nets", $"{safest.Contract.Title} has the smallest chance of a deficit, {BudgetSummary.Percent(safest.Holder.Deficit)}", "Net to each party over all years of each contract, averages of all runs",
            new BarDrawing(scale.Unit, parties, [.. budgets.Select(b => new Series(b.Contract.Title, [.. parties.Select(p => Of(b, p) is { } party ? scale.At((double)party.Net.Pounds) : (double?)null)]))]),
            new TableView("Net to each party", [new("Party"), .. budgets.Select(b => new Column(b.Contract.Title, true))], [.. parties.Select(p => new Row([p, .. budgets.Select(b => new Cell(Of(b, p) is { } party ? BudgetWords.Pounds(party.Net) : "has no part"))]))]),
            new Source(null, $"Worked out from {string.Join("; ", budgets.Select(b => b.FlowsFrom).Distinct())}; each contract's page names its sources"));
    }
}
