using Shiremoot.Picture;
using Shiremoot.Picture.Pathways;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Pathways;

/// <summary>Flows of a place's people: none below the threshold is shown, and none comes out of what is.</summary>
public sealed class PeopleFlowsTests
{
    [Fact]
    public void What_is_left_out_at_a_node_is_nobody_or_enough()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            (IReadOnlyList<PlainPathways.Case> plain, string[] names) = PlainPathways.Random(seed, 40 + (seed * 10), 4, 6);
            EventColumns log = PlainPathways.Columns(plain, names);
            IReadOnlyList<Flow> flows = StepFlows.Of(log, Variants.Of(log, 1), 5, 3);
            bool[] isHidden = PeopleFlows.Hidden(flows, 5);
            flows.Where((f, i) => f.Cases < 5 && !isHidden[i]).ShouldBeEmpty();
            foreach (Func<Flow, (int, int)> side in (Func<Flow, (int, int)>[])[f => (f.Step, f.From), f => (f.Step, f.To)])
                foreach (var node in flows.Select((f, i) => (Flow: f, IsHidden: isHidden[i])).GroupBy(f => side(f.Flow)))
                    if (node.Any(f => !f.IsHidden)) node.Where(f => f.IsHidden).Sum(f => f.Flow.Cases).ShouldBeOneOf([0, .. Enumerable.Range(5, 1_000)]);
            PeopleFlows shown = PeopleFlows.Of(log, DisclosureRules.Default, 5, 3, 2);
            shown.Flows.Count.ShouldBe(isHidden.Count(h => !h));
            shown.Flows.ShouldAllBe(f => f.People.Shown % 5 == 0 && f.People.Shown > 0);
            PeopleFlows.Of(log, DisclosureRules.None, 5, 3, 1).Flows.Select(f => f.People.Shown!.Value).ShouldBe(flows.Select(f => f.Cases));
        }
    }

    [Fact]
    public void A_lone_small_flow_takes_the_next_smallest_with_it()
    {
        Flow[] flows = [new(0, 0, 1, 100), new(0, 0, 2, 20), new(0, 0, 3, 2)];
        PeopleFlows.Hidden(flows, 5).ShouldBe([false, true, true]);
        PeopleFlows.Hidden([flows[0], flows[1]], 5).ShouldBe([false, false]);
    }
}
