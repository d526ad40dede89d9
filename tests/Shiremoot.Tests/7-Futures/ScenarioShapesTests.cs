using Shiremoot.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Scenarios of every shape: both arms at once, or from a day made for everyone, give what each gives by itself; and whom it is not for is counted as things are.</summary>
[Trait("kind", "property")]
public sealed class ScenarioShapesTests
{
    private const int Years = 4;
    private static readonly ModelSource place = Shire.FutureModel(Path.Combine(TestData.Root, "places", "north-yorkshire")).Value;

    // In one case people come back to triage, where nothing happens.
    private static readonly ModelSource looping = new([$$"""
        title: Looping
        {{SmallModels.People(0.5)}}
        arrivals: { per_year: 2000 }
        stages:
          - { id: offence, new_offence: true, records: [{ kind: offence }], to: [{ stage: triage, share: 1 }] }
          - { id: triage, to: [{ stage: review, share: 1 }] }
          - { id: review, days: { exponential: 30 }, to: [{ stage: triage, share: 0.6 }, { stage: waiting, share: 0.2 }, { stage: leaves, share: 0.2 }] }
          - { id: waiting, days: { exponential: 100 }, to: [{ stage: offence, share: 1 }] }
        """], "looping.yaml", new Dictionary<string, double>(), null);

    private static SimulationAsked Asked => new() { Runs = 2, Years = Years, WarmUpYears = 4, Worlds = 2, Seed = 23, Threads = 2 };

    [Theory]
    [InlineData("from_year: 2.5\ninstead: [{ of: [charge], to: leaves, share: 0.3 }]")]
    [InlineData("from_year: 0.7\nuntil_year: 1.2\nfade_years: 1.5\nramp_years: 1\ninstead: [{ of: [charge, arrest], to: leaves, share: 0.3 }]")]
    [InlineData("from_year: 1\nprevents: 0.2")]
    [InlineData("model:\n  stages:\n    - id: arrest\n      offers: [{ service: navigators, kind: mentoring, share: 0.5, lasts: { exponential: 100 }, places: 50 }]")]
    [InlineData("model:\n  stages:\n    - id: not-convicted\n      days: { fixed: 3 }")]
    [InlineData("instead: [{ of: [charge], to: talk, share: 0.5 }]\nmodel:\n  stages:\n    - { id: talk, to: [{ stage: charge, share: 0.4 }, { stage: leaves, share: 0.6 }] }")]
    [InlineData("instead: [{ of: [charge], to: talk, share: 0.5 }]\nmodel:\n  stages:\n    - { id: talk, to: [{ stage: charge, share: 1 }] }")]
    [InlineData("instead: [{ of: [charge], to: talk, share: 0.5 }]\nmodel:\n  stages:\n    - { id: talk, to: [{ stage: again, share: 1 }] }\n    - { id: again, to: [{ stage: charge, share: 1 }] }")]
    [InlineData("from_year: 0.5\nwho: { ages: [18, 40] }\ninstead: [{ of: [custody-to-6-months], to: order, share: 0.5 }]\nmodel:\n  stages:\n    - { id: order, after: order-instead, records: [{ kind: tag, lasts: { fixed: 90 } }], to: [{ stage: at-risk, share: 1 }] }")]
    [InlineData("from_year: 1\nwho: { sex: male }\nmodel:\n  stages:\n    - id: community-order\n      records: [{ kind: sentence, disposal: community-order }, { kind: tag, share: 0.5, lasts: { exponential: 55 } }]")]
    public void In_a_place(string lines) => AtOnceOrApart(place, lines);

    [Theory]
    [InlineData("who: { sex: female }\nmodel:\n  stages:\n    - id: triage\n      days: { fixed: 10 }")]
    [InlineData("who: { sex: female }\nmodel:\n  stages:\n    - id: triage\n      records: [{ kind: tag, lasts: { fixed: 10 } }]")]
    [InlineData("who: { sex: female }\nfrom_year: 1\ninstead: [{ of: [waiting], to: triage, share: 0.5 }]")]
    [InlineData("who: { sex: female }\nfrom_year: 1\ninstead: [{ of: [review], to: talk, share: 0.5 }]\nmodel:\n  stages:\n    - { id: talk, to: [{ stage: waiting, share: 0.5 }, { stage: leaves, share: 0.5 }] }")]
    public void Where_a_case_comes_back_to_a_stage(string lines) => AtOnceOrApart(looping, lines);

