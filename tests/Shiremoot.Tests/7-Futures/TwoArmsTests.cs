using Shiremoot.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Both arms run at once give, figure by figure and to the bit, what each gives by itself; so does a first day made for everyone.</summary>
[Trait("kind", "property")]
public sealed class TwoArmsTests
{
    private static SimulationAsked Asked(int threads = 2) => new() { Runs = 2, Years = 2, WarmUpYears = 5, Worlds = 2, PeriodsPerYear = 4, Seed = 17, Threads = threads };

    [Theory]
    [InlineData("northumbria", "women-community-sentences")]
    [InlineData("west-midlands", "maturity-policy")]
    [InlineData("west-midlands", "early-help")]
    [InlineData("west-midlands", "problem-solving-courts")]
    [InlineData("devon-and-cornwall", null)]
    [InlineData("avon-and-somerset", null)]
    [InlineData("north-yorkshire", null)]
    public void At_once_or_one_after_the_other(string place, string? id)
    {
        string folder = Path.Combine(TestData.Root, "places", place);
        ModelSource source = Shire.FutureModel(folder).Value;
        string file = id is null ? Directory.GetFiles(Path.Combine(folder, "scenarios"), "*.yaml").Order(StringComparer.Ordinal).First() : Path.Combine(folder, "scenarios", id + ".yaml");
        Scenario scenario = ScenarioFile.Read(file).Value;
        SimulationAsked asked = Asked() with { Only = scenario.Who.IsEveryone ? null : scenario.Who };
        SystemModel today = source.Today().Value;
        SimulatedRuns before = Simulation.Run(today, asked).Value, with = Simulation.Run(source, scenario, asked).Value;
        StartingPoint everyone = Simulation.StartOf(today, Asked(threads: 3)).Value!;
        foreach (StartingPoint? start in (StartingPoint?[])[null, everyone])
        {
            (SimulatedRuns besides, SimulatedRuns withBesides) = Simulation.RunBoth(source, scenario, asked, start: start).Value;
            Same(before, besides);
            Same(with, withBesides);
            Same(before, Simulation.Run(today, asked, start: start).Value);
        }
        // And there is a difference to be told apart.
        Differ(before, with).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_service_added_before_others_leaves_theirs_to_them()
    {
        ModelSource source = Shire.FutureModel(Path.Combine(TestData.Root, "places", "west-midlands")).Value;
        Scenario scenario = ScenarioFile.ReadText("""
            id: navigators
            title: Navigators at the police station
            says: Women who are arrested are met by a navigator.
            source: made for this test
            who: { sex: female }
            model:
              stages:
                - id: arrest
                  offers: [{ service: navigators, kind: mentoring, share: 0.5, lasts: { exponential: 100 } }]
            """, "navigators.yaml").Value;
        (SimulatedRuns before, SimulatedRuns with) = Simulation.RunBoth(source, scenario, Asked()).Value;
        with.Services.ShouldContain("navigators");
        int[] rows = [.. Enumerable.Range(0, before.Services.Count)], moved = [.. before.Services.Select(s => with.Services.ToList().IndexOf(s))];
        foreach (int group in Enumerable.Range(0, 3))
            foreach (int s in rows)
                with.Sums(SimulatedFigure.Entries, with.Row(with.Stages.Count + moved[s], group), 0, 8).ShouldBe(before.Sums(SimulatedFigure.Entries, before.Row(before.Stages.Count + s, group), 0, 8), $"{before.Services[s]} of {before.Groups[group]}");
        with.Sums(SimulatedFigure.Entries, with.Row(with.Stages.Count + with.Services.ToList().IndexOf("navigators"), 5), 0, 8).Sum().ShouldBeGreaterThan(0);
    }

    private static int Differ(SimulatedRuns before, SimulatedRuns with) =>
        Enumerable.Range(0, before.Groups.Count).Sum(g => Enumerable.Range(0, before.Stages.Count).Count(s => !before.Sums(SimulatedFigure.Entries, before.Row(s, g), 0, 8).SequenceEqual(with.Sums(SimulatedFigure.Entries, with.Row(s, g), 0, 8))));

    private static void Same(SimulatedRuns these, SimulatedRuns those)
    {
        those.Stages.ShouldBe(these.Stages);
        those.Moves.ShouldBe(these.Moves);
        those.BytesPerPerson.ShouldBe(these.BytesPerPerson);
        foreach (SimulatedFigure figure in (SimulatedFigure[])[SimulatedFigure.Days, SimulatedFigure.Entries, SimulatedFigure.AtEnd])
            for (int run = 0; run < these.Runs; run++)
                for (int row = 0; row < these.RowsPerGroup * these.Groups.Count; row++)
                    for (int p = 0; p < these.PeriodDays.Count; p++)
                        if (these.At(figure, run, row, p) != those.At(figure, run, row, p)) Assert.Fail($"{figure} of run {run}, row {row}, period {p}: {these.At(figure, run, row, p)} and {those.At(figure, run, row, p)}");
    }
}
