using MathNet.Numerics.Distributions;
using Shiremoot.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Contracts;

/// <summary>How often contracts pay, against exact answers, and what follows from the runs against answers found another way.</summary>
public sealed class PaymentChanceTests
{
    private const int Runs = 40_000;

    // Paid if events are no more than 90 of the 100 agreed: P(Poisson(100 (1 − e)) ≤ 90).
    [Theory]
    [InlineData("0.0")]
    [InlineData("0.1")]
    [InlineData("0.25")]
    public void A_count_of_events_pays_as_often_as_Poisson_says(string effect)
    {
        double works = double.Parse(effect, System.Globalization.CultureInfo.InvariantCulture);
        PaymentChances chances = Of($"events: 100, reduction: {effect}").Chances!;
        Near(chances.AtNought, Poisson.CDF(100, 90));
        Near(chances.AsHoped, Poisson.CDF(100 * (1 - works), 90));
        Near(chances.AtTarget!.Value, Poisson.CDF(90, 90));
    }

    // Variance 3 times the mean: negative binomial with r = 100 ÷ 2 and p = 1 ÷ 3.
    [Fact]
    public void Overdispersed_events_pay_as_often_as_the_negative_binomial_says() =>
        Near(Of("events: 100, dispersion: 3").Chances!.AtNought, new NegativeBinomial(50, 1.0 / 3).CumulativeDistribution(90));

    // Kept if 53 points or fewer of 200 people are reconvicted, where 58% were: 106 people.
    [Fact]
    public void A_rate_of_a_cohort_is_kept_as_often_as_the_binomial_says()
    {
        string text = ShippedContracts.TextOf("doncaster");
        text = text[..text.IndexOf("examples:", StringComparison.Ordinal)].Replace("cohort: 1000", "cohort: 200").Replace("baseline: 580", "baseline: 116").Replace("years: 2", "years: 1").Replace("reduction: { value: 0.0862, low: 0, high: 0.1724 }", "reduction: 0.2");
        PaymentChances chances = Budget.Of(ShippedContracts.Of(text), null, new() { Runs = Runs }).Value.Chances!;
        Near(chances.AtNought, Binomial.CDF(0.58, 200, 106));
        Near(chances.AsHoped, Binomial.CDF(0.58 * 0.8, 200, 106));
        Near(chances.AtTarget!.Value, Binomial.CDF(0.53, 200, 106));
    }

    // Both cohorts must be kept: the square, for their luck is their own.
    [Fact]
    public void Two_cohorts_are_two_draws()
    {
        string text = ShippedContracts.TextOf("doncaster").Replace("reduction: { value: 0.0862, low: 0, high: 0.1724 }", "reduction: 0.1");
        PaymentChances chances = Budget.Of(ShippedContracts.Of(text), null, new() { Runs = 10_000 }).Value.Chances!;
        double once = Binomial.CDF(0.58 * 0.9, 1000, 530);
        chances.AsHoped.ShouldBe(once * once, 4 * Math.Sqrt(0.25 / 10_000));
    }

    // The control is the mean of ten others: X − 0.9 C with X Poisson(m) and 10 C Poisson(10 m), summed out.
    [Fact]
    public void A_matched_control_brings_luck_of_its_own()
    {
        const double mean = 60;
        string text = Text("events: 60") + "counterfactual: { kind: control, times: 10, source: s }\n";
        double exact = Enumerable.Range(0, 1200).Sum(c => Poisson.PMF(10 * mean, c) * Poisson.CDF(mean, Math.Floor((0.9 * c / 10) + 1e-9)));
        Near(Budget.Of(ShippedContracts.Of(text.Replace("baseline: 100", "baseline: 60")), null, new() { Runs = Runs }).Value.Chances!.AtNought, exact);
    }

    [Fact]
    public void Nights_have_the_mean_and_variance_of_a_compound_Poisson()
    {
        BudgetResult result = Of("events: 20, each: { value: 90, deviation: 60 }");
        double[] nights = [.. Enumerable.Range(0, Runs).Select(r => (double)result.Ledger.Amount(r, 0, 0))]; // £1 a night
        double mean = nights.Average(), variance = nights.Sum(n => (n - mean) * (n - mean)) / (Runs - 1), exact = 20 * ((90 * 90) + (60 * 60));
        mean.ShouldBe(1800, 4 * Math.Sqrt(exact / Runs));
        variance.ShouldBe(exact, exact * 0.04);
    }

