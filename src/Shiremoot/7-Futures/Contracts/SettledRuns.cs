namespace Shiremoot.Futures.Contracts;

/// <summary>All runs of one arm, settled.</summary>
internal sealed class SettledRuns
{
    private readonly Settled[] ends;

    private SettledRuns(BudgetLedger ledger, Settled[] ends) => (Ledger, this.ends) = (ledger, ends);

    public BudgetLedger Ledger { get; }

    /// <summary>True if the right to leave was used in a run.</summary>
    public bool Left(int run) => ends[run].Left;

    public double Share(Func<Settled, bool> of) => (double)ends.Count(of) / ends.Length;

    /// <param name="plan">The contract's legs.</param>
    /// <param name="flows">What runs are set against.</param>
    /// <param name="arm">Units that came, by run.</param>
    /// <param name="leaves">Whether the right to leave is used; null: as its clause says.</param>
    /// <param name="runs">How many runs, from the first.</param>
    /// <param name="threads">How many at once: the answer does not hang on it.</param>
    public static SettledRuns Of(SettlementPlan plan, ContractFlows flows, decimal[] arm, bool? leaves, int runs, int threads)
    {
        Contract contract = plan.Contract;
        int years = contract.Years.Count, cash = contract.CashYears.Count, size = plan.Legs.Count * cash;
        decimal[] amounts = new decimal[runs * size];
        Settled[] ends = new Settled[runs];
        decimal[] own = contract.Pool is null ? [] : OwnCosts(plan, flows, arm);
        Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => (Kernel: new SettlementKernel(plan, flows.Agreed), Counter: new decimal[flows.Agreed.Length], Pool: new decimal[years]), (run, _, state) =>
        {
            flows.Counter(run, state.Counter);
            if (contract.Pool is { } pool)
                for (int year = 0; year < years; year++)
                {
                    decimal all = 0;
                    for (int member = 0; member < pool.Members; member++) all += own[(((run + member) % flows.Runs) * years) + year];
                    state.Pool[year] = all / pool.Members;
                }
            ends[run] = state.Kernel.Settle(flows.Of(arm, run), state.Counter, state.Pool, leaves, amounts.AsSpan(run * size, size));
            return state;
        }, _ => { });
        return new(new BudgetLedger(plan.Legs, cash, runs, amounts), ends);
    }

    private static decimal[] OwnCosts(SettlementPlan plan, ContractFlows flows, decimal[] arm)
    {
        int years = plan.Contract.Years.Count;
        SettlementKernel kernel = new(plan, flows.Agreed);
        decimal[] own = new decimal[flows.Runs * years];
        for (int run = 0; run < flows.Runs; run++)
            for (int year = 0; year < years; year++) own[(run * years) + year] = kernel.OwnCost(year, flows.Of(arm, run));
        return own;
    }
}
