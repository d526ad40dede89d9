using Shiremoot.Picture;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

public sealed class ConcentrationTests
{
    [Fact]
    public void Equal_shares_have_a_Gini_of_nought_and_a_straight_curve()
    {
        foreach (int people in (int[])[1, 2, 7, 40, 1000])
        {
            Concentration even = Spread.Of([.. Enumerable.Repeat(3.0, people)], [10], DisclosureRules.None);
            even.Gini.Shown!.Value.ShouldBe(0, 1e-12);
            foreach (LorenzPoint point in even.Lorenz) point.DemandShare.Shown!.Value.ShouldBe(point.PeopleShare, 1e-9);
        }
    }

    [Theory]
    [InlineData(new double[] { 0, 0, 0, 1 }, 0.75)]             // one of four has all: (n - 1) / n
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, 0.2666666667)]  // by hand: 2 (1 + 4 + 9 + 16 + 25) / (5 · 15) - 6 / 5
    [InlineData(new double[] { 1, 3 }, 0.25)]
    public void Gini_is_what_hand_and_textbook_say(double[] demand, double gini) => Spread.Of(demand, [10], DisclosureRules.None).Gini.Shown!.Value.ShouldBe(gini, 1e-9);

    [Fact]
    public void The_top_few_hold_what_they_hold()
    {
        // 100 people: one with 50 events, nine with 5, ninety with 1.
        double[] demand = [50, .. Enumerable.Repeat(5.0, 9), .. Enumerable.Repeat(1.0, 90)];
        Concentration spread = Spread.Of(demand, [1, 10, 100], DisclosureRules.None);
        spread.Top.Select(t => (t.People.Shown, t.Events.Shown)).ShouldBe([(1, 50), (10, 95), (100, 185)]);
        spread.Top[0].Share.Value!.Value.ShouldBe(50.0 / 185);
    }

    [Fact]
    public void Random_demand_agrees_with_the_plain_definition_and_the_curve_only_rises()
    {
        Random random = new(11);
        for (int round = 0; round < 200; round++)
        {
            double[] demand = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (double)random.Next(0, 12))];
            if (demand.Sum() <= 0) continue;
            Concentration spread = Spread.Of([.. demand], [1, 5, 10, 20, 50, 100], DisclosureRules.None);

            // The plain twin: the mean difference of all pairs over twice the mean.
            double twin = demand.SelectMany(_ => demand, (a, b) => Math.Abs(a - b)).Average() / (2 * demand.Average());
            spread.Gini.Shown!.Value.ShouldBe(twin, 1e-9);
            double[] curve = [.. spread.Lorenz.Select(l => l.DemandShare.Shown!.Value)];
            curve.Zip(curve.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second + 1e-12);
            spread.Lorenz.ShouldAllBe(l => l.DemandShare.Shown!.Value <= l.PeopleShare + 1e-9);
            (curve[0], curve[^1]).ShouldBe((0, 1));
            spread.Top.Zip(spread.Top.Skip(1)).ShouldAllBe(pair => pair.First.Share.Value <= pair.Second.Share.Value);
            spread.Top.ShouldAllBe(t => t.Share.Value >= (t.PerCent / 100) - 1e-9);
        }
    }

    [Fact]
    public void Under_the_default_rules_the_top_few_are_withheld_and_the_rest_comes_from_rounded_counts()
    {
        double[] demand = [50, .. Enumerable.Repeat(5.0, 9), .. Enumerable.Repeat(1.0, 93)];
        Concentration spread = Spread.Of(demand, [1, 10, 20], DisclosureRules.Default);
        spread.Top[0].Share.IsWithheld.ShouldBeTrue(); // two people
        (spread.Top[1].People.Shown, spread.Top[1].Events.Shown).ShouldBe((10, 95));
        spread.Top[1].Share.Value!.Value.ShouldBe(95.0 / 190);
        double exact = ConcentrationKernel.Gini([.. demand.OrderDescending()]);
        spread.Gini.Shown!.Value.ShouldBeInRange(exact - 0.05, exact); // straight lines between points: a little low
        Spread.Of([5, 1, 1], [10], DisclosureRules.Default).Gini.IsWithheld.ShouldBeTrue();
    }
}
