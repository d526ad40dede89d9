using Shiremoot.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Answers about a place: what they add up to, and that asking holds nobody else up.</summary>
[Trait("kind", "property")]
public sealed class FutureAnswerTests : IDisposable
{
    private readonly string store = Directory.CreateTempSubdirectory("answers").FullName;
    private readonly Shire shire;

    public FutureAnswerTests() => shire = Shire.Open(Path.Combine(TestData.Root, "places", "northumbria"), new ShireOptions { Store = Path.Combine(store, "store.db") }).Value;

    private Scenario Women => shire.FindScenario("women-community-sentences").Value;

    public void Dispose()
    {
        shire.Dispose();
        Directory.Delete(store, recursive: true);
    }

    [Fact]
    public void Groups_add_up_to_everyone_and_stages_to_the_measures_they_record()
    {
        FutureAnswer answer = shire.Ask(new(Women, Asked())).Value;
        foreach (string measure in (string[])["arrests", "people-in-custody", "proven"])
        {
            FutureLine all = answer.Lines.Single(l => l.Id == measure);
            IReadOnlyList<FutureLine> groups = answer.ByGroup(measure);
            groups.Sum(g => g.OverAll.Baseline.Mean).ShouldBe(all.OverAll.Baseline.Mean, 1e-6, measure);
            groups.Sum(g => g.OverAll.Difference.Mean).ShouldBe(all.OverAll.Difference.Mean, 1e-6, measure);
        }
        // Only women are followed.
        answer.ByGroup("arrests").Where(g => g.Title is "boys" or "men 18 to 24" or "men 25 and over").ShouldAllBe(g => g.OverAll.Baseline.Mean == 0);
        FutureVisit arrest = answer.Visits.Single(v => v.Id == "arrest");
        FutureLine arrests = answer.Lines.Single(l => l.Id == "arrests");
        (2 * arrest.Baseline).ShouldBe(arrests.OverAll.Baseline.Mean, 1e-6);
        (2 * arrest.Change).ShouldBe(arrests.OverAll.Difference.Mean, 1e-6);
        answer.Visits.Single(v => v.Id == "womens-centre").ShouldSatisfyAllConditions(v => v.Baseline.ShouldBe(0), v => v.With.ShouldBeGreaterThan(0), v => v.IsService.ShouldBeTrue());
    }

