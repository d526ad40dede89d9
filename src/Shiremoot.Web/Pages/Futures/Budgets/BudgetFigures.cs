using Shiremoot.Futures;
using Shiremoot.Web.Parts;

namespace Shiremoot.Web.Pages.Futures.Budgets;

/// <summary>The key figures of a contract, each with why it is so.</summary>
internal static class BudgetFigures
{
    public static IReadOnlyList<FigureView> Of(BudgetResult b)
    {
        PartyBudget holder = b.Holder;
        List<FigureView> figures =
        [
            Figure(b, "Chance of a deficit", BudgetWords.Percent(holder.Deficit), holder.Deficit > 0 ? $"By {BudgetWords.Pounds(holder.DeficitSize)} on average where it comes to that" : "In none of the runs", "The share of runs in which the holder has paid more than it got by the end.", $"{holder.Deficit * b.Runs:#,##0} of {b.Runs:N0} runs"),
            Figure(b, $"Net to {holder.Party.Title}", BudgetWords.Short(holder.Net), $"{BudgetWords.Pounds(holder.Net)} on average", "All it gets less all it pays, on average of all runs.", "every leg of the ledger that it pays or gets"),
            Figure(b, "Value at risk", BudgetWords.Short(holder.ValueAtRisk), "5 of 100 runs lose more than this", "The loss that 5 of 100 runs exceed; nought if those do not lose.", $"the 5% least of {b.Runs:N0} nets"),
            Figure(b, "Break-even reduction", b.BreakEven is null ? "None" : BudgetWords.Percent(b.BreakEven), b.BreakEven is null ? "No fall is enough" : "How far demand must fall to come out even", "The least share by which all demand falls for the holder's mean net to be nought or more, there and at every greater fall.", "the baseline arm, multiplied"),
        ];
        if (b.Grants.Pounds > 0)
            figures.Add(Figure(b, "Smallest grants", BudgetWords.Short(b.SmallestGrant), $"For a deficit in at most 1 run of 10; the contract gives {BudgetWords.Pounds(b.Grants)}", "The smallest sum of grants over all years with which at most a tenth of the runs end under nought.", "the net of each run without its grants"));
        if (b.Chances is { } chances)
            figures.Add(Figure(b, b.Contract.Rules.Any(r => r.CanPay) ? "Pays if nothing works" : "Kept if nothing works", BudgetWords.Percent(chances.AtNought), $"{BudgetWords.Percent(chances.AsHoped)} if it works as hoped", "The share of runs in which a rule pays (or nothing is taken back) though the option does nothing.", "the baseline arm in place of the option"));
        return figures;
    }

    private static FigureView Figure(BudgetResult b, string label, string value, string detail, string definition, string input) =>
        new(label, value, detail, new Why(definition, [input, b.FlowsFrom], BudgetWords.Span(b.Contract), BudgetWords.From(b), "devolved-budgets"));
}
