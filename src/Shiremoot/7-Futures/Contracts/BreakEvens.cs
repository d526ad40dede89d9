namespace Shiremoot.Futures.Contracts;

/// <summary>How far demand must fall for the holder to come out.</summary>
internal static class BreakEvens
{
    private const int Steps = 100, Finer = 10;

    /// <summary>
    /// The least share by which every line of the baseline arm must fall for the holder's net to be nought or more on average, there and at every greater fall looked at
    /// (whole percents; then tenths). Null if none is enough.
    /// </summary>
    public static double? Of(SettlementPlan plan, ContractFlows flows, int runs, int threads)
    {
        bool Enough(decimal fall)
        {
            BudgetLedger ledger = SettledRuns.Of(plan, flows, Scaled(flows.Baseline, 1 - fall), null, runs, threads).Ledger;
            decimal net = 0;
            for (int run = 0; run < runs; run++) net += ledger.Net(run, plan.Contract.Holder);
            return net >= 0;
        }

        int least = Steps + 1;
        while (least > 0 && Enough((least - 1) / (decimal)Steps)) least--;
        if (least > Steps) return null;
        if (least == 0) return 0;
        for (int tenth = 1; tenth < Finer; tenth++)
            if (Enough(((least - 1) / (decimal)Steps) + (tenth / (decimal)(Steps * Finer)))) return (((least - 1) * Finer) + tenth) / (double)(Steps * Finer);
        return least / (double)Steps;
    }

    /// <summary>An arm with every unit multiplied.</summary>
    public static decimal[] Scaled(decimal[] units, decimal by)
    {
        decimal[] scaled = new decimal[units.Length];
        for (int cell = 0; cell < units.Length; cell++) scaled[cell] = units[cell] * by;
        return scaled;
    }
}
