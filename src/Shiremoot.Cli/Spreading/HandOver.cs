using System.Data.Common;
using System.Globalization;
using Quartz;
using Shiremoot.Futures;
using Shiremoot.Storage;

namespace Shiremoot.Cli.Spreading;

/// <summary>Hands a simulation over to a team's workers: its row and a job for each of its slices, in one transaction, all or nothing.</summary>
static class HandOver
{
    /// <summary>Hands over what is not handed over yet.</summary>
    /// <returns>Slices that were finished before.</returns>
    public static async Task<int> Of(SpreadSimulation simulation, TeamStore store, IScheduler scheduler, TimeProvider clock)
    {
        string id = simulation.Id(EngineBuild.Name);
        using IWriteSession turn = store.BeginWrite(); // two who ask the same at once take turns
        bool anew = SpreadTables.Put(turn.Transaction, simulation, EngineBuild.Name, clock.GetUtcNow());
        IReadOnlyList<int> unfinished = SpreadTables.Unfinished(turn.Connection, id, simulation.Slices, turn.Transaction);
        using (scheduler.EnlistTransaction(turn.Transaction))
        {
            Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>> jobs = [];
            foreach (int slice in unfinished)
            {
                JobKey key = new(slice.ToString(CultureInfo.InvariantCulture), id);
                if (!anew && await scheduler.Exists(key)) continue;
                jobs.Add(JobBuilder.Create<SliceJob>().WithIdentity(key).RequestRecovery().Build(), [
                    TriggerBuilder.Create(clock).WithIdentity(key.Name, id).ForJob(key).StartNow()
                        // A slice waits for a free worker as long as it must; that is no missed appointment.
                        .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires)).Build()]);
            }
            if (jobs.Count > 0) await scheduler.ScheduleJobs(jobs, ScheduleJobOptions.Replacing);
            turn.Commit();
        }
        return simulation.Slices - unfinished.Count;
    }
}
