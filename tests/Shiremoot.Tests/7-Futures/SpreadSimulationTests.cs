using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Slices of a simulation, as bytes and in the store.</summary>
public sealed class SpreadSimulationTests
{
    private static readonly JsonSerializerOptions Loose = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly SimulatedArm Arm = new(JusticeNetwork.Source, JusticeNetwork.Halved, new() { Runs = 5, Years = 3, WarmUpYears = 0, Worlds = 3, Seed = 4, PeriodsPerYear = 4 });
    private static readonly SpreadSimulation Asked = SpreadSimulation.Of(Arm, 3).Value;

    [Fact]
    public void Slices_written_read_and_joined_are_the_whole_to_the_last_bit()
    {
        SimulatedRuns whole = Arm.Run(null).Value;
        SimulatedRuns joined = InSlices(Arm).Value;
        joined.Runs.ShouldBe(5);
        SimulatedRunsBytes.Write(joined).ShouldBe(SimulatedRunsBytes.Write(whole));
        Csv(joined).ShouldBe(Csv(whole));
    }

    [Fact]
    public void A_place_answers_the_same_whoever_makes_the_runs_whatever_the_reader_set_and_whomever_it_is_for()
    {
        using TestStore store = new(TestStore.Sqlite), another = new(TestStore.Sqlite);
        string place = Path.Combine(TestData.Root, "places", "northumbria");
        using Shire one = Shire.Open(place, new ShireOptions { Store = store.Address }).Value, other = Shire.Open(place, new ShireOptions { Store = another.Address }).Value;
        int arms = 0;
        Outcome<RunsToCome> Slices(SimulatedArm arm)
        {
            arms++;
            return Outcome.Of<RunsToCome>(_ => InSlices(arm));
        }
        WhatIf question = new(one.FindScenario("women-community-sentences").Value, new() { Runs = 3, Years = 1, WarmUpYears = 1, Worlds = 2 }) { Set = new Dictionary<string, double> { ["instead"] = 0.5 } };
        string here = Json(one.Ask(question));
        Json(other.Ask(question with { By = Slices })).ShouldBe(here);
        arms.ShouldBe(2);
        Json(one.Ask(question with { Set = new Dictionary<string, double>() })).ShouldNotBe(here);
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(1000, 7)]
    [InlineData(5, 5)]
    public void Every_run_is_in_one_slice(int runs, int slices)
    {
        SpreadSimulation spread = Asked with { Asked = Asked.Asked with { Runs = runs }, Slices = slices };
        Enumerable.Range(0, slices).SelectMany(s => Enumerable.Range(spread.RunsOf(s).From, spread.RunsOf(s).Until - spread.RunsOf(s).From)).ShouldBe(Enumerable.Range(0, runs));
    }

    [Fact]
    public void Bytes_that_are_not_whole_are_not_read()
    {
        byte[] bytes = SimulatedRunsBytes.Write(Asked.Run(0).Value);
        SimulatedRunsBytes.Read(bytes).ShouldNotBeNull();
        SimulatedRunsBytes.Read(bytes[..^1]).ShouldBeNull();
        bytes[bytes.Length / 2] ^= 1;
        SimulatedRunsBytes.Read(bytes).ShouldBeNull();
        SimulatedRunsBytes.Read([]).ShouldBeNull();
    }

