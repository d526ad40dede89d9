using System.Diagnostics;
using System.Security.Cryptography;
using Shiremoot.Tests.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>A simulation spread over worker processes, one of which dies: real programs, a real PostgreSQL.</summary>
[Trait("kind", "store")]
public sealed class KilledWorkerTests : IDisposable
{
    private const int Slices = 6, Arms = 2;
    private const string InHand = "FROM shiremoot_work.simulation_attempt a WHERE NOT EXISTS (SELECT 1 FROM shiremoot_work.simulation_slice f WHERE f.simulation = a.simulation AND f.slice = a.slice)";
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-killed-").FullName;

    [PostgresFact]
    public void With_a_worker_killed_midway_three_give_the_answer_of_one_process_to_the_byte_and_count_each_slice_once()
    {
        using TeamDatabase team = new();
        string scenario = Path.Combine(folder, "halved.yaml"), flows = Path.Combine(folder, "flows.csv"), figures = Path.Combine(folder, "figures.csv");
        File.WriteAllText(scenario, JusticeNetwork.Halved.Text);
        string[] asked =
        [
            "simulate", Path.Combine(TestData.Root, "vocabulary", "models", "justice-network.yaml"), "--scenario", scenario,
            "--runs", "18", "--worlds", "3", "--years", "2", "--warm-up", "1", "--seed", "11", "--out", flows, "--figures", figures, "--json",
        ];
        Ended one = CommandLine.Run(asked);
        one.Code.ShouldBe(0, one.Errors);
        (byte[] Flows, byte[] Figures) alone = (File.ReadAllBytes(flows), File.ReadAllBytes(figures));
        one.Json.GetProperty("figures").GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(alone.Figures)));
        one.Json.GetProperty("figures").GetProperty("rows").GetInt64().ShouldBe(File.ReadLines(figures).Count() - 1);
        File.Delete(flows);
        File.Delete(figures);

        using RunningCommand victim = Worker(team);
        string name = victim.Says("is at work on").Split(' ')[1];
        using RunningCommand second = Worker(team), third = Worker(team);
        Task<Ended> asker = Task.Run(() => CommandLine.Run([.. asked, "--spread", "--slices", $"{Slices}", "--store", team.Address]));
        victim.Says(", slice ");
        string open = KillAtWork(team, victim, name);

        Ended ended = asker.Result;
        ended.Code.ShouldBe(0, ended.Errors);
        ended.Output.ShouldBe(one.Output);
        File.ReadAllBytes(flows).ShouldBe(alone.Flows);
        File.ReadAllBytes(figures).ShouldBe(alone.Figures);
        team.Ask<long>("SELECT count(*) FROM shiremoot_work.simulation_slice").ShouldBe(Arms * Slices);
        team.Ask<long>("SELECT count(DISTINCT (simulation, slice)) FROM shiremoot_work.simulation_slice").ShouldBe(Arms * Slices);
        // What it had finished counts; the slice in its hands was begun again by another.
        team.Ask<long>("SELECT count(*) FROM shiremoot_work.simulation_slice WHERE worker = @name", new { name }).ShouldBeGreaterThan(0);
        team.Ask<long>("SELECT count(*) FROM shiremoot_work.simulation_attempt WHERE simulation || '/' || slice = @open", new { open }).ShouldBeGreaterThan(1);
        team.Ask<bool>("SELECT worker <> @name FROM shiremoot_work.simulation_slice WHERE simulation || '/' || slice = @open", new { open, name }).ShouldBeTrue();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static RunningCommand Worker(TeamDatabase team) => new("work", "--threads", "1", "--store", team.Address);

    // It must have a slice in hand, and is held while that is looked at, lest it finish first.
    private static string KillAtWork(TeamDatabase team, RunningCommand victim, string name)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (true)
        {
            victim.Hold();
            if (team.Ask<string?>($"SELECT max(simulation || '/' || slice) {InHand} AND worker = @name", new { name }) is { } open)
            {
                victim.Kill();
                return open;
            }
            victim.GoOn();
            watch.Elapsed.TotalSeconds.ShouldBeLessThan(60);
        }
    }
}
