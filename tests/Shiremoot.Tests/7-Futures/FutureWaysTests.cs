using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Who goes where: nobody is lost on the way, and in the long run flows are what the traffic equations say.</summary>
[Trait("kind", "property")]
public class FutureWaysTests
{
    private static readonly string[] Known = ["investigation", "out-of-court", "magistrates", "crown", "community-order", "short-custody", "long-custody", "licence", "recall"];
    private static readonly SimulationAsked FromEmpty = new() { Runs = 3, Years = 4, WarmUpYears = 0, Worlds = 1, Seed = 11 };

    // From empty: whoever came to a step and did not go on is there at the end, or (of those who will come back) on the way back.
    [Fact]
    public void Whoever_comes_to_a_step_goes_on_or_is_still_there()
    {
        FutureWays ways = Simulation.Ways(JusticeNetwork.Source, null, FromEmpty, []).Value;
        SimulatedRuns runs = Simulation.Run(JusticeNetwork.Baseline, FromEmpty).Value;
        ways.Steps.Where(s => s.Place == WayPlace.Step).Select(s => s.Id).ShouldBe(Known);
        double waiting = 0;
        foreach (string id in Known)
        {
            double came = Into(ways, id), went = OutOf(ways, id), there = AtEnd(runs, id) / FromEmpty.Years;
            came.ShouldBe(Entries(runs, id) / FromEmpty.Years, 1e-9, id);
            (came - went).ShouldBeGreaterThanOrEqualTo(there - 1e-9, id);
            waiting += came - went - there;
        }
        waiting.ShouldBe(AtEnd(runs, "will-return") / FromEmpty.Years, 1e-9);
        OutOf(ways, "has-come-back").ShouldBe(Into(ways, "comes-back"), 1e-9);
        (OutOf(ways, "first-time") - Into(ways, "leaves")).ShouldBe(JusticeNetwork.Baseline.Stages.Sum(s => AtEnd(runs, s.Id)) / FromEmpty.Years, 1e-9);
    }

    // Stages of one way that record nothing are passed, however long they take: what is between two steps is a flow from the one to the other.
    [Fact]
    public void In_the_long_run_flows_follow_the_traffic_equations()
    {
        SteadyState exact = SteadyState.Of(JusticeNetwork.Baseline).Value;
        double Yearly(string stage) => exact.Stages.Single(s => s.Stage == stage).EntriesPerDay * SteadyState.DaysAYear;
        FutureWays ways = Simulation.Ways(JusticeNetwork.Source, null, new() { Runs = 6, Years = 10, OwnPasts = true }, []).Value;
        foreach ((string from, string to, double share) in ((string, string, double)[])
        [
            ("investigation", "comes-back", 0.12), ("investigation", "out-of-court", 0.18), ("investigation", "magistrates", 0.42), ("investigation", "leaves", 0.28), ("crown", "long-custody", 0.4),
            ("community-order", "magistrates", 0.1), ("licence", "recall", 0.15), ("licence", "comes-back", 0.4), ("recall", "licence", 1),
        ])
            Of(ways, from, to).Baseline.ShouldBe(share * Yearly(from), 0.02 * share * Yearly(from), $"{from} to {to}");
        Of(ways, "first-time", "investigation").Baseline.ShouldBe(exact.ArrivalsPerDay * SteadyState.DaysAYear, 0.005 * exact.ArrivalsPerDay * SteadyState.DaysAYear);
        ways.Ways.ShouldNotContain(w => w.From.Id == "will-return" || w.To.Id == "will-return");
    }

    // Both arms have the same people with the same luck: before the scenario begins nothing differs, then what one way loses another gains.
    [Fact]
    public void With_a_scenario_what_one_way_loses_another_gains_and_the_rest_shares_its_luck()
    {
        SimulationAsked asked = new() { Runs = 4, Years = 2, WarmUpYears = 3, Worlds = 1 };
        FutureWays early = Simulation.Ways(JusticeNetwork.Source, JusticeNetwork.Halved, asked, []).Value;
        early.Ways.ShouldAllBe(w => w.With == w.Baseline && !w.IsChanged);

        FutureWays ways = Simulation.Ways(JusticeNetwork.Source, JusticeNetwork.Halved, asked with { Years = 8 }, []).Value;
        FutureWay custody = Of(ways, "magistrates", "short-custody"), order = Of(ways, "magistrates", "community-order");
        (custody.IsChanged, order.IsChanged).ShouldBe((true, true));
        custody.Change.Mean.ShouldBeLessThan(-500);
        order.Change.Mean.ShouldBe(-custody.Change.Mean, 0.1 * -custody.Change.Mean);
        Of(ways, "first-time", "investigation").Change.ShouldBe(default);
        foreach (FutureWay way in ways.Ways) way.Change.Mean.ShouldBe(way.With - way.Baseline, 1e-9);
        // Whatever comes to a step beyond what did leaves it as well, but for those still there.
        foreach (string id in (string[])["investigation", "out-of-court", "crown"])
            (ways.Ways.Where(w => w.To.Id == id).Sum(w => w.Change.Mean) - ways.Ways.Where(w => w.From.Id == id).Sum(w => w.Change.Mean)).ShouldBe(0, 30, id);
    }