    [Fact]
    public void The_same_question_has_the_same_name_whatever_the_threads_and_another_has_another()
    {
        Asked.Id("b").ShouldBe((Asked with { Asked = Asked.Asked with { Threads = 99 } }).Id("b"));
        string[] others = [Asked.Id("c"), (Asked with { Slices = 2 }).Id("b"), (Asked with { Scenario = null }).Id("b"), (Asked with { Asked = Asked.Asked with { Seed = 5 } }).Id("b")];
        others.Append(Asked.Id("b")).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void What_no_worker_could_run_is_refused_before_it_is_handed_over()
    {
        Code(new(JusticeNetwork.Source, null, new() { Years = 0 }), 2).ShouldBe("FUTURES-08");
        Code(new(JusticeNetwork.Source, null, new() { Runs = 3 }), 4).ShouldBe("WORK-01");
        Code(new(JusticeNetwork.Source, null, new() { Runs = 3 }), 0).ShouldBe("WORK-01");
        Code(new(JusticeNetwork.Source, ScenarioFile.ReadText("{ id: x, title: x, source: x, instead: [{ of: [nowhere], to: leaves, share: 0.5 }] }", "x.yaml").Value, new()), 4).ShouldBe("PLACE-04");
        Code(new(new(["title: none"], "none.yaml", new Dictionary<string, double>(), null), null, new()), 4).ShouldBe("PLACE-04");
    }

    [PostgresFact]
    public void A_slice_finished_twice_is_counted_once_and_two_that_differ_are_told()
    {
        using TeamDatabase team = new();
        using TeamStore store = Shire.SpreadStore(team.Address, TimeProvider.System).Value;
        using DbConnection connection = Put(store, out string id);
        SpreadTables.Begin(connection, id, 0, "a", Now).ShouldBe(SliceBegun.Begun);
        byte[] figures = SimulatedRunsBytes.Write(Asked.Run(0).Value);
        SpreadTables.Finish(connection, id, 0, "a", figures, TimeSpan.Zero, Now).ShouldBeTrue();
        SpreadTables.Finish(connection, id, 0, "b", figures, TimeSpan.Zero, Now).ShouldBeFalse();
        SpreadTables.Begin(connection, id, 0, "b", Now).ShouldBe(SliceBegun.NotWanted);
        SpreadState state = SpreadTables.State(connection, id)!;
        (state.Finished, state.Workers.Single(), state.Refused).ShouldBe((1, ("a", 1), null));
        SpreadTables.Unfinished(connection, id, 3).ShouldBe([1, 2]);
        SpreadTables.Joined(connection, id, 3).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("WORK-04");
        SpreadTables.Finish(connection, id, 0, "c", [1, 2, 3], TimeSpan.Zero, Now);
        SpreadTables.State(connection, id)!.Refused!.Code.ShouldBe("WORK-03");
        SpreadTables.Begin(connection, id, 1, "a", Now).ShouldBe(SliceBegun.NotWanted);
    }

    [PostgresFact]
    public void A_slice_whose_workers_die_three_times_is_given_up_and_asking_again_tries_it_anew()
    {
        using TeamDatabase team = new();
        using TeamStore store = Shire.SpreadStore(team.Address, TimeProvider.System).Value;
        using DbConnection connection = Put(store, out string id);
        for (int i = 0; i < SpreadTables.MostAttempts; i++) SpreadTables.Begin(connection, id, 1, $"worker {i}", Now.AddMinutes(i)).ShouldBe(SliceBegun.Begun);
        SpreadTables.Begin(connection, id, 1, "worker 3", Now.AddHours(1)).ShouldBe(SliceBegun.TooOften);
        Refusal why = SpreadTables.State(connection, id)!.Refused!;
        why.Code.ShouldBe("WORK-02");
        why.Details.Count.ShouldBe(3);
        why.Details[1].ShouldBe("worker 1, begun 2026-03-02T09:01:00: it ended without a word; the worker was stopped or died");
        using (Put(store, out _)) SpreadTables.State(connection, id)!.ShouldBe(new(3, 0, 0, [], null), "asked again");
        SpreadTables.Begin(connection, id, 1, "worker 3", Now).ShouldBe(SliceBegun.Begun);
    }

    [PostgresFact]
    public void What_nobody_asks_for_any_more_is_removed_after_a_fortnight()
    {
        using TeamDatabase team = new();
        using TeamStore store = Shire.SpreadStore(team.Address, TimeProvider.System).Value;
        using DbConnection connection = Put(store, out string id);
        using (IWriteSession session = store.BeginWrite())
        {
            SpreadTables.Put(session.Transaction, Asked with { Slices = 2 }, "b", Now.AddDays(SpreadTables.DaysKept)).ShouldBeTrue();
            session.Commit();
        }
        SpreadTables.State(connection, id).ShouldNotBeNull();
        using (IWriteSession session = store.BeginWrite())
        {
            SpreadTables.Put(session.Transaction, Asked with { Slices = 2 }, "b", Now.AddDays(SpreadTables.DaysKept + 1)).ShouldBeFalse();
            session.Commit();
        }
        SpreadTables.State(connection, id).ShouldBeNull();
    }

    private static DbConnection Put(TeamStore store, out string id)
    {
        using IWriteSession session = store.BeginWrite();
        SpreadTables.Put(session.Transaction, Asked, "b", Now).ShouldBeTrue();
        session.Commit();
        id = Asked.Id("b");
        return store.Source.OpenConnection();
    }

    // As workers do it, without the store between them.
    private static Outcome<SimulatedRuns> InSlices(SimulatedArm arm)
    {
        SpreadSimulation sent = SpreadSimulation.FromJson(SpreadSimulation.Of(arm, 3).Value.ToJson());
        return SimulatedRunsBytes.Join([.. Enumerable.Range(0, sent.Slices).Select(s => SimulatedRunsBytes.Read(SimulatedRunsBytes.Write(sent.Run(s).Value))!)]);
    }

    private static string Json(Outcome<FutureAnswer> answer) => JsonSerializer.Serialize(FutureJson.Of(answer.Value), Loose);

    private static string Code(SimulatedArm arm, int slices) => SpreadSimulation.Of(arm, slices).Refused(out Refusal? why, out _) ? why.Code : "";

    private static byte[] Csv(SimulatedRuns runs)
    {
        using MemoryStream file = new();
        SimulatedRunsFile.WriteCsv([("arm", runs)], file);
        return file.ToArray();
    }
}
