using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

[Trait("kind", "property")]
public class SimulationTests
{
    private const int Years = 10;

    [Fact]
    public void The_people_engine_comes_to_the_exact_answers()
    {
        SteadyState exact = SteadyState.Of(JusticeNetwork.Baseline).Value;
        SimulatedRuns runs = Simulation.Run(JusticeNetwork.Baseline, new() { Runs = 20, Seed = 3, OwnPasts = true }).Value;
        for (int s = 0; s < exact.Stages.Count; s++)
        {
            RunMean people = RunMean.Of([.. runs.Sums(SimulatedFigure.Days, s, 0, Years).Select(d => d / (365 * Years))]);
            people.Mean.ShouldBe(exact.Stages[s].People, (3.5 * people.Error) + (0.0025 * exact.Stages[s].People), exact.Stages[s].Stage);
        }
        for (int line = 0; line < runs.Lines.Count; line++)
        {
            StageAtRest stage = exact.Stages.Single(s => s.Servers > 0 && runs.Lines[line].StartsWith(s.Stage, StringComparison.Ordinal));
            double[] served = runs.Sums(SimulatedFigure.Served, line, 0, Years);
            RunMean wait = RunMean.Of([.. runs.Sums(SimulatedFigure.WaitDays, line, 0, Years).Zip(served, (days, n) => days / n)]);
            wait.Mean.ShouldBe(stage.WaitDays, (3.5 * wait.Error) + (0.0025 * stage.WaitDays), stage.Stage);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures_on_any_number_of_threads()
    {
        SimulationAsked asked = new() { Runs = 6, Years = 3, WarmUpYears = 2, PeriodsPerYear = 12, Seed = 9 };
        SimulatedRuns one = Simulation.Run(JusticeNetwork.Baseline, asked with { Threads = 1 }).Value, three = Simulation.Run(JusticeNetwork.Baseline, asked with { Threads = 3 }).Value;
        foreach (SimulatedFigure figure in Enum.GetValues<SimulatedFigure>())
            for (int run = 0; run < 6; run++)
                for (int row = 0; row < (SimulatedRuns.IsOfLine(figure) ? 2 : 10); row++)
                    for (int p = 0; p < 36; p++) one.At(figure, run, row, p).ShouldBe(three.At(figure, run, row, p));
    }

    [Theory]
    [InlineData("")]
    [InlineData("resources: [{ id: desks, servers: 1000, stages: [{ stage: seen }] }]")]
    public void What_lasts_on_its_own_is_there_as_long_as_it_lasts(string resources)
    {
        // Ten a day come in; half are put on licence for 200 days on average, all are tagged for the 40 days after their stay of 30. By Little's law 1,000 and 400 at once, also on the first day.
        SystemModel model = JusticeNetwork.Of($$"""
            id: small
            title: A small model
            source: made for this test
            entry: { stage: seen }
            arrivals: { per_year: 3650 }
            stages:
              - id: seen
                days: { exponential: 30 }
                records:
                  - { kind: licence, share: 0.5, lasts: { exponential: 200 } }
                  - { kind: tag, lasts: { fixed: 40 }, on_leaving: true }
                to: [{ stage: leaves, share: 1 }]
            {{resources}}
            """);
        SimulatedRuns runs = Simulation.Run(model, new() { Runs = 8, Years = 3, WarmUpYears = 5, Seed = 2 }).Value;
        runs.Spans.ShouldBe(["licence", "tag"]);
        for (int year = 0; year < 3; year++)
        {
            double At(int span) => runs.Sums(SimulatedFigure.Days, runs.Row(1 + span, 0), year, year + 1).Average() / 365;
            At(0).ShouldBe(1000, 35);
            At(1).ShouldBe(400, 10);
        }
    }

    [Fact]
    public void Places_of_a_service_are_taken_from_the_first_day_on()
    {
        // Ten places, each held for 100 days on average and sought by all of ten people a day: 36.5 are served a year, in the first as in the third.
        SystemModel model = JusticeNetwork.Of($$"""
            title: A small model
            {{SmallModels.People(0.5)}}
            arrivals: { per_year: 3650 }
            stages:
              - id: offence
                new_offence: true
                records: [{ kind: offence }]
                offers: [{ service: help, kind: mentoring, share: 0.999, lasts: { exponential: 100 }, places: 10 }]
                to: [{ stage: leaves, share: 1 }]
            """);
        SimulatedRuns runs = Simulation.Run(model, new() { Runs = 16, Years = 3, WarmUpYears = 2, Seed = 6 }).Value;
        for (int year = 0; year < 3; year++)
            Enumerable.Range(0, runs.Groups.Count).Sum(g => runs.Sums(SimulatedFigure.Entries, runs.Row(1, g), year, year + 1).Average()).ShouldBe(36.5, 5, $"year {year + 1}");
    }

    [Fact]
    public void A_line_that_a_scenario_brings_forms_from_its_day_on()
    {
        // Ten a day come, each seen for a day: from year 1 on by eight at once. The line then grows by two a day, and who begins after t days of it has waited a fifth of t.
        ModelSource source = new(["""
            id: small
            title: A small model
            source: made for this test
            entry: { stage: seen }
            arrivals: { per_year: 3650 }
            stages:
              - { id: seen, days: { fixed: 1 }, to: [{ stage: leaves, probability: 1 }] }
            """], "small.yaml", new Dictionary<string, double>(), null);
        Scenario scenario = ScenarioFile.ReadText("""
            id: desks
            title: Eight desks
            says: There are eight desks.
            source: made for this test
            from_year: 1
            model:
              resources: [{ id: desks, servers: 8, stages: [{ stage: seen, work: { fixed: 1 } }] }]
            """, "desks.yaml").Value;
        (SimulatedRuns before, SimulatedRuns with) = Simulation.RunBoth(source, scenario, new() { Runs = 10, Years = 2, WarmUpYears = 1, Worlds = 1, Seed = 4 }).Value;
        double Of(SimulatedRuns runs, SimulatedFigure figure, int year) => runs.Sums(figure, 0, year, year + 1).Average();
        Of(with, SimulatedFigure.Days, 0).ShouldBe(Of(before, SimulatedFigure.Days, 0), 1e-3);
        Of(with, SimulatedFigure.WaitDays, 0).ShouldBe(0, 1e-9);
        Of(with, SimulatedFigure.AtEnd, 1).ShouldBe(2 * 365, 80);
        Of(with, SimulatedFigure.Served, 1).ShouldBe(8 * 365, 8);
        (Of(with, SimulatedFigure.WaitDays, 1) / Of(with, SimulatedFigure.Served, 1)).ShouldBe(0.2 * 365 / 2, 5);
        Of(before, SimulatedFigure.Days, 1).ShouldBe(3650, 30);
    }

    [Fact]
    public void Shared_luck_leaves_a_fifth_of_the_variance_of_a_difference_or_less()
    {
        SimulationAsked asked = new() { Runs = 20, Seed = 5, OwnPasts = true };
        double perDay = SteadyState.Of(JusticeNetwork.Baseline).Value.ArrivalsPerDay;
        SimulatedRuns before = Simulation.Run(JusticeNetwork.Baseline, asked).Value;
        SimulatedRuns after = Simulation.Run(JusticeNetwork.Diversion, asked with { ArrivalsPerDay = perDay }).Value;
        double[] a = before.Sums(SimulatedFigure.Entries, 0, 0, Years), b = after.Sums(SimulatedFigure.Entries, 0, 0, Years);
        RunMean shared = RunMean.Of([.. b.Zip(a, (x, y) => x - y)]), apart = RunMean.Of([.. b.Zip([.. a[1..], a[0]], (x, y) => x - y)]);
        (shared.Error * shared.Error).ShouldBeLessThan(0.2 * apart.Error * apart.Error);
    }

    [Fact]
    public void Runs_are_the_same_made_in_parts()
    {
        ModelSource source = JusticeNetwork.Source;
        SimulationAsked asked = new() { Runs = 5, Years = 2, WarmUpYears = 1, Worlds = 3 };
        SimulatedRuns whole = Simulation.Run(source, JusticeNetwork.Halved, asked).Value, later = Simulation.Run(source, JusticeNetwork.Halved, asked with { FirstRun = 3, Runs = 2 }).Value;
        for (int run = 0; run < 2; run++)
            for (int s = 0; s < 10; s++) later.At(SimulatedFigure.Days, run, s, 1).ShouldBe(whole.At(SimulatedFigure.Days, run + 3, s, 1));
    }

    // Nothing differs before the scenario begins; then it works in over a year, and is as large as its model says.
    [Fact]
    public void A_scenario_changes_what_it_says_from_when_it_says()
    {
        SimulationAsked asked = new() { Runs = 4, Years = 6, WarmUpYears = 3, Worlds = 1 };
        SimulatedRuns before = Simulation.Run(JusticeNetwork.Baseline, asked).Value, after = Simulation.Run(JusticeNetwork.Source, JusticeNetwork.Halved, asked).Value;
        const int ShortCustody = 5;
        for (int year = 0; year < 2; year++) Entries(after, ShortCustody, year).ShouldBe(Entries(before, ShortCustody, year));
        (Entries(after, ShortCustody, 2) / Entries(before, ShortCustody, 2)).ShouldBe(0.75, 0.04);
        (Entries(after, ShortCustody, 5) / Entries(before, ShortCustody, 5)).ShouldBe(0.5, 0.04);
        Entries(after, 0, 5).ShouldBe(Entries(before, 0, 5), 0.02 * Entries(before, 0, 5));
    }

    private static double Entries(SimulatedRuns runs, int stage, int year) => runs.Sums(SimulatedFigure.Entries, stage, year, year + 1).Average();

    // Ten places, each held for half a year: twenty people a year, however many would come.
    [Fact]
    public void A_service_with_so_many_places_serves_no_more_than_they_hold()
    {
        SystemModel model = SmallModels.Model(SmallModels.Returning("0.4", 150).Replace("to: [{ stage: waiting", "offers: [{ service: help, kind: mentoring, share: 1, places: 10, lasts: { fixed: 182.5 } }], to: [{ stage: waiting", StringComparison.Ordinal)) with { Arrivals = new(2000, -1, 0, []) };
        SimulatedRuns runs = Simulation.Run(model, new() { Runs = 2, Years = 5, WarmUpYears = 2 }).Value;
        runs.Services.ShouldBe(["help"]);
        double served = Enumerable.Range(0, runs.Groups.Count).Sum(g => runs.Sums(SimulatedFigure.Entries, runs.Row(runs.Stages.Count, g), 0, 5).Average());
        served.ShouldBe(100, 3);
    }

    // Each service has a bit of 32: one more would be counted as another.
    [Fact]
    public void More_services_than_can_be_told_apart_are_refused()
    {
        string offers = string.Join(", ", Enumerable.Range(1, 33).Select(n => $"{{ service: s{n}, kind: mentoring, share: 0.1 }}"));
        SystemModel model = SmallModels.Model(SmallModels.Returning("0.4", 150).Replace("to: [{ stage: waiting", $"offers: [{offers}], to: [{{ stage: waiting", StringComparison.Ordinal)) with { Arrivals = new(10, -1, 0, []) };
        Simulation.Run(model, new() { Runs = 1, Years = 1 }).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("FUTURES-19");
    }

    [Fact]
    public void Who_goes_first_waits_less_and_the_line_is_as_long()
    {
        string text = JusticeNetwork.Plain.Replace("stages: [{ stage: crown }]", "stages: [{ stage: crown, priority: 1 }, { stage: recall, work: { exponential: 3 }, priority: 0 }]", StringComparison.Ordinal).Replace("servers: 30", "servers: 36", StringComparison.Ordinal);
        string alike = text.Replace("priority: 1", "priority: 0", StringComparison.Ordinal);
        SimulatedRuns first = Simulation.Run(JusticeNetwork.Of(text), new() { Runs = 4, Years = 5 }).Value, even = Simulation.Run(JusticeNetwork.Of(alike), new() { Runs = 4, Years = 5 }).Value;
        const int Crown = 3, Recall = 8;
        MeanStay(first, Recall).ShouldBeLessThan(MeanStay(even, Recall));
        MeanStay(first, Crown).ShouldBeGreaterThan(MeanStay(even, Crown));
        double waits = first.Sums(SimulatedFigure.WaitDays, 1, 0, 5).Average(), alikeWaits = even.Sums(SimulatedFigure.WaitDays, 1, 0, 5).Average();
        waits.ShouldBe(alikeWaits, 0.1 * alikeWaits);
    }

    private static double MeanStay(SimulatedRuns runs, int stage) => runs.Sums(SimulatedFigure.Days, stage, 0, 5).Sum() / runs.Sums(SimulatedFigure.Entries, stage, 0, 5).Sum();

    // What is in a stage now is what was there, plus who came, less who left; and days are people times time.
    [Fact]
    public void People_are_neither_made_nor_lost()
    {
        SystemModel model = JusticeNetwork.Read("resources: [{ id: crown-courtrooms, servers: 20, week: [1, 1, 1, 1, 1, 0, 0] }]\narrivals: { season: [2, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1] }");
        SimulatedRuns runs = Simulation.Run(model, new() { Runs = 1, Years = 4, WarmUpYears = 0, PeriodsPerYear = 12 }).Value;
        double came = 0, inside = 0;
        for (int p = 0; p < 48; p++) came += runs.At(SimulatedFigure.Entries, 0, 0, p);
        for (int s = 0; s < 10; s++) inside += runs.At(SimulatedFigure.AtEnd, 0, s, 47);
        inside.ShouldBeLessThan(came);
        runs.At(SimulatedFigure.Entries, 0, 0, 6).ShouldBeLessThan(runs.At(SimulatedFigure.Entries, 0, 0, 5) / 2);
        // A line that outgrows its servers holds most of those inside.
        runs.At(SimulatedFigure.AtEnd, 0, 3, 47).ShouldBeGreaterThan(runs.At(SimulatedFigure.AtEnd, 0, 3, 11) + 1000);
    }

    // Poisson streams through stages with room for all: the number in a stage is Poisson, whatever its times.
    [Fact]
    public void The_variance_of_a_stock_without_a_line_is_its_mean()
    {
        SimulatedRuns runs = Simulation.Run(JusticeNetwork.Baseline, new() { Runs = 30, Years = 20, Seed = 7, PeriodsPerYear = 4, OwnPasts = true }).Value;
        int[] custody = [5, 6, 8];
        double[] stock = [.. from run in Enumerable.Range(0, 30) from p in Enumerable.Range(0, 80) select custody.Sum(s => runs.At(SimulatedFigure.AtEnd, run, s, p))];
        double mean = stock.Average(), variance = stock.Sum(v => (v - mean) * (v - mean)) / (stock.Length - 1);
        (variance / mean).ShouldBe(1, 0.1);
    }

    [Theory]
    [InlineData("{ stage: crown, probability: 0.9 }", "over 1")]
    [InlineData("{ stage: crwon, probability: 0.1 }", "is not a stage")]
    public void Routes_that_cannot_be_are_refused(string route, string says) => Refused($"stages: [{{ id: magistrates, to: [{route}] }}]", says);

    [Theory]
    [InlineData("resources: [{ id: crown-courtrooms, servers: 0 }]", "'resources[2].servers' must be 1 or more")]
    [InlineData("stages: [{ id: crown, days: { exponential: -3 } }]", "must not be negative")]
    [InlineData("stages: [{ id: tribunal, to: [{ stage: leaves, probability: 1 }] }]", "nothing leads to")]
    [InlineData("stages: [{ id: licence, to: [{ stage: recall, probability: 0.6 }, { stage: will-return, probability: 0.4 }] }, { id: will-return, to: [{ stage: licence, probability: 1 }, { stage: investigation, probability: 0 }] }]", "leads nobody out")]
    [InlineData("resources: [{ id: x, servers: 2, stages: [{ stage: crown, priority: 9 }] }]", "priorities 0 to 3")]
    [InlineData("arrivals: { season: [1, 2] }", "twelve numbers")]
    public void Models_that_cannot_run_are_refused(string over, string says) => Refused(over, says);

    private static void Refused(string over, string says)
    {
        string text = File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "models", "justice-network.yaml"));
        SystemModelFile.Read(text, over, "model.yaml", new Dictionary<string, double>()).Refused(out Refusal? why, out _).ShouldBeTrue();
        string.Join('\n', why!.Says, string.Join('\n', why.Details)).ShouldContain(says);
    }
}