    [Fact]
    public void Any_number_of_threads_and_runs_in_parts_count_alike()
    {
        SimulationAsked asked = new() { Runs = 4, Years = 2, WarmUpYears = 1, Worlds = 2 };
        FutureWays one = Simulation.Ways(JusticeNetwork.Source, JusticeNetwork.Halved, asked with { Threads = 1 }, []).Value, three = Simulation.Ways(JusticeNetwork.Source, JusticeNetwork.Halved, asked with { Threads = 3 }, []).Value;
        three.Ways.Select(w => (w.From, w.To, w.Baseline, w.With, w.Change)).ShouldBe(one.Ways.Select(w => (w.From, w.To, w.Baseline, w.With, w.Change)));
        FutureWays later = Simulation.Ways(JusticeNetwork.Source, JusticeNetwork.Halved, asked with { FirstRun = 2, Runs = 2 }, []).Value, sooner = Simulation.Ways(JusticeNetwork.Source, JusticeNetwork.Halved, asked with { Runs = 2 }, []).Value;
        foreach (FutureWay way in one.Ways) (2 * way.Baseline).ShouldBe(Baseline(sooner, way) + Baseline(later, way), 1e-9);

        static double Baseline(FutureWays ways, FutureWay like) => ways.Ways.FirstOrDefault(w => w.From.Id == like.From.Id && w.To.Id == like.To.Id)?.Baseline ?? 0;
    }

    // Offence (passed), arrest, then four in ten are away for 150 days and come back; of three stages with records two are steps.
    [Fact]
    public void Steps_are_found_by_what_stages_record_and_passed_where_they_say_so()
    {
        ModelSource source = new([SmallModels.Returning("0.4", 150)], "small.yaml", new Dictionary<string, double>(), 1000);
        FutureStep[] steps = [new("offence", "Offence") { Kinds = ["offence"], IsPassed = true }, new("taken", "Taken in") { Kinds = ["arrest"] }];
        FutureWays ways = Simulation.Ways(source, null, new() { Runs = 4, Years = 5, WarmUpYears = 3 }, steps).Value;
        ways.Steps.Where(s => s.Place == WayPlace.Step).Select(s => s.Title).ShouldBe(["Taken in"]);
        Of(ways, "first-time", "taken").Baseline.ShouldBe(1000, 30);
        // A thousand and what comes back of it, and of that again: 1000 / 0.6.
        Into(ways, "taken").ShouldBe(1000 / 0.6, 60);
        (Of(ways, "taken", "comes-back").Baseline / Into(ways, "taken")).ShouldBe(0.4, 0.02);
        // Without steps a stage is one by itself, under its own name.
        Simulation.Ways(source, null, new() { Runs = 1, Years = 1, WarmUpYears = 0 }, []).Value.Steps.Where(s => s.Place == WayPlace.Step).Select(s => (s.Id, s.Title)).ShouldBe([("offence", "Offence"), ("arrest", "Arrest")]);
    }

    [Fact]
    public void The_picture_has_no_circles_and_loses_nobody()
    {
        FutureWays ways = Simulation.Ways(JusticeNetwork.Source, JusticeNetwork.Halved, new() { Runs = 2, Years = 6, WarmUpYears = 3, Worlds = 1 }, []).Value;
        foreach (int most in (int[])[WayPicture.MostSteps, 5, 2])
        {
            WayPicture picture = WayPicture.Of(ways, most);
            picture.Nodes.Count(n => n.Step.Place == WayPlace.Step).ShouldBe(Math.Min(most, Known.Length));
            picture.Links.ShouldAllBe(l => picture.Nodes[l.From].Column < picture.Nodes[l.To].Column);
            picture.Links.Where(l => picture.Nodes[l.From].Step.Place == WayPlace.Start).Sum(l => l.Way.Baseline).ShouldBe(ways.Ways.Where(w => w.From.Place == WayPlace.Start).Sum(w => w.Baseline), 1e-6);
            // Back to an earlier step of the case, or not: what leaves a step is what it was.
            foreach (WayNode node in picture.Nodes.Where(n => Known.Contains(n.Step.Id)))
                picture.Links.Where(l => picture.Nodes[l.From] == node).Sum(l => l.Way.With).ShouldBe(ways.Ways.Where(w => w.From.Id == node.Step.Id).Sum(w => w.With), 1e-6, node.Step.Id);
        }
        WayPicture whole = WayPicture.Of(ways);
        whole.Nodes.Where(n => n.Step.Title.StartsWith("Back to", StringComparison.Ordinal)).Select(n => n.Step.Title).ShouldBe(["Back to magistrates", "Back to licence"], ignoreOrder: true);
        WayPicture.Of(ways, 5).Nodes.ShouldContain(n => n.Step.Title == "Other steps");
    }

    [Theory]
    [InlineData("- { id: a, title: A }", "say which kinds of event")]
    [InlineData("- { id: a, title: A, kinds: [arrest] }\n  - { id: a, title: B, kinds: [charge] }", "is the id of an earlier step")]
    public void Steps_that_cannot_be_are_refused(string steps, string says)
    {
        FutureStep.Read($"title: Steps\nsource: a test\nsteps:\n  {steps}\n", "steps.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        string.Join('\n', why!.Details).ShouldContain(says);
    }

    private static FutureWay Of(FutureWays ways, string from, string to) => ways.Ways.Single(w => w.From.Id == from && w.To.Id == to);

    private static double Into(FutureWays ways, string id) => ways.Ways.Where(w => w.To.Id == id).Sum(w => w.Baseline);

    private static double OutOf(FutureWays ways, string id) => ways.Ways.Where(w => w.From.Id == id).Sum(w => w.Baseline);

    private static double Entries(SimulatedRuns runs, string stage) => runs.Sums(SimulatedFigure.Entries, Row(runs, stage), 0, FromEmpty.Years).Average();

    private static double AtEnd(SimulatedRuns runs, string stage) => runs.Sums(SimulatedFigure.AtEnd, Row(runs, stage), FromEmpty.Years - 1, FromEmpty.Years).Average();

    private static int Row(SimulatedRuns runs, string stage) => runs.Row(runs.Stages.ToList().IndexOf(stage), 0);
}
