using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>What a contract comes to, in sentences: the first is the headline.</summary>
public static class BudgetSummary
{
    public static IReadOnlyList<string> Of(BudgetResult b)
    {
        PartyBudget holder = b.Holder;
        string who = holder.Party.Title;
        List<string> says =
        [
            holder.Deficit == 0
                ? $"{who} ends {Ends(holder.Net)} on average, and never in deficit in {b.Runs:N0} runs."
                : $"{who} ends in deficit in {Of100(holder.Deficit)} runs, by {Pounds(holder.DeficitSize)} on average; over all runs it ends {Ends(holder.Net)}.",
            holder.ValueAtRisk.Pounds > 0 ? $"In the worst 5 of 100 runs it loses more than {Pounds(holder.ValueAtRisk)}." : "In 95 of 100 runs it loses nothing.",
            b.BreakEven switch
            {
                null => "No fall in demand is enough for it to come out even on average.",
                0 => "It comes out even on average with no fall in demand at all.",
                { } even => $"Demand must fall by {Percent(even)} for it to come out even on average.",
            },
        ];
        if (b.Grants.Pounds > 0) says.Add($"The smallest grants over all years with which at most one run in ten is a deficit are {Pounds(b.SmallestGrant)}; the contract gives {Pounds(b.Grants)}.");
        if (b.Chances is { } chances) says.Add(Pays(b, chances));
        if (b.ExitWorth is { } worth) says.Add($"The right to leave is used in {Of100(b.Leaves)} runs and is worth {Pounds(worth)} to it on average.");
        foreach (AdjustedEffect effect in b.Adjusted.Where(e => e.Beyond is not null)) says.Add(Beyond(b.Contract, effect));
        return says;
    }

    /// <summary>The change here beside that elsewhere, as a sentence.</summary>
    public static string Beyond(Contract contract, AdjustedEffect effect)
    {
        double beyond = effect.Beyond!.Value;
        string apart = $"{(100 * Math.Abs(beyond)).ToString("0.#", CultureInfo.InvariantCulture)} points";
        return $"In {effect.Label} demand is {Change(effect.Here)} on the baseline, and in {contract.Elsewhere!.Title} {Change(effect.Elsewhere!.Value)}: "
            + (beyond < 0 ? $"{apart} beyond the change elsewhere are all that can be put down to what was done here." : $"that is {apart} short of the change elsewhere, so that none of it can be put down to what was done here.");
    }

    /// <summary>12 of 100.</summary>
    public static string Of100(double share) => share is > 0 and < 0.005 ? "fewer than 1 of 100" : share is < 1 and >= 0.995 ? "more than 99 of 100" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} of 100");

    /// <summary>£1,234 with no pence, or −£1,234.</summary>
    public static string Pounds(Money money) => (money.Pounds <= -0.5m ? "−" : "") + Math.Abs(money.Pounds).ToString("£#,##0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private static string Pays(BudgetResult b, PaymentChances c)
    {
        string does = b.Contract.Rules.Any(r => r.CanPay) ? "It pays" : "All of the money is kept", target = c.AtTarget is { } at ? $", and in {Of100(at)} if the fall is exactly the {Percent((double)c.Target!.Value)} asked for" : "";
        return $"{does} in {Of100(c.AtNought)} runs if nothing works, in {Of100(c.AsHoped)} if it works as hoped{target}.";
    }

    private static string Ends(Money net) => Math.Abs(net.Pounds) < 0.5m ? "even" : net.Pounds > 0 ? $"{Pounds(net)} to the good" : $"{Pounds(new(-net.Pounds))} short";

    private static string Change(double share) => Math.Abs(share) < 0.0005 ? "unchanged" : share < 0 ? $"{Percent(-share)} down" : $"{Percent(share)} up";
}
