using Shiremoot.Futures;

namespace Shiremoot;

/// <summary>A contract worked out as a JSON document, the same at both doors. Pounds; a figure without a meaning is null.</summary>
public static class BudgetJson
{
    /// <summary>The document, to be written with names in snake case; the others stand beside it in short.</summary>
    public static object Of(BudgetResult b, IReadOnlyList<BudgetResult> beside) => new
    {
        contract = b.Contract.Id,
        b.Contract.Title,
        b.Contract.Source,
        flows = b.FlowsFrom,
        b.Runs,
        years = b.Contract.CashYears,
        holder = b.Holder.Party.Id,
        summary = BudgetSummary.Of(b),
        figures = Figures(b),
        parties = b.Parties.Select(p => new
        {
            p.Party.Id,
            p.Party.Title,
            p.Party.Kind,
            net = p.Net.Pounds,
            p.Deviation,
            deficit = p.Deficit,
            deficitSize = p.DeficitSize.Pounds,
            valueAtRisk = p.ValueAtRisk.Pounds,
            againstNone = p.AgainstNone.Pounds,
            p.WorseOff,
            p.EffectShare,
            p.Risks,
            years = p.Years.Select(y => new { year = y.Label, income = y.Income.Pounds, spending = y.Spend.Pounds, net = y.Net.Pounds, low = y.Low.Pounds, middle = y.Middle.Pounds, high = y.High.Pounds, y.Behind }),
        }),
        units = b.Flows,
        beyondElsewhere = b.Adjusted,
        terms = ContractWords.Of(b.Contract),
        beside = beside.Select(o => new { contract = o.Contract.Id, o.Contract.Title, figures = Figures(o) }),
    };

    private static object Figures(BudgetResult b) => new
    {
        net = b.Holder.Net.Pounds,
        chanceOfDeficit = b.Holder.Deficit,
        deficitSize = b.Holder.DeficitSize.Pounds,
        valueAtRisk = b.Holder.ValueAtRisk.Pounds,
        breakEvenReduction = b.BreakEven,
        grants = b.Grants.Pounds,
        smallestGrant = b.SmallestGrant.Pounds,
        paysAtNought = b.Chances?.AtNought,
        paysAsHoped = b.Chances?.AsHoped,
        paysAtTarget = b.Chances?.AtTarget,
        target = b.Chances?.Target,
        leaves = b.Leaves,
        exitWorth = b.ExitWorth?.Pounds,
    };
}