    [Fact]
    public void Counted_by_area_or_ethnicity_everyone_is_there_once_and_shares_are_those_of_the_file()
    {
        WhatIf question = new(Women, Asked() with { Runs = 6, WarmUpYears = 10 }) { Everyone = true };
        FutureAnswer all = shire.Ask(question).Value;
        Generation place = Shire.Generating(Path.Combine(TestData.Root, "places", "northumbria"), null).Value;
        foreach (string by in (string[])["area", "ethnicity"])
        {
            FutureAnswer counted = shire.Ask(question with { CountedBy = by }).Value;
            HomeGroups groups = place.Groupings.Single(g => g.By == by);
            counted.BaselineRuns.Groups.ShouldBe([.. groups.Groups.Select(g => g.Name)]);
            foreach (string measure in (string[])["arrests", "custodial-sentences", "people-in-custody", "prison-remand"])
            {
                FutureLine whole = all.Lines.Single(l => l.Id == measure), own = counted.Lines.Single(l => l.Id == measure);
                own.OverAll.Baseline.Mean.ShouldBe(whole.OverAll.Baseline.Mean, 1e-6, $"{measure} by {by}");
                own.OverAll.Difference.Mean.ShouldBe(whole.OverAll.Difference.Mean, 1e-6, $"{measure} by {by}");
                counted.ByGroup(measure).Sum(g => g.OverAll.Difference.Mean).ShouldBe(own.OverAll.Difference.Mean, 1e-6);
            }
            // Those who came in as children are shared out by one set of weights, the others by another: arrests of both lie between.
            IReadOnlyList<FutureLine> arrests = counted.ByGroup("arrests");
            double sum = arrests.Sum(a => a.OverAll.Baseline.Mean), adults = groups.Groups.Sum(g => g.Adults), children = groups.Groups.Sum(g => g.Children);
            foreach ((FutureLine line, HomeGroup group) in arrests.Zip(groups.Groups))
            {
                double low = Math.Min(group.Adults / adults, group.Children / children), high = Math.Max(group.Adults / adults, group.Children / children);
                (line.OverAll.Baseline.Mean / sum).ShouldBeInRange(low - 0.015, high + 0.015, group.Name);
            }
            counted.Money.ShouldBeEmpty();
        }
        shire.Ask(question with { CountedBy = "aera" }).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void What_is_wound_down_turns_fewer_each_year_and_then_nobody()
    {
        Scenario whole = Women with { RampYears = 0 }, wound = whole with { UntilYear = 2, FadeYears = 4 };
        double[] Turned(Scenario scenario) => [.. shire.Ask(new(scenario, Asked() with { Years = 8, Runs = 6 })).Value.Lines.Single(l => l.Id == "custodial-sentences").Difference.Select(d => d.Mean)];
        double[] always = Turned(whole), fading = Turned(wound);
        fading[1].ShouldBe(always[1], 1e-9);
        // Half way through, half are; from the end on nobody is, but those turned before live other lives.
        ((fading[3] + fading[4]) / (always[3] + always[4])).ShouldBe(0.5, 0.2);
        Math.Abs(fading[7]).ShouldBeLessThan(0.25 * Math.Abs(always[7]));
    }

    [Fact]
    public void A_share_set_at_nought_turns_nobody_and_at_one_everybody()
    {
        // Custody of women up to a year, first of one who is arrested in the first days, cannot come to court as fast: within the year all are turned.
        FutureLine Custody(double share) => shire.Ask(new(Women with { RampYears = 0 }, Asked()) { Set = new Dictionary<string, double> { ["instead"] = share } }).Value.Lines.Single(l => l.Id == "women-in-custody");
        double none = Custody(0).OverAll.Difference.Mean, all = Custody(1).OverAll.Difference.Mean;
        double.IsFinite(none).ShouldBeTrue();
        all.ShouldBeLessThan(none - 5);
        FutureAnswer one = shire.Ask(new(Women with { RampYears = 0 }, Asked()) { Set = new Dictionary<string, double> { ["instead"] = 1 } }).Value;
        foreach (string stage in (string[])["custody-to-6-months", "custody-6-to-12-months"])
        {
            FutureVisit visit = one.Visits.Single(v => v.Id == stage);
            // Girls under 18 and those who come to it another way are not turned.
            visit.With.ShouldBeLessThan(0.1 * visit.Baseline, stage);
        }
    }

    // Counted with runs of their own but the same luck, steps come to what the measures of the same events do.
    [Fact]
    public void Who_goes_where_comes_to_what_the_stages_count()
    {
        shire.Ask(new(Women, Asked())).Value.Ways.ShouldBeNull();
        FutureAnswer answer = shire.Ask(new(Women, Asked()) { WayRuns = 2 }).Value;
        FutureWays ways = answer.Ways!;
        double Into(string step, Func<FutureWay, double> value) => ways.Ways.Where(w => w.To.Id == step).Sum(value);
        double Measured(string measure, Func<FutureLine, double> value) => value(answer.Lines.Single(l => l.Id == measure)) / 2;
        Into("out-of-court", w => w.Baseline).ShouldBe(Measured("out-of-court", l => l.OverAll.Baseline.Mean), 1e-6);
        Into("custody-of-a-child", w => w.With).ShouldBe(Measured("custodial-sentences-children", l => l.OverAll.With.Mean), 1e-6);
        Into("recall", w => w.With).ShouldBe(Measured("recalls", l => l.OverAll.With.Mean), 1e-6);
        double turned = Into("short-custody", w => w.Change.Mean);
        turned.ShouldBe(answer.Visits.Where(v => v.Id is "custody-to-6-months" or "custody-6-to-12-months").Sum(v => v.Change), 1e-6);
        turned.ShouldBeLessThan(0);
        // Whoever is turned has an order of the scenario's own: a stage that no file of steps names, found by what it records.
        Into("community-sentence", w => w.Change.Mean).ShouldBeGreaterThan(-0.5 * turned);
        WayPicture.Of(ways).Nodes.Count.ShouldBeInRange(10, 20);
    }

    [Fact]
    public void Runs_that_are_no_longer_wanted_stop()
    {
        using CancellationTokenSource stop = new();
        int told = 0;
        Should.Throw<OperationCanceledException>(() => shire.Ask(new(Women, Asked() with { Runs = 1000, Threads = 1, Stop = stop.Token }), (_, done, _) =>
        {
            told = done;
            stop.Cancel();
        }));
        told.ShouldBe(1);
        // What was begun and given up is made afresh, not kept half done.
        shire.Ask(new(Women, Asked())).Value.Lines.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_asks_for_other_runs_does_not_wait_for_those_being_made()
    {
        using ManualResetEventSlim begun = new(), other = new();
        Task slow = Task.Run(() => shire.Ask(new(Women, Asked() with { Threads = 1 }), (_, _, _) =>
        {
            begun.Set();
            other.Wait(TimeSpan.FromMinutes(2));
        }));
        begun.Wait(TimeSpan.FromMinutes(2)).ShouldBeTrue();
        shire.Ask(new(Women, Asked() with { Seed = 2, Threads = 1 })).IsRefused.ShouldBeFalse();
        slow.IsCompleted.ShouldBeFalse();
        other.Set();
        await slow;
    }

    [Fact]
    public void Published_figures_are_beside_what_the_model_comes_to_and_the_fitted_are_marked()
    {
        FutureAnswer answer = shire.Ask(new(null, Asked() with { WarmUpYears = SimulationAsked.LifeLong, Runs = 4 })).Value;
        IReadOnlyList<FutureFact> facts = shire.FutureFacts(answer, 2).Value;
        FutureFact Fact(string id) => facts.Single(f => f.Target.Id == id);
        double Groups(params string[] groups) => answer.ByGroup("arrests").Where(g => groups.Contains(g.Title)).Sum(g => g.OverAll.Baseline.Mean) / 2;
        Fact("arrests").Simulated!.Value.Mean.ShouldBe(answer.Lines.Single(l => l.Id == "arrests").OverAll.Baseline.Mean / 2, 1e-6);
        Fact("arrests-women").Simulated!.Value.Mean.ShouldBe(Groups("girls", "women 18 to 24", "women 25 and over"), 1e-6);
        Fact("arrests-women-10-to-17").Simulated!.Value.Mean.ShouldBe(Groups("girls"), 1e-6);
        (Fact("arrests").IsFitted, Fact("arrests-women").IsFitted, Fact("arrests-women-21-and-over").IsFitted).ShouldBe((true, true, false));
        // What runs do not tell apart is counted in careers: white arrests are the share that the place's file gives.
        Fact("arrests-white").Simulated.ShouldBeNull();
        Fact("arrests-white").Apart.ShouldBe(0, 0.01);
        // Fitted, so met by careers; and runs of the same rules come to the same, where both count.
        foreach (FutureFact fact in facts.Where(f => f.IsFitted)) ((fact.Lived.Value - fact.Target.Value) / fact.Target.Value).ShouldBe(0, 0.004 + (4 * fact.Lived.StandardError / fact.Target.Value), fact.Target.Id);
        FutureFact[] both = [.. facts.Where(f => f.Simulated is not null)];
        both.Length.ShouldBeGreaterThan(3);
        foreach (FutureFact fact in both.Where(f => !f.Target.Title.Contains("10 to 17", StringComparison.Ordinal) && f.Target.Value > 500))
            fact.Simulated!.Value.Mean.ShouldBe(fact.Lived.Value, 0.02 * fact.Lived.Value, fact.Target.Id);
    }

    // Few and short: two runs of two years, in one world.
    private static SimulationAsked Asked() => new() { Years = 2, WarmUpYears = 4, Runs = 2, Worlds = 1 };
}
