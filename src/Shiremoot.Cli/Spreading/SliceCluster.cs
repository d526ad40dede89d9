using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Shiremoot.Futures;
using Shiremoot.Storage;

namespace Shiremoot.Cli.Spreading;

/// <summary>
/// Quartz over a team's PostgreSQL: what hands slices to workers, sees that a worker has died, and hands its slices to another. Workers of another build
/// are another cluster in the same tables, so that they never take these slices. Why: docs/decisions/distributed-runs.md.
/// </summary>
static class SliceCluster
{
    /// <summary>Before the names of Quartz's tables.</summary>
    public const string TablePrefix = "qrtz_";

    /// <summary>How often a worker says that it lives, and how long past that the others wait for it. One that is only slow is taken for dead: its slice is run twice and counted once.</summary>
    public static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2), Grace = TimeSpan.FromSeconds(4);

    /// <summary>The cluster of a build.</summary>
    public static string NameOf(string build) => "shiremoot " + build;

    /// <summary>A scheduler that hands over slices and, once started, runs them. Makes Quartz's tables where they are not there.</summary>
    /// <param name="store">The team's store.</param>
    /// <param name="worker">Its name among the workers.</param>
    /// <param name="atOnce">Slices it runs at once.</param>
    /// <param name="desk">What its jobs need; null for one that only hands over.</param>
    public static async Task<IScheduler> Join(TeamStore store, string worker, int atOnce, SliceDesk? desk)
    {
        QuartzSchedulerBuilder builder = QuartzSchedulerBuilder.Create(quartz =>
        {
            if (desk is not null) quartz.Services.AddSingleton(desk);
            quartz.ConfigureScheduler(o =>
            {
                o.InstanceName = NameOf(EngineBuild.Name);
                o.InstanceId = worker;
                o.IdleWaitTime = TimeSpan.FromSeconds(1); // other programs hand over, and nobody tells this one
            });
            quartz.UseDefaultThreadPool(atOnce);
            quartz.UsePersistentStore(tables =>
            {
                tables.UsePostgres(source => source.DataSourceFactory = _ => store.Source);
                tables.ProvisionSchema();
                tables.UseClustering(o =>
                {
                    o.CheckinInterval = CheckIn;
                    o.CheckinMisfireThreshold = Grace;
                });
                tables.ConfigureStore(o =>
                {
                    o.TablePrefix = TablePrefix;
                    o.StoreJobDataAsStrings = true;
                    o.AcceptEnlistedTransactions = true;
                    o.DbRetryInterval = TimeSpan.FromSeconds(3);
                });
            });
        });
        // Tables are made by one program at a time.
        using IWriteSession turn = store.BeginWrite();
        return await builder.BuildScheduler();
    }
}
