using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Trust;

public sealed class ProtectedShareTests
{
    [Fact]
    public void A_share_is_of_the_shown_counts_so_rates_give_nothing_away_that_counts_do_not()
    {
        // Attacks A8 and A9: every pair of raw counts behind one pair of shown counts gives one share and one interval.
        var seen = new Dictionary<(long?, long?), (double?, Interval?)>();
        for (int whole = 5; whole <= 60; whole++)
        {
            for (int part = 0; part <= whole; part++)
            {
                ProtectedShare share = Share(part, whole);
                (double?, Interval?) told = (share.Value, share.Interval);
                if (!seen.TryAdd((share.Part.Shown, share.Whole.Shown), told)) told.ShouldBe(seen[(share.Part.Shown, share.Whole.Shown)]);
                if (part < 5) told.ShouldBe((null, null));
            }
        }
    }

    [Fact]
    public void The_broward_share_is_rounded_under_the_default_and_exact_under_none()
    {
        Share(2809, 6172).ToString().ShouldBe("45.5%"); // 2,810 of 6,170
        Share(2809, 6172).Value.ShouldBe(2810.0 / 6170);
        ProtectedShare.Of(DisclosureRules.None.Protect(new(2809)), DisclosureRules.None.Protect(new(6172))).Value.ShouldBe(2809.0 / 6172);
    }

    [Fact]
    public void A_share_of_nobody_is_no_share()
    {
        ProtectedCount nobody = DisclosureRules.None.Protect(new(0));
        ProtectedShare.Of(nobody, nobody).IsWithheld.ShouldBeTrue();
    }

    [Fact]
    public void A_part_larger_than_its_whole_is_our_mistake() => Should.Throw<ArgumentException>(() => Share(50, 20));

    [Fact]
    public void A_cost_divided_by_its_unit_cost_gives_back_the_protected_count()
    {
        // Attack A10: 7 first entries at £3,600 are shown as the cost of 5; 3 are withheld.
        Protected<Money> cost = DisclosureRules.Default.Protect(new(7)).Then(people => new Money(people * 3600m));
        (cost.Shown!.Value.Pounds / 3600m).ShouldBe(5);
        DisclosureRules.Default.Protect(new(3)).Then(people => new Money(people * 3600m)).ToString().ShouldBe("c");
        DisclosureRules.Default.Protect(new(7)).With(DisclosureRules.Default.Protect(new(3)), (a, b) => a + b).IsWithheld.ShouldBeTrue();
    }

    private static ProtectedShare Share(int part, int whole) => ProtectedShare.Of(
        DisclosureRules.Default.Protect(new(part)), DisclosureRules.Default.Protect(new(whole)),
        (p, w) => new Interval((double)p / w / 2, Math.Min(1, (double)p / w * 2), 0.95, "half and double"));
}
