using Shiremoot.Futures.Contracts;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>What a negotiated budget comes to, for whom, and how likely. See docs/methods/devolved-budgets.md.</summary>
public static class Budget
{
    private const int LeastRuns = 100, MostRuns = 200_000, BreakEvenRuns = 1_000;

    /// <summary>Works a contract out over all runs of a result, or over its own draws.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="flows">A result; null for the contract's own draws.</param>
    /// <param name="options">Runs, seed and threads; the arm of the result.</param>
    public static Outcome<BudgetResult> Of(Contract contract, FlowRuns? flows, BudgetOptions options)
    {
        if (flows is null && options.Runs < LeastRuns) return Contracts.Refusals.TooFewRuns(options.Runs, LeastRuns, "a chance of one in ten cannot be told");
        if ((flows?.Runs ?? options.Runs) is > MostRuns and var runs) return Contracts.Refusals.TooManyRuns(runs, MostRuns);
        decimal? target = TargetOf(contract);
        int[]? byEffect = flows is null ? DemandDrawing.ByEffect(contract, options) : null;
        if (flows is null && DemandDrawing.Draw(contract, Targets(contract, target), options).Refused(out Refusal? why, out flows)) return why;
        if (ContractFlows.Of(contract, flows!, options.Arm).Refused(out why, out ContractFlows? units)) return why;

        SettlementPlan plan = new(contract);
        SettledRuns real = SettledRuns.Of(plan, units, units.Option, null, units.Runs, options.Threads);
        PartyFigures figures = new(contract, real, units, byEffect);
        IReadOnlyList<PartyBudget> parties = figures.All();
        SettledRuns? staying = contract.Break is null ? null : SettledRuns.Of(plan, units, units.Option, false, units.Runs, options.Threads);
        return new BudgetResult
        {
            Contract = contract,
            FlowsFrom = flows!.Source,
            Runs = units.Runs,
            Ledger = real.Ledger,
            Parties = parties,
            Flows = FlowFigures.Of(contract, units),
            BreakEven = BreakEvens.Of(plan, units, Math.Min(units.Runs, BreakEvenRuns), options.Threads),
            SmallestGrant = figures.SmallestGrant(),
            Grants = figures.Grants(),
            Chances = Chances(plan, units, real, target, options.Threads),
            Leaves = real.Share(s => s.Left),
            ExitWorth = staying is null ? null : new(Pence.Round(parties[contract.Holder].Net.Pounds - new PartyFigures(contract, staying, units, byEffect).All()[contract.Holder].Net.Pounds)),
            Adjusted = FlowFigures.Adjusted(contract, FlowFigures.Averages(units, units.Option)),
        };
    }

    /// <summary>Plays a worked figure of a contract through its terms.</summary>
    public static PlayedExample Play(Contract contract, ContractExample example)
    {
        SettlementPlan plan = new(contract);
        int years = contract.Years.Count;
        decimal[] actual = [.. example.Actual.SelectMany(l => l)], control = [.. (example.Control ?? example.Actual).SelectMany(l => l)];
        decimal[] agreed = [.. contract.Lines.SelectMany((l, at) => l.Baseline ?? control.Skip(at * years).Take(years))];
        decimal[] amounts = new decimal[plan.Legs.Count * contract.CashYears.Count];
        Settled settled = new SettlementKernel(plan, agreed).Settle(actual, example.Control is null ? agreed : control, new decimal[years], example.Leaves, amounts);
        BudgetLedger ledger = new(plan.Legs, contract.CashYears.Count, 1, amounts);
        return new(example, settled.Left, [.. Enumerable.Range(0, contract.Parties.Count).Select(p => ledger.Net(0, p))], FlowFigures.Adjusted(contract, [.. actual.Select(u => (double)u)]));
    }

    // It pays if a rule pays; where rules only take back, if nothing goes back.
    private static PaymentChances? Chances(SettlementPlan plan, ContractFlows units, SettledRuns real, decimal? target, int threads)
    {
        Contract contract = plan.Contract;
        if (contract.Rules.Count == 0) return null;
        bool canPay = contract.Rules.Any(r => r.CanPay);
        double Share(SettledRuns runs) => runs.Share(s => canPay ? s.Paid : !s.GaveBack);
        SettledRuns Settle(decimal[] arm) => SettledRuns.Of(plan, units, arm, null, units.Runs, threads);
        decimal[]? atTarget = target is null ? null : units.Target ?? BreakEvens.Scaled(units.Baseline, 1 - target.Value);
        return new(Share(Settle(units.Baseline)), Share(real), atTarget is null ? null : Share(Settle(atTarget)), target);
    }

    private static decimal? TargetOf(Contract contract)
    {
        PaymentRule? rule = contract.Rules.FirstOrDefault(r => r.CanPay) ?? contract.Rules.FirstOrDefault();
        decimal? target = rule is null ? null : rule.CanPay ? rule.Threshold : rule.Back?.Below;
        return target is > 0 ? target : null;
    }

    // Points of a rate are a share of the people who would have been in it.
    private static double[] Targets(Contract contract, decimal? target)
    {
        bool isPoints = contract.Rules.Any(r => r.Form == ReductionForm.Points);
        return [.. contract.Lines.Select(l => target is null ? 0 : (double)target.Value / (isPoints && l.Drawn is { Chance: > 0 and var chance } ? chance : 1))];
    }
}
