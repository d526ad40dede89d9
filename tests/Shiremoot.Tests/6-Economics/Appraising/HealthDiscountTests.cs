using Shiremoot.Economics;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

/// <summary>Years of life and health are discounted at 1.5%, money at 3.5%, within one option.</summary>
public sealed class HealthDiscountTests
{
    // 100 people once; each keeps one unit a year for three years. Worth £1,000 of health and £200 of the NHS's money a unit; £10,000 spent at once.
    private const string Option = """
        id: x
        title: X
        source: made by hand
        price_year: 2016/17
        first_year: 2016/17
        years: 3
        discounting: green-book
        people: { value: 100, source: made }
        people_by_year: [1]
        take_up: { value: 1, source: made }
        retention: { value: 1, source: made }
        outcomes:
          - id: o
            title: Years of good health
            unit: years
            HEALTH
            effect_is: units avoided
            effect: { value: 1, distribution: fixed, source: made }
            lasts: 3
            optimism: none
            values:
              - { name: year, pounds: 1000, kind: KIND, for: participants, source: made }
              - { name: care, pounds: 200, kind: fiscal, agency: NHS, source: made }
        costs:
          - { name: staff, agency: NHS, pounds: { value: 10000, source: made }, by_year: [1], optimism: none }
        """;

    private static string With(string health, string kind = "social") =>
        Option.Replace("    HEALTH\n", health.Length == 0 ? "" : $"    {health}\n", StringComparison.Ordinal).Replace("KIND", kind, StringComparison.Ordinal);

    private static double At(double rate) => 1 + (1 / (1 + rate)) + (1 / ((1 + rate) * (1 + rate)));

    [Fact]
    public void Health_has_its_own_rate_and_money_of_the_same_outcome_keeps_its_own()
    {
        Appraisal a = TheSources.Appraise(With("discounted: health"));
        double social = 100_000 * At(0.015), fiscal = 20_000 * At(0.035), net = social + fiscal - 10_000;
        a["present_value_social"]!.Value.ShouldBe(social, 1e-6);
        a["present_value_fiscal"]!.Value.ShouldBe(fiscal, 1e-6);
        a["net_present_public_value"]!.Value.ShouldBe(net, 1e-6);
        a.Ledger.Single(l => l.Bearer == "participants").Net.ShouldBe(social, 1e-6);
        a.Outcomes.Single().Benefits.ShouldBe(social + fiscal, 1e-6);
        a.Years[^1].RunningPresent.ShouldBe(net, 1e-6);
        (a.Years[1].Health, a.Years[1].Net).ShouldBe((100_000, 120_000));
        a.Years[2].HealthDiscount.ShouldBe(1 / (1.015 * 1.015), 1e-12);
        a.Option.Notes.ShouldContain(n => n.Contains("Discounting of health", StringComparison.Ordinal));
        string sum = string.Join('\n', a.Explain("net_present_public_value").Value.Lines);
        sum.ShouldContain("+ health £100,000 × 0.985222");
        string.Join('\n', a.Explain("present_value_social").Value.Lines).ShouldContain("discounted as health: green-book-health");
    }

    [Fact]
    public void Without_the_word_all_is_discounted_alike()
    {
        Appraisal plain = TheSources.Appraise(With("")), standard = TheSources.Appraise(With("discounted: standard"));
        plain["present_value_social"]!.Value.ShouldBe(100_000 * At(0.035), 1e-6);
        standard["net_present_public_value"].ShouldBe(plain["net_present_public_value"]);
        plain.Option.HealthDiscounting.ShouldBeNull();
        plain.Years[1].HealthDiscount.ShouldBe(plain.Years[1].Discount);
    }

    [Fact]
    public void An_outcome_that_is_money_alone_may_not_be_discounted_as_health()
    {
        IReadOnlyList<string> faults = TheSources.Refused(With("discounted: health", "economic")).Details;
        faults.Count.ShouldBe(1);
        faults[0].ShouldContain("no social value");
    }
}