    // A count that is Poisson(100 (1 − r)) with r of mean 0.2 and deviation 0.1: 100 of doubt, 80 of luck.
    [Fact]
    public void Doubt_about_the_effect_is_told_from_luck()
    {
        BudgetResult result = Of("events: 100, reduction: { value: 0.2, deviation: 0.1 }");
        result.Parties.Single(p => p.Party.Kind == ContractPartyKind.Provider).EffectShare!.Value.ShouldBe(100.0 / 180, 0.015);
        Of("events: 100, reduction: 0.2").Holder.EffectShare.ShouldBeNull();
    }

    [Fact]
    public void Arms_share_their_luck_and_the_option_never_has_more()
    {
        string[] one = Say(Of("events: 30, each: { value: 90, deviation: 60 }, dispersion: 2, reduction: 0.3", threads: 1)), two = Say(Of("events: 30, each: { value: 90, deviation: 60 }, dispersion: 2, reduction: 0.3", threads: 2));
        two.ShouldBe(one);
        BudgetResult without = Of("events: 30, each: { value: 90, deviation: 60 }, dispersion: 2"), with = Of("events: 30, each: { value: 90, deviation: 60 }, dispersion: 2, reduction: 0.3");
        for (int run = 0; run < Runs; run++) with.Ledger.Amount(run, 0, 0).ShouldBeLessThanOrEqualTo(without.Ledger.Amount(run, 0, 0));
        with.Flows[0].Without.ShouldBe(without.Flows[0].Without);

        static string[] Say(BudgetResult b) => [.. Enumerable.Range(0, Runs).Select(r => $"{b.Ledger.Amount(r, 0, 0)}"), $"{b.Holder.Deviation:R}", $"{b.Chances!.AsHoped:R}"];
    }

    // Grant £80 a year, £1 an event: even at a fall of a fifth from 100.
    [Fact]
    public void The_break_even_reduction_is_where_grant_and_cost_meet()
    {
        BudgetResult result = Budget.Of(ShippedContracts.Of(Text("events: 100").Replace("rules:", "sums:\n  - { name: g, from: commissioner, to: holder, amount: 80, source: s }\nrules:").Replace("rate: 1", "rate: 0.000001")), null, new() { Runs = Runs }).Value;
        result.BreakEven!.Value.ShouldBe(1 - (80 / Enumerable.Range(0, 1000).Average(r => (double)result.Ledger.Amount(r, 0, 0))), 0.0011);
        decimal[] costs = [.. Enumerable.Range(0, Runs).Select(r => -result.Ledger.Net(r, result.Contract.Holder) + 80)];
        costs.Count(c => c > result.SmallestGrant.Pounds).ShouldBeLessThanOrEqualTo(Runs / 10);
        costs.Count(c => c > result.SmallestGrant.Pounds - 1).ShouldBeGreaterThan(Runs / 10);
        result.Holder.Deficit.ShouldBe(costs.Count(c => c > 80) / (double)Runs);
        result.Holder.DeficitSize.Pounds.ShouldBe(costs.Where(c => c > 80).Average(c => c - 80), 0.01m);
        result.Holder.ValueAtRisk.Pounds.ShouldBe(Math.Max(0, costs.OrderDescending().ElementAt(Runs / 20) - 80), 1m);
    }

    private static BudgetResult Of(string drawn, int threads = 2) => Budget.Of(ShippedContracts.Of(Text(drawn)), null, new() { Runs = Runs, Threads = threads }).Value;

    private static string Text(string drawn) => $$"""
        id: c
        title: C
        source: ours
        demand:
          - { id: events, source: s, price: 1, provider: provider, paid_by: holder, baseline: 100, drawn: { {{drawn}}, source: s } }
        rules:
          - { name: r, from: commissioner, to: holder, threshold: 0.1, rate: 1, by: units, amount: 1000, source: s }

        """;

    private static void Near(double share, double exact) => share.ShouldBe(exact, Math.Max(4 * Math.Sqrt(exact * (1 - exact) / Runs), 5e-4));
}
