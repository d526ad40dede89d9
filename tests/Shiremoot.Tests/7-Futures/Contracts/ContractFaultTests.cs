using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Contracts;

/// <summary>A contract that cannot hold is refused with file, line and the mend.</summary>
public sealed class ContractFaultTests
{
    private const string Remand = "youth-remand-2013", Reinvestment = "local-justice-reinvestment", Pathfinder = "youth-custody-pathfinder", Bond = "peterborough";

    [Theory]
    [InlineData(Bond, "from: { ministry: 0.5, lottery: 0.5 }", "from: { ministry: 0.5, lottery: 0.4 }", "shares that add up to 0.9; they must add up to 1")]
    [InlineData(Bond, "from: { ministry: 0.5, lottery: 0.5 }", "from: { ministry: 0.5, lotto: 0.5 }", "names 'lotto', who is no party here; the parties are ministry, lottery, funders, service")]
    [InlineData(Remand, "charged_to: council", "charged_to: counsel", "names 'counsel', who is no party here")]
    [InlineData(Reinvestment, "threshold: 0.05", "threshold: 0.25", "is 0.25, above the cap of 0.2: it could never be met and paid")]
    [InlineData(Remand, "price: 177", "price: -177", "is -177; write a number from 0")]
    [InlineData(Remand, "price: 177", "price: { 2013/14: 177 }", "has no figure for 2014/15; add it (pounds a unit)")]
    [InlineData(Remand, "price: 177", "price: { 2013/14: 177, 2014/15: 180, 2016/17: 191 }", "is no year of the contract; its years are 2013/14, 2014/15")]
    [InlineData(Pathfinder, "after: 1", "after: 2", "the contract ends after year 2: leaving at the end or later is no choice")]
    [InlineData(Pathfinder, "after: 1", "after: 0", "count the years of the contract from 1")]
    [InlineData(Remand, "years: 2", "years: 0", "a contract runs 1 to 15 years")]
    [InlineData(Remand, "first_year: 2013/14", "first_year: spring", "cannot be read as a year; write 2013/14 or 2013")]
    [InlineData(Remand, "holder: council", "holder: estate", "is a provider; the holder is the party whose budget the contract is")]
    [InlineData(Bond, "times: 10", "times: 0", "a control group is 1 to 50 times as large")]
    [InlineData(Bond, "rate: 1\n", "rate: 0\n", "nothing is paid back: the rule does nothing")]
    [InlineData(Bond, "    each: 20000\n", "", "needs 'each:' (pounds a unit) or 'amount:' (pounds)")]
    [InlineData(Bond, "measured_in: share", "measured_in: shares", "must be one of share, points")]
    [InlineData(Bond, "dispersion: 3", "dispersion: 0.5", "1 (Poisson) or more")]
    [InlineData(Reinvestment, "lines: [adults]", "lines: [adult]", "names 'adult', which is no line of 'demand'")]
    [InlineData(Pathfinder, "    baseline: 20000\n", "", "")]
    [InlineData(Remand, "part: 1000, whole: 100000", "part: 1000, whole: 100", "the part no greater than the whole")]
    [InlineData(Reinvestment, "actual: { adults: [9510000, 10000000]", "actual: { adults: [9510000]", "has 1 figures and the contract 2 years")]
    public void A_bad_term_is_refused_at_its_line(string id, string right, string wrong, string says)
    {
        string good = ShippedContracts.TextOf(id), bad = good.Replace(right, wrong);
        good.ShouldContain(right);
        if (says.Length == 0)
        {
            bad = bad.Replace("kind: baseline", "kind: trend\n  trend: -0.05");
            says = "a trend or an index moves on a level of the year before, so give it";
        }
        ContractFile.ReadText(bad, "contracts/c.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        string fault = why.Details.FirstOrDefault(d => d.Contains(says, StringComparison.Ordinal)) ?? throw new InvalidOperationException(why.ToString());
        fault.ShouldMatch(@"^contracts/c\.yaml:\d+: '");
        int line = int.Parse(fault.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        if (wrong.Contains('\n') || wrong.Length == 0) return;
        string where = bad.Split('\n')[line - 1];
        (where.Contains(wrong.Split(':')[0], StringComparison.Ordinal) || where.Contains("{ ", StringComparison.Ordinal)).ShouldBeTrue($"{fault} at: {where}");
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        string bad = ShippedContracts.TextOf(Remand).Replace("price: 177", "price: -1").Replace("price: 472", "price: -2").Replace("paid_by: ministry", "paid_by: nobody");
        ContractFile.ReadText(bad, "c.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.Count.ShouldBe(5); // two prices, three payers
    }

    [Fact]
    public void Only_the_measure_is_needed()
    {
        Contract contract = ShippedContracts.Of("id: c\ntitle: C\nsource: ours\ndemand:\n  - { id: nights, source: ours, drawn: { events: 100, source: ours } }\n");
        BudgetResult result = Budget.Of(contract, null, new() { Runs = 200 }).Value;
        result.Holder.Net.Pounds.ShouldBe(0);
        result.Chances.ShouldBeNull();
        ContractFile.ReadText("id: c\ntitle: C\nsource: ours\n", "c.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.ShouldContain(d => d.Contains("'demand' is missing"));
    }

    [Theory]
    [InlineData(99, "BUDGET-08")]
    [InlineData(300_000, "BUDGET-11")]
    public void Runs_have_their_bounds(int runs, string code)
    {
        Budget.Of(ShippedContracts.Read(Remand), null, new() { Runs = runs }).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe(code);
    }

    // The greatest numbers that are taken: every sum can still be held to the penny.
    [Fact]
    public void Great_numbers_are_worked_out_or_refused_and_never_break_it()
    {
        string great = """
            id: c
            title: C
            source: s
            years: 15
            counterfactual: { kind: trend, trend: 0.5, source: s }
            demand:
              - { id: x, source: s, price: 10000000, provider: provider, paid_by: holder, charged_to: commissioner, baseline: 10000000000, drawn: { events: 1, each: { value: 10000000000, deviation: 10000000000 }, dispersion: 1000, trend: 0.1, reduction: { value: 1, deviation: 1 }, source: s } }
            sums:
              - { name: g, from: commissioner, to: holder, baseline_share: 10, most: 10000000000, source: s }
            rules:
              - { name: r, from: commissioner, to: holder, rate: 1, payback: { below: 1, how: linear, rate: 1000 }, source: s }
            pool: { members: 50, source: s }
            reserve: { amount: 10000000000, from: commissioner, over: 100, source: s }
            """;
        BudgetResult result = Budget.Of(ShippedContracts.Of(great), null, new() { Runs = 100 }).Value;
        result.Parties.Sum(p => p.Net.Pounds).ShouldBe(0, 1m);
        string tooMany = great.Replace("events: 1,", "events: 10000000,").Replace("value: 10000000000, deviation: 10000000000", "value: 100");
        Budget.Of(ShippedContracts.Of(tooMany), null, new() { Runs = 100_000 }).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("BUDGET-09");
    }
}