    [Fact]
    public void Who_is_turned_to_a_stage_that_leads_back_has_had_their_turn()
    {
        // Half go by the talk, and four in ten of them are charged after all: charges fall by three in ten, not more.
        Scenario talk = Made("instead: [{ of: [charge], to: talk, share: 0.5 }]\nmodel:\n  stages:\n    - { id: talk, to: [{ stage: charge, share: 0.4 }, { stage: at-risk, share: 0.6 }] }");
        (SimulatedRuns before, SimulatedRuns with) = Simulation.RunBoth(place, talk, Asked with { Runs = 6, Years = 1 }).Value;
        double Charges(SimulatedRuns runs) => Enumerable.Range(0, 6).Sum(g => runs.Sums(SimulatedFigure.Entries, runs.Row(runs.Stages.ToList().IndexOf("charge"), g), 0, 1).Sum());
        (Charges(with) / Charges(before)).ShouldBe(0.7, 0.03);

        Scenario round = Made("instead: [{ of: [charge], to: talk, share: 1 }]\nmodel:\n  stages:\n    - { id: talk, to: [{ stage: again, share: 1 }] }\n    - { id: again, to: [{ stage: charge, share: 1 }] }");
        Simulation.RunBoth(place, round, Asked).Refused(out Shiremoot.Terms.Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("FUTURES-20");
    }

    [Theory]
    [InlineData("who: { sex: female }\nmodel:\n  stages:\n    - id: licence\n      days: { exponential: 200 }")]
    [InlineData("model:\n  stages:\n    - id: licence\n      offers: [{ service: mentoring, kind: mentoring, share: 0.5, lasts: { exponential: 100 } }]")]
    public void Where_people_are_alike_what_tells_them_apart_is_refused(string lines)
    {
        Simulation.RunBoth(JusticeNetwork.Source, Made(lines), Asked).Refused(out Shiremoot.Terms.Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("FUTURES-21");
    }

    [Fact]
    public void What_is_recorded_otherwise_is_so_of_those_it_is_for_and_from_its_day_on()
    {
        Scenario scenario = Made("from_year: 2\nwho: { sex: female }\nmodel:\n  stages:\n    - id: first-hearing\n      records: [{ kind: first-hearing }, { kind: remand, share: 0.9, lasts: { exponential: 55 } }]");
        (SimulatedRuns before, SimulatedRuns with) = Simulation.RunBoth(place, scenario, Asked).Value;
        int row = before.Stages.Count + before.Services.Count + before.Spans.ToList().IndexOf("remand");
        with.Spans.ShouldBe(before.Spans);
        for (int year = 0; year < Years; year++)
        {
            double Remanded(SimulatedRuns runs, params int[] groups) => groups.Sum(g => runs.Sums(SimulatedFigure.Entries, runs.Row(row, g), year, year + 1).Sum());
            Remanded(with, 0, 1, 2).ShouldBe(Remanded(before, 0, 1, 2));
            // Nine in a hundred women and girls were remanded, ninety are.
            if (year < 2) Remanded(with, 3, 4, 5).ShouldBe(Remanded(before, 3, 4, 5));
            else (Remanded(with, 3, 4, 5) / Remanded(before, 3, 4, 5)).ShouldBe(10, 2);
        }
    }

    [Fact]
    public void What_lasts_is_counted_where_nothing_else_happens()
    {
        SimulatedRuns with = Simulation.Run(place, Made("instead: [{ of: [charge], to: tagged, share: 1 }]\nmodel:\n  stages:\n    - { id: tagged, records: [{ kind: tag, lasts: { fixed: 100 } }], to: [{ stage: at-risk, share: 1 }] }"), Asked).Value;
        double[] tagged = with.Sums(SimulatedFigure.Entries, with.Row(with.Stages.ToList().IndexOf("tagged"), 1), 1, Years);
        tagged[0].ShouldBeGreaterThan(0);
        with.Sums(SimulatedFigure.Entries, with.Row(with.Stages.Count + with.Services.Count + with.Spans.ToList().IndexOf("tag"), 1), 1, Years).ShouldBe(tagged);
    }

    [Fact]
    public void Wound_down_before_all_were_reached_it_reaches_nobody_new()
    {
        ModelSource source = new(["""
            title: Coming in
            entry: { stage: seen }
            arrivals: { per_year: 40000 }
            stages: [{ id: seen, days: { fixed: 1 }, to: [{ stage: leaves, share: 1 }] }]
            """], "seen.yaml", new Dictionary<string, double>(), null);
        // It grows by a tenth a year for three years, and from 0.3 falls to nothing in four.
        double[] reached = [0.05, 0.15, 0.25, 0.2625, 0.1875, 0.1125, 0.0375, 0];
        (SimulatedRuns before, SimulatedRuns with) = Simulation.RunBoth(source, Made("ramp_years: 10\nuntil_year: 3\nfade_years: 4\nprevents: 1"), Asked with { Years = reached.Length, WarmUpYears = 1 }).Value;
        for (int year = 0; year < reached.Length; year++)
            (1 - (with.At(SimulatedFigure.Entries, 0, 0, year) / before.At(SimulatedFigure.Entries, 0, 0, year))).ShouldBe(reached[year], 0.012, $"year {year + 1}");
    }

    private static Scenario Made(string lines) => ScenarioFile.ReadText($"id: made\ntitle: Made\nsays: Made for this test.\nsource: made for this test\n{lines}\n", "made.yaml").Value;

    private static void AtOnceOrApart(ModelSource source, string lines)
    {
        SystemModel today = source.Today().Value;
        Scenario scenario = Made(lines);
        SimulatedRuns before = Simulation.Run(today, Asked).Value, with = Simulation.Run(source, scenario, Asked).Value;
        StartingPoint everyone = Simulation.StartOf(today, Asked with { Threads = 1 }).Value!;
        foreach (StartingPoint? start in (StartingPoint?[])[null, everyone])
        {
            (SimulatedRuns besides, SimulatedRuns withBesides) = Simulation.RunBoth(source, scenario, Asked, start: start).Value;
            Same(before, besides);
            Same(with, withBesides);
        }
    }

    private static void Same(SimulatedRuns these, SimulatedRuns those)
    {
        foreach (SimulatedFigure figure in (SimulatedFigure[])[SimulatedFigure.Entries, SimulatedFigure.Days, SimulatedFigure.AtEnd])
            for (int run = 0; run < these.Runs; run++)
                for (int row = 0; row < these.RowsPerGroup * these.Groups.Count; row++)
                    for (int p = 0; p < these.PeriodDays.Count; p++)
                        if (these.At(figure, run, row, p) != those.At(figure, run, row, p)) Assert.Fail($"{figure} of run {run}, row {row}, period {p}: {these.At(figure, run, row, p)} and {those.At(figure, run, row, p)}");
    }
}
