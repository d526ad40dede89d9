using Shiremoot.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Contracts;

/// <summary>Schemes of the past, to the penny: what was published of them comes out.</summary>
public sealed class WorkedFiguresTests
{
    public static TheoryData<string> Ids => [.. ShippedContracts.Ids];

    [Theory, MemberData(nameof(Ids))]
    public void Every_example_of_a_shipped_contract_comes_out(string id)
    {
        Contract contract = ShippedContracts.Read(id);
        foreach (ContractExample example in contract.Examples)
        {
            PlayedExample played = Budget.Play(contract, example);
            played.Net.Sum().ShouldBe(0);
            played.Holds.ShouldBeTrue($"{example.Says}: {string.Join(", ", contract.Parties.Select((p, at) => $"{p.Id} {played.Net[at]}"))}");
        }
    }

    // Baseline £10m: 0.5 of the saving up to 5%, then all (Greater Manchester) or half (the Committee) of it up to 20%.
    [Theory]
    [InlineData("0.049", 0, 0)]
    [InlineData("0.05", 250_000, 250_000)]
    [InlineData("0.12", 950_000, 600_000)]
    [InlineData("0.2", 1_750_000, 1_000_000)]
    [InlineData("0.25", 1_750_000, 1_000_000)]
    public void Reinvestment_pays_by_either_reading(string reduction, int manchester, int committee)
    {
        foreach ((string id, decimal pays) in new[] { ("local-justice-reinvestment", (decimal)manchester), ("local-justice-reinvestment-halves", committee) })
        {
            Contract contract = ShippedContracts.Read(id);
            decimal less = decimal.Parse(reduction, System.Globalization.CultureInfo.InvariantCulture);
            contract.Rules[0].Pay(less, 10_000_000m).ShouldBe(pays);
            contract.Play([[10_000_000m * (1 - less), 10_000_000m], [1_000_000m, 1_000_000m]]).Net(contract, "site").ShouldBe(pays);
        }
    }

    [Fact]
    public void Children_have_a_threshold_of_their_own()
    {
        Contract contract = ShippedContracts.Read("local-justice-reinvestment");
        contract.Play([[10_000_000m, 10_000_000m], [901_000m, 900_000m]]).Net(contract, "site").ShouldBe(50_000m); // 9.9% and 10% of £1m: nothing, then half of a tenth
    }

    // Up 4, 14 and 23% in year 1: two left and owed nothing; a site that stays and does not fall repays the £1.5m.
    [Theory]
    [InlineData(20_800, true)]
    [InlineData(22_800, true)]
    [InlineData(24_600, true)]
    [InlineData(18_000, false)]
    [InlineData(18_001, true)]
    public void A_pathfinder_that_missed_its_first_year_leaves_and_owes_nothing(int nights, bool leaves)
    {
        Contract contract = ShippedContracts.Read("youth-custody-pathfinder");
        PlayedExample played = contract.Play([[nights, nights]]);
        played.Left.ShouldBe(leaves);
        if (leaves) played.Net(contract, "site").ShouldBe(0);
    }

    [Theory]
    [InlineData(20_000, 20_000, -1_500_000)]
    [InlineData(20_000, 18_000, -1_000_000)] // 5% of 15%: two thirds of it
    [InlineData(18_000, 16_000, 0)]
    [InlineData(30_000, 30_000, -1_500_000)] // never more than was paid
    public void A_pathfinder_that_stays_and_misses_repays_up_to_what_it_had(int first, int second, int net)
    {
        Contract contract = ShippedContracts.Read("youth-custody-pathfinder");
        contract.Play([[first, second]], leaves: false).Net(contract, "site").ShouldBe(net);
    }

    [Fact]
    public void A_full_repayment_is_all_of_it_for_any_shortfall()
    {
        string text = ShippedContracts.TextOf("youth-custody-pathfinder").Replace("how: linear, rate: 6.6666666666666666666666666667", "how: full");
        Contract contract = ShippedContracts.Of(text[..text.IndexOf("examples:", StringComparison.Ordinal)]);
        contract.Play([[18_000m, 16_001m]], leaves: false).Net(contract, "site").ShouldBe(-1_500_000m);
    }

