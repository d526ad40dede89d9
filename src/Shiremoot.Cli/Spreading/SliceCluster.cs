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

    /// <summary>The cluster of a build.</summary>
    public static string NameOf(string build) => "shiremoot " + build;

    /// <summary>A scheduler that hands over slices and, once started, runs them. Makes Quartz's tables where they are not there.</summary>
    /// <param name="store">The team's store.</param>
    /// <param name="worker">Its name among the workers.</param>
    /// <param name="atOnce">Slices it runs at once.</param>
    /// <param name="desk">What its jobs need; null for one that only hands over.</param>
    /// <param name="pace">How often it says that it lives, and looks for work.</param>
    public static async Task<IScheduler> Join(TeamStore store, string worker, int atOnce, SliceDesk? desk, WorkPace pace)
    {
        QuartzSchedulerBuilder builder = QuartzSchedulerBuilder.Create(quartz =>
        {
            if (desk is not null) quartz.Services.AddSingleton(desk);
            quartz.ConfigureScheduler(o =>
            {
                o.InstanceName = NameOf(EngineBuild.Name);
                o.InstanceId = worker;
                o.IdleWaitTime = pace.Idle;
            });
            quartz.UseDefaultThreadPool(atOnce);
            quartz.UseDefaultRetryPolicy(RetryPolicy.Fixed(SpreadTables.MostAttempts, pace.Again));
            quartz.UsePersistentStore(tables =>
            {
                tables.UsePostgres(source => source.DataSourceFactory = _ => store.Source);
                tables.ProvisionSchema();
                tables.UseClustering(o =>
                {
                    o.CheckinInterval = pace.CheckIn;
                    o.CheckinMisfireThreshold = pace.Grace;
                });
                tables.ConfigureStore(o =>
                {
                    o.TablePrefix = TablePrefix;
                    o.StoreJobDataAsStrings = true;
                    o.AcceptEnlistedTransactions = true;
                    o.DbRetryInterval = pace.StoreAway;
                });
            });
        });
        // Tables are made by one program at a time.
        using IWriteSession turn = store.BeginWrite();
        return await builder.BuildScheduler();
    }
}
