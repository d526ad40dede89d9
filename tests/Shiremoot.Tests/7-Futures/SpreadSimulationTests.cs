using System.Data.Common;
using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>Slices of a simulation, as bytes and in the store.</summary>
public sealed class SpreadSimulationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly SpreadSimulation Asked = new(JusticeNetwork.Source.Texts, JusticeNetwork.Halved.Text, new() { Runs = 7, Years = 3, WarmUpYears = 1, Worlds = 3, Seed = 4, PeriodsPerYear = 4 }, 3);

    [Fact]
    public void Slices_written_read_and_joined_are_the_whole_to_the_last_bit()
    {
        SpreadSimulation sent = SpreadSimulation.FromJson(Asked.ToJson());
        SimulatedRuns whole = Asked.RunWhole(null).Value;
        SimulatedRuns joined = SimulatedRunsBytes.Join([.. Enumerable.Range(0, 3).Select(s => SimulatedRunsBytes.Read(SimulatedRunsBytes.Write(sent.Run(s).Value))!)]);
        joined.Runs.ShouldBe(7);
        SimulatedRunsBytes.Write(joined).ShouldBe(SimulatedRunsBytes.Write(whole));
        Csv(joined).ShouldBe(Csv(whole));
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
        Code(SpreadSimulation.Of(JusticeNetwork.Source, null, new() { Years = 0 }, 2)).ShouldBe("FUTURES-08");
        Code(SpreadSimulation.Of(JusticeNetwork.Source, null, new() { Runs = 3 }, 4)).ShouldBe("WORK-01");
        Code(SpreadSimulation.Of(JusticeNetwork.Source, "id: x", new(), 4)).ShouldBe("PLACE-04");
        Code(SpreadSimulation.Of(new(["title: none"], "none.yaml", new Dictionary<string, double>(), null), null, new(), 4)).ShouldBe("PLACE-04");
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

    private static string Code<T>(Outcome<T> outcome) => outcome.Refused(out Refusal? why, out _) ? why.Code : "";

    private static byte[] Csv(SimulatedRuns runs)
    {
        using MemoryStream file = new();
        SimulatedRunsFile.WriteCsv(runs, 0, file);
        return file.ToArray();
    }
}
