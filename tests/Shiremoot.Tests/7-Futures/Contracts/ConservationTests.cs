using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Contracts;

/// <summary>What parties pay equals what providers get, in every year of every run, whatever the terms.</summary>
public sealed class ConservationTests
{
    public static TheoryData<string> Ids => [.. ShippedContracts.Ids];

    [Theory, MemberData(nameof(Ids))]
    public void What_parties_pay_is_what_providers_get(string id) => Conserved(ShippedContracts.Read(id));

    [Fact]
    public void It_holds_for_terms_drawn_at_random()
    {
        for (int number = 0; number < 60; number++)
        {
            string text = Random(new Chance(20, (ulong)number, 1));
            Contract contract = ContractFile.ReadText(text, "random.yaml").Refused(out Refusal? why, out Contract? read) ? throw new InvalidOperationException($"{why}\n{text}") : read;
            Conserved(contract);
        }
    }

    private static void Conserved(Contract contract)
    {
        const int runs = 150;
        BudgetResult result = Budget.Of(contract, null, new() { Runs = runs, Seed = 7 }).Value;
        BudgetLedger ledger = result.Ledger;
        int[] providers = [.. Kind(contract, ContractPartyKind.Provider)], payers = [.. Kind(contract, ContractPartyKind.Budget), .. Kind(contract, ContractPartyKind.Pot)];
        for (int run = 0; run < runs; run++)
            for (int year = 0; year < ledger.Years; year++)
            {
                decimal paid = payers.Sum(p => ledger.Spend(run, p, year) - ledger.Income(run, p, year)), got = providers.Sum(p => ledger.Income(run, p, year) - ledger.Spend(run, p, year));
                got.ShouldBe(paid);
                for (int leg = 0; leg < ledger.Legs.Count; leg++)
                {
                    decimal amount = ledger.Amount(run, leg, year);
                    amount.ShouldBeGreaterThanOrEqualTo(0);
                    (amount * 100).ShouldBe(decimal.Floor(amount * 100)); // whole pence
                }
            }

        // A reserve ends with nought, and never pays more than it has.
        if (contract.Reserve is { } reserve)
            for (int run = 0; run < runs; run++)
            {
                decimal left = 0;
                for (int year = 0; year < ledger.Years; year++) (left += ledger.Income(run, reserve.Pot, year) - ledger.Spend(run, reserve.Pot, year)).ShouldBeGreaterThanOrEqualTo(0);
                left.ShouldBe(0);
            }
        result.Parties.Sum(p => p.Net.Pounds).ShouldBe(0, 0.01m * contract.Parties.Count); // averages are rounded each by itself
        foreach (PartyBudget party in result.Parties.Where(p => p.Risks.Count > 0)) party.Risks.Sum(r => r.Share).ShouldBe(1, 1e-6);
    }

    private static IEnumerable<int> Kind(Contract contract, ContractPartyKind kind) => Enumerable.Range(0, contract.Parties.Count).Where(p => contract.Parties[p].Kind == kind);

    private static string Random(Chance chance)
    {
        string Share(ref Chance c) => FormattableString.Invariant($"{c.Below(101) / 100m}");
        string Two(ref Chance c)
        {
            decimal one = c.Below(1001) / 1000m;
            return FormattableString.Invariant($"{{ a: {one}, b: {1 - one} }}");
        }
        int years = 1 + chance.Below(4);
        string text = FormattableString.Invariant($"""
            id: r
            title: R
            source: drawn at random
            first_year: 2020/21
            years: {years}
            parties: [{"{ id: a }, { id: b }, { id: p, kind: provider }, { id: q, kind: provider }"}]
            demand:
              - id: x
                source: s
                price: {chance.Below(100_000) / 100m}
                provider: p
                paid_by: a
                charged_to: b
                marginal: 0.{1 + chance.Below(9)}
                step: {1 + chance.Below(500)}
                bought: {chance.Below(3000)}
                drawn: {"{"} events: {1 + chance.Below(30)}, each: {"{"} value: {10 + chance.Below(90)}, deviation: {chance.Below(60)} {"}"}, dispersion: {1 + chance.Below(3)}, reduction: {Share(ref chance)}, source: s {"}"}
              - id: y
                source: s
                price: {chance.Below(100_000) / 100m}
                provider: q
                paid_by: b
                drawn: {"{"} events: {1 + chance.Below(30)}, each: 7.125, reduction: 0.3, source: s {"}"}
            sums:
              - {"{"} name: grant, from: a, to: b, baseline_share: {Share(ref chance)}, source: s {"}"}
              - {"{"} name: start, kind: upfront, from: a, to: b, amount: {chance.Below(1_000_000) / 100m}, source: s {"}"}
              - {"{"} name: service, kind: service, from: b, to: q, saving_share: {Share(ref chance)}, source: s {"}"}
            rules:
              - name: rule
                from: {Two(ref chance)}
                to: {Two(ref chance)}
                threshold: 0.0{chance.Below(10)}
                rate: {Share(ref chance)}
                share: {Share(ref chance)}
                cap: 0.3
                lag: {chance.Below(3)}
                window: {(chance.Happens(0.5) ? "year" : "term")}
                pooled: 0.04
                payback: {"{"} below: 0.05, how: {(chance.Happens(0.5) ? "full" : "linear, rate: 3")}, of: {(chance.Happens(0.5) ? "worth" : "upfront")}, most: 12345.67 {"}"}
                source: s

            """);
        if (years > 1 && chance.Happens(0.5)) text += FormattableString.Invariant($"break: {"{"} after: {years - 1}, leave_below: 0.1, owes: {Share(ref chance)}, source: s {"}"}\n");
        if (chance.Happens(0.5)) text += FormattableString.Invariant($"reserve: {"{"} amount: 50000.01, from: {Two(ref chance)}, over: 1.05, source: s {"}"}\n");
        if (chance.Happens(0.5)) text += "pool: { members: 3, source: s }\n";
        return text;
    }
}