    // 42% and 40% down while England and Wales fell by 33%.
    [Theory]
    [InlineData(11_600, -0.09)]
    [InlineData(12_000, -0.07)]
    public void What_a_pathfinder_added_is_its_change_less_that_of_the_country(int nights, double beyond)
    {
        AdjustedEffect last = ShippedContracts.Read("youth-custody-pathfinder").Play([[nights, nights]]).Adjusted[^1];
        last.Beyond!.Value.ShouldBe(beyond, 1e-12);
        ShippedContracts.Read("youth-custody-pathfinder").Play([[nights, nights]]).Adjusted[0].Beyond.ShouldBeNull();
    }

    // £21.9m × 1,000 ÷ 100,000 = £219,000; 700 × 177 + 150 × 472 + 50 × 574 = £223,400; looked after £27,000.
    [Fact]
    public void Remand_comes_to_the_pot_less_nights_less_care()
    {
        Contract contract = ShippedContracts.Read("youth-remand-2013");
        PlayedExample played = contract.Play([[700m, 700m], [150m, 150m], [50m, 50m]]);
        played.Net(contract, "council").ShouldBe(219_000m - 223_400m - 27_000m + 219_000m - 223_400m - 34_000m);
        played.Net(contract, "estate").ShouldBe(446_800m);
        played.Net(contract, "ministry").ShouldBe(-438_000m); // what it is charged for it is paid back by the council
    }

    [Fact]
    public void Remand_that_is_left_out_moves_no_money()
    {
        string text = ShippedContracts.TextOf("youth-remand-2013").Replace("remand: included", "remand: excluded");
        ContractFile.ReadText(text, "c.yaml").Refused(out var why, out _).ShouldBeTrue();
        why!.Details.ShouldContain(d => d.Contains("'remand' is excluded"));
        Contract kept = ShippedContracts.Of(text[..text.IndexOf("examples:", StringComparison.Ordinal)].Replace("title: Nights in secure training centres\n    remand: true", "title: Nights in secure training centres"));
        kept.Lines.Select(l => l.Id).ShouldBe(["stc"]);
        kept.Play([[100m, 0m]]).Net(kept, "estate").ShouldBe(47_200m);
    }

    [Fact]
    public void Peterborough_is_not_paid_for_a_cohort_at_8_4_percent_and_paid_for_both_at_9()
    {
        Contract contract = ShippedContracts.Read("peterborough");
        decimal[][] control = [[1550m, 1550m]];
        ((1550m - 1420m) / 1550m).ShouldBe(0.0839m, 0.0001m);
        decimal Paid(decimal second) => contract.Play([[1420m, second]], control).Net(contract, "funders") + 5_000_000m;
        Paid(1550m).ShouldBe(0);
        Paid(1448m).ShouldBe(0); // 232 of 3,100: 7.48%
        Paid(1447m).ShouldBe(233 * 20_000m); // 7.52%: all that were avoided
        Paid(1401m).ShouldBe(279 * 20_000m); // 9%
        Paid(1395m).ShouldBe(155 * 20_000m); // cohort 2 has its tenth: it is paid by itself, and nothing for cohort 1
    }

    [Fact]
    public void Peterborough_pays_no_more_than_was_committed()
    {
        Contract contract = ShippedContracts.Read("peterborough");
        contract.Play([[1000m, 1000m]], [[1550m, 1550m]]).Net(contract, "funders").ShouldBe(6_260_000m - 5_000_000m);
    }

    // A rate of 58% in 2009: 5.7 points is 52.3%, 3.3 is 54.7%.
    [Theory]
    [InlineData(523, 547, 38_000_000)]
    [InlineData(547, 523, 38_000_000)]
    [InlineData(523, 523, 40_000_000)]
    [InlineData(547, 547, 36_000_000)]
    [InlineData(530, 531, 38_000_000)]
    public void Doncaster_keeps_at_5_points_and_repays_under_them(int first, int second, int net)
    {
        Contract contract = ShippedContracts.Read("doncaster");
        contract.Play([[first, second]]).Net(contract, "operator").ShouldBe(net);
    }

    [Fact]
    public void Cash_is_saved_only_as_wings_close()
    {
        ContractLine line = ShippedContracts.Read("youth-custody-pathfinder").Lines[0]; // £177, a fifth with each night, the rest by 10,950 nights
        decimal Pay(decimal nights) => line.ProviderPay(nights, 20_000m, 177m);
        Pay(20_000m).ShouldBe(3_540_000m);
        (Pay(20_000m) - Pay(19_000m)).ShouldBe(35_400m);
        (Pay(9_051m) - Pay(9_050m)).ShouldBe((10_950m * 177m * 0.8m) + 35.40m);
        Pay(21_000m).ShouldBe(21_000m * 177m);
    }
}
