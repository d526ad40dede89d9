using Shiremoot.Economics;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

public sealed class FamilyTests
{
    private static readonly UnitCosts Costs = UnitCosts.Read(CostFolder.Shipped).Value;

    [Fact]
    public void Eighteen_families_of_the_database_are_alternatives()
    {
        Costs.Families.Count.ShouldBe(73);
        Costs.Families.Where(f => f.Kind == FamilyKind.Alternatives).Select(f => f.Parent).ShouldBe(
        [
            "CR1.4", "CR3.0", "CR8.0", "CR8.18", "HE3.0", "HE7.0", "HE7.1", "HE7.11", "HE12.2", "HE12.3", "HE12.4", "HE12.5", "HE14.0", "HO1.0", "HO3.0", "SS1.1", "SS5.0", "SS6.0",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("ECONOMICS-10", "CR2.0", "CR2.0.3")]
    [InlineData("ECONOMICS-10", "CR3.0.2", "CR3.0")]
    [InlineData("ECONOMICS-11", "CR3.0.1", "CR3.0.2")]
    [InlineData("ECONOMICS-09", "CR7.0", "CR7.0")]
    [InlineData("ECONOMICS-12", "CR7.0", "CR9.0")]
    public void A_total_that_counts_twice_or_mixes_units_is_refused(string code, string one, string other)
    {
        Costs.Total([one, other], "2015/16").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe(code);
        why.Says.ShouldContain(one);
        why.Says.ShouldContain(other);
    }

    [Fact]
    public void No_family_of_alternatives_can_be_added_up_and_every_family_of_parts_adds_to_its_parent()
    {
        foreach (CostFamily family in Costs.Families)
        {
            Outcome<CostTotal> total = Costs.Total(family.Children, "2015/16");
            if (family.Kind == FamilyKind.Alternatives) total.IsRefused.ShouldBe(family.Children.Count > 1, family.Parent);
            else
            {
                decimal whole = Costs.Uprate(family.Parent, "2015/16").Value.Amount(CostKind.Fiscal)!.Cost.Pounds;
                Math.Abs(total.Value.Fiscal.Pounds - whole).ShouldBeLessThanOrEqualTo(0.0201m * whole, family.Parent);
            }
        }
    }

    [Fact]
    public void Entries_of_one_unit_that_have_nothing_to_do_with_each_other_add_up()
    {
        CostTotal total = Costs.Total(["CR8.1", "CR8.2"], "2010/11").Value;
        (total.Fiscal, total.Economic).ShouldBe((new Money(174363 + 18608), new Money(535120 + 1384)));
        total.Per.ShouldBe("Per incident");
    }

    [Fact]
    public void Domestic_violence_falls_on_agencies_as_its_parts_do()
    {
        var payers = Costs.Payers("CR2.0").Value;
        payers.Select(p => p.Agency).ShouldBe(["NHS", "Criminal justice system", "Police", "Local authority"], ignoreOrder: true);
        payers.Sum(p => p.Share).ShouldBe(1m, 1e-20m);
        payers.Single(p => p.Agency == "Local authority").Share.ShouldBe((193m + 110m) / 2470m, 1e-20m);
        Costs.Payers("CR3.0").Value.ShouldBe([("Criminal justice system", 1m)]);
    }
}
