using System.Data.Common;
using Dapper;
using Shiremoot.Futures;

namespace Shiremoot.Cli.Spreading;

/// <summary>The workers that said lately that they live, by what Quartz writes of them.</summary>
/// <param name="Own">Workers of this build.</param>
/// <param name="Others">Builds of the other workers, each with how many there are.</param>
sealed record WorkersAtWork(int Own, IReadOnlyList<(string Build, int Workers)> Others)
{
    private sealed record Row(string Cluster, long LastTicks, long IntervalMilliseconds);

    /// <summary>Looks who is at work.</summary>
    /// <param name="connection">To the team's store.</param>
    /// <param name="now">The time.</param>
    /// <param name="grace">How long past its time a worker may be silent.</param>
    public static WorkersAtWork Of(DbConnection connection, DateTimeOffset now, TimeSpan grace)
    {
        // The check-in of one that died stays until another of its build comes.
        string[] clusters = [.. connection.Query<Row>($"SELECT sched_name AS Cluster, last_checkin_time AS LastTicks, checkin_interval AS IntervalMilliseconds FROM {SliceCluster.TablePrefix}scheduler_state")
            .Where(r => new DateTimeOffset(r.LastTicks, TimeSpan.Zero).AddMilliseconds(r.IntervalMilliseconds) + grace > now).Select(r => r.Cluster)];
        string own = SliceCluster.NameOf(EngineBuild.Name), prefix = SliceCluster.NameOf("");
        return new(clusters.Count(c => c == own), [.. clusters.Where(c => c != own && c.StartsWith(prefix, StringComparison.Ordinal)).GroupBy(c => c[prefix.Length..]).Select(g => (g.Key, g.Count()))]);
    }
}
