using System.Data.Common;
using Quartz;
using Shiremoot.Cli.Verbs;
using Shiremoot.Futures;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Cli.Spreading;

/// <summary>Has the runs of an arm made by a team's workers: handed over in slices, waited for, put together. They are those of one process, to the byte.</summary>
sealed class TeamRuns
{
    /// <summary>Runs in a slice, where nobody says how many slices.</summary>
    public const int RunsPerSlice = 20;

    private readonly TeamStore store;
    private readonly IScheduler scheduler;
    private readonly SpreadAsked asked;
    private readonly WorkPace pace;

    private TeamRuns(TeamStore store, IScheduler scheduler, SpreadAsked asked, WorkPace pace) => (this.store, this.scheduler, this.asked, this.pace) = (store, scheduler, asked, pace);

    /// <summary>Opens the team's store and does a verb's work, in which runs are taken on by the team's workers.</summary>
    /// <param name="asked">How they are spread.</param>
    /// <param name="json">Whether refusals are told as JSON too.</param>
    /// <param name="work">The work, given what takes the runs of an arm on.</param>
    public static int Do(SpreadAsked asked, bool json, Func<Func<SimulatedArm, Outcome<RunsToCome>>, int> work)
    {
        if (WorkPace.Read().Refused(out Refusal? why, out WorkPace? pace)) return Door.Refuse(why, json);
        if (Shire.SpreadStore(asked.Store, TimeProvider.System).Refused(out why, out TeamStore? store)) return Door.Refuse(why, json);
        using (store)
            return WorkVerb.InStore(store, json, async () =>
            {
                IScheduler scheduler = await SliceCluster.Join(store, WorkVerb.NameOfThis(), 1, null, pace);
                try
                {
                    return work(new TeamRuns(store, scheduler, asked, pace).TakeOn);
                }
                finally
                {
                    await scheduler.Shutdown(waitForJobsToComplete: false);
                }
            });
    }

    private Outcome<RunsToCome> TakeOn(SimulatedArm arm)
    {
        int runs = arm.Asked.Runs;
        if (SpreadSimulation.Of(arm, Math.Min(asked.Slices ?? ((runs + RunsPerSlice - 1) / RunsPerSlice), runs)).Refused(out Refusal? why, out SpreadSimulation? simulation)) return why;
        int before = HandOver.Of(simulation, store, scheduler, TimeProvider.System).GetAwaiter().GetResult();
        string id = simulation.Id(EngineBuild.Name), name = $"Simulation {id[..8]} ({arm.Scenario?.Id ?? arm.Name})";
        if (before == 0) Console.Error.WriteLine($"{name} is handed over: runs {runs:N0}, slices {simulation.Slices:N0}.");
        else if (before < simulation.Slices) Console.Error.WriteLine($"{name} is taken up: of {simulation.Slices:N0} slices {before:N0} were finished before.");
        return Outcome.Of<RunsToCome>(progress => Wait(simulation, id, name, progress));
    }

    private Outcome<SimulatedRuns> Wait(SpreadSimulation simulation, string id, string name, Action<int>? progress)
    {
        Awaiting awaiting = new(store, TimeProvider.System, asked.Patience, pace, state => progress?.Invoke((int)((long)simulation.Asked.Runs * state.Finished / state.Slices)), Console.Error.WriteLine);
        if (awaiting.Finished(id).GetAwaiter().GetResult().Refused(out Refusal? why, out SpreadState? ended)) return why;
        Console.Error.WriteLine($"{name} is finished: slices {ended.Slices:N0}, begun {ended.Attempts:N0} times, by {string.Join(", ", ended.Workers.Select(w => $"{w.Worker} ({w.Slices:N0})"))}.");
        using DbConnection connection = store.Source.OpenConnection();
        return SpreadTables.Joined(connection, id, simulation.Slices);
    }
}

/// <summary>How runs are to be spread.</summary>
/// <param name="Store">The address of the team's store; null for SHIREMOOT_STORE.</param>
/// <param name="Slices">In how many slices each arm, one for each run at most; null for one for each <see cref="TeamRuns.RunsPerSlice"/> runs.</param>
/// <param name="Patience">How long to wait for a worker where none is at work, or for a store that does not answer.</param>
sealed record SpreadAsked(string? Store, int? Slices, TimeSpan Patience);
