using Shiremoot.Terms;

namespace Shiremoot.Futures.Contracts;

/// <summary>What the ledger of all runs says of each party.</summary>
internal sealed class PartyFigures(Contract contract, SettledRuns settled, ContractFlows flows, int[]? byEffect)
{
    private readonly BudgetLedger ledger = settled.Ledger;
    private const double Tail = 0.05, GrantRisk = 0.1;
    private readonly int runs = settled.Ledger.Runs;

    public IReadOnlyList<PartyBudget> All() => [.. Enumerable.Range(0, contract.Parties.Count).Select(Of)];

    /// <summary>The smallest sum of grants with which at most one run in ten ends under nought, if the contract runs its course.</summary>
    public Money SmallestGrant()
    {
        // Grants are raised or lowered all alike, so that a run which ends early has its part of them; where there are none, it is one sum.
        decimal whole = Grants().Pounds;
        decimal[] needed = new decimal[runs];
        for (int run = 0; run < runs; run++)
        {
            (decimal net, decimal own) = (ledger.Net(run, contract.Holder), GrantsOf(run));
            needed[run] = own > 0 ? whole * (1 - (net / own)) : own - net;
        }
        Array.Sort(needed, (one, other) => other.CompareTo(one));
        decimal enough = needed[Math.Min(runs - 1, (int)(GrantRisk * runs))];
        return new(Math.Max(0, decimal.Ceiling(enough * 100) / 100));
    }

    /// <summary>The grants to the holder if the contract runs its course.</summary>
    public Money Grants() => new(Enumerable.Range(0, runs).Max(GrantsOf));

    private decimal GrantsOf(int run)
    {
        decimal sum = 0;
        for (int leg = 0; leg < ledger.Legs.Count; leg++)
            if (ledger.Legs[leg] is { Kind: LegKind.Grant } grant && grant.To == contract.Holder)
                for (int year = 0; year < ledger.Years; year++) sum += ledger.Amount(run, leg, year);
        return sum;
    }

    private PartyBudget Of(int party)
    {
        decimal[] running = new decimal[runs], against = new decimal[runs];
        PartyYear[] years = new PartyYear[ledger.Years];
        for (int year = 0; year < years.Length; year++) years[year] = Year(party, year, running);
        for (int run = 0; run < runs; run++) against[run] = running[run] - Without(party, run);
        decimal[] sorted = [.. running.Order()], lost = [.. running.Where(n => n < 0)];
        return new PartyBudget
        {
            Party = contract.Parties[party],
            Years = years,
            Net = Mean(running),
            Deviation = RiskKernel.Deviation(Doubles(running)),
            Deficit = (double)lost.Length / runs,
            DeficitSize = lost.Length == 0 ? default : new(Pence.Round(-lost.Sum() / lost.Length)),
            ValueAtRisk = new(Math.Max(0, -sorted[Place(Tail)])),
            AgainstNone = Mean(against),
            WorseOff = (double)against.Count(a => a < 0) / runs,
            Risks = Risks(party, Doubles(running)),
            EffectShare = byEffect is null || running.All(n => n == running[0]) ? null : RiskKernel.ShareOf(byEffect, Doubles(running)),
        };
    }

    private PartyYear Year(int party, int year, decimal[] running)
    {
        decimal income = 0, spend = 0;
        int behind = 0;
        for (int run = 0; run < runs; run++)
        {
            (decimal gets, decimal pays) = (ledger.Income(run, party, year), ledger.Spend(run, party, year));
            (income, spend) = (income + gets, spend + pays);
            running[run] += gets - pays;
            if (running[run] < 0) behind++;
        }
        decimal[] sorted = [.. running.Order()];
        return new(contract.CashYears[year], new(Pence.Round(income / runs)), new(Pence.Round(spend / runs)), new(sorted[Place(Tail)]), new(sorted[Place(0.5)]), new(sorted[Place(1 - Tail)]), (double)behind / runs);
    }

    // Nothing new is done and those pay who paid before: the same run's luck, over the years the contract lasts in that run.
    private decimal Without(int party, int run)
    {
        decimal net = 0;
        int years = contract.Years.Count, lasts = settled.Left(run) ? contract.Break!.After : years;
        ReadOnlySpan<decimal> units = flows.Of(flows.Baseline, run);
        for (int line = 0; line < contract.Lines.Count; line++)
        {
            ContractLine l = contract.Lines[line];
            if (l.Provider < 0 || (l.PaidBefore != party && l.Provider != party)) continue;
            for (int year = 0; year < lasts; year++)
            {
                decimal pay = l.ProviderPay(units[(line * years) + year], flows.Agreed[line * years], l.Prices[year]);
                net += l.Provider == party ? pay : -pay;
            }
        }
        return net;
    }

    private RiskShare[] Risks(int party, double[] net)
    {
        IEnumerable<(string Name, double Share)> shares = ledger.Legs.Select((leg, at) => (leg, at)).Where(l => l.leg.From == party || l.leg.To == party).GroupBy(l => l.leg.Name).Select(group =>
        {
            double[] part = new double[runs];
            foreach ((BudgetLeg leg, int at) in group)
                for (int run = 0; run < runs; run++)
                    for (int year = 0; year < ledger.Years; year++) part[run] += (double)ledger.Amount(run, at, year) * ((leg.To == party ? 1 : 0) - (leg.From == party ? 1 : 0));
            return (group.Key, RiskKernel.ShareOfVariance(part, net));
        });
        return [.. shares.Where(s => Math.Abs(s.Share) > 1e-9).OrderByDescending(s => s.Share).Select(s => new RiskShare(s.Name, s.Share))];
    }

    private int Place(double share) => Math.Min(runs - 1, (int)(share * runs));

    private Money Mean(decimal[] pounds) => new(Pence.Round(pounds.Sum() / runs));

    private static double[] Doubles(decimal[] pounds) => [.. pounds.Select(p => (double)p)];
}
