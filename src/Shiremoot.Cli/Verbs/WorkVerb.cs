using System.CommandLine;
using System.Data.Common;
using System.Runtime.InteropServices;
using Quartz;
using Shiremoot.Cli.Spreading;
using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Verbs;

/// <summary>work: a worker that runs the slices of simulations handed over in a team's PostgreSQL, until it is told to stop.</summary>
static class WorkVerb
{
    public static Command Make()
    {
        Option<string?> store = StoreOption();
        Option<int> threads = new("--threads") { Description = "Slices at once (default: one for each processor)", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<bool> once = new("--once") { Description = "End when nothing is left to do, instead of waiting for more" };
        Option<bool> json = Door.JsonOption();
        Command verb = new("work", "Take jobs from a team's PostgreSQL: run slices of simulations that were handed over with 'simulate --spread'") { store, threads, once, json };
        verb.SetAction(args =>
        {
            bool asJson = args.GetValue(json);
            if (args.GetValue(threads) < 1) return Door.Refuse(Cli.Refusals.LeastIsOne("--threads", args.GetValue(threads)), asJson);
            if (WorkPace.Read().Refused(out Refusal? why, out WorkPace? pace)) return Door.Refuse(why, asJson);
            if (Shire.SpreadStore(args.GetValue(store), TimeProvider.System).Refused(out why, out TeamStore? team)) return Door.Refuse(why, asJson);
            using (team) return InStore(team, asJson, () => Work(team, args.GetValue(threads), pace, args.GetValue(once), asJson));
        });
        return verb;
    }

    private static Option<string?> StoreOption() => new("--store") { Description = "The team's PostgreSQL: postgresql://user@host/database (default: SHIREMOOT_STORE)" };

    /// <summary>A name for this program among the workers.</summary>
    public static string NameOfThis() => $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("n")[..4]}";

    /// <summary>Does work in a team's store; where that stops answering for good, the reason is told.</summary>
    public static int InStore(TeamStore team, bool json, Func<Task<int>> work)
    {
        try
        {
            return work().GetAwaiter().GetResult();
        }
        catch (Exception wrong) when (wrong is DbException or SchedulerException && TeamStore.IsAway(wrong))
        {
            return Door.Refuse(Spreading.Refusals.StoreAway(team.ShownAs, wrong.Message), json);
        }
    }

    private static async Task<int> Work(TeamStore team, int threads, WorkPace pace, bool once, bool json)
    {
        using CancellationTokenSource stop = new();
        void Stop(PosixSignalContext signal)
        {
            if (stop.IsCancellationRequested) return; // asked twice: at once
            signal.Cancel = true;
            Console.Error.WriteLine("Stopping: slices in hand are finished first. Ask again to stop at once; another worker then runs them.");
            stop.Cancel();
        }
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        SliceDesk desk = new(team, NameOfThis(), TimeProvider.System, pace, Console.Error.WriteLine);
        IScheduler scheduler = await SliceCluster.Join(team, desk.Worker, threads, desk, pace);
        await scheduler.Start();
        Console.Error.WriteLine($"Worker {desk.Worker} of build {EngineBuild.Name} is at work on {team.ShownAs}, {threads} slice{(threads == 1 ? "" : "s")} at once.");
        IReadOnlyList<(string Build, int Slices)> left = [];
        try
        {
            do
            {
                await Task.Delay(pace.Left, TimeProvider.System, stop.Token);
                left = await desk.Ask(SpreadTables.Waiting, stop.Token);
            }
            while (!once || left.Any(w => w.Build == EngineBuild.Name));
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
        await scheduler.Shutdown(waitForJobsToComplete: true);
        foreach ((string build, int slices) in left.Where(w => w.Build != EngineBuild.Name)) Console.Error.WriteLine($"{slices} slices wait for workers of another build: {build}.");
        (int finished, int twice, int failed) = desk.Done;
        Console.Error.WriteLine($"{finished} slices finished{(twice > 0 ? $", {twice} of them had been finished already and are counted once" : "")}{(failed > 0 ? $"; {failed} went wrong" : "")}.");
        if (json) Door.Print(new { worker = desk.Worker, build = EngineBuild.Name, store = team.ShownAs, finished, twice, failed });
        return Door.Done;
    }
}
