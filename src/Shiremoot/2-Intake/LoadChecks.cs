using Dapper;
using Shiremoot.Intake.Mapping;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Intake;

/// <summary>The checks of a file as a whole, made when its last row has been read and before anything can be seen.</summary>
static class LoadChecks
{
    private const int EarlierFiles = 6;
    private const int LeastToCompare = 100;
    private const int MostReasons = 50;

    /// <summary>Why the file must be refused, or null.</summary>
    public static Refusal? Refuse(IWriteSession session, Feed feed, Delivered file, TableReader reader, RowMapper mapper, bool isApproved)
    {
        if (reader.Stopped is { } stopped) return stopped;
        if (file.Differs(reader)) return Refusals.ChangedWhileRead(file.Name);
        if (mapper.RowsIn < feed.Checks.RowsAtLeast) return Refusals.TooFewRows(file.Name, mapper.RowsIn, feed.Checks.RowsAtLeast);
        if (mapper.RowsIn > feed.Checks.RowsAtMost) return Refusals.TooManyRows(file.Name, mapper.RowsIn, feed.Checks.RowsAtMost.Value);
        if (mapper.Quarantined > feed.Checks.BadShare * mapper.RowsIn)
            return Refusals.TooManyBad(file.Name, mapper.Quarantined, mapper.RowsIn, feed.Checks.BadShare, Reasons(mapper));
        return isApproved ? null : VolumeShock(session, feed, file, mapper.RowsIn);
    }

    /// <summary>How often each reason sent a row to quarantine, the most frequent first; rare ones are put together.</summary>
    public static IReadOnlyList<string> Reasons(RowMapper mapper)
    {
        KeyValuePair<string, long>[] all = [.. mapper.Reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal)];
        IEnumerable<string> shown = all.Take(MostReasons).Select(r => $"{r.Value} × {r.Key}");
        return all.Length <= MostReasons ? [.. shown] : [.. shown, $"{all.Skip(MostReasons).Sum(r => r.Value)} × {all.Length - MostReasons} further reasons"];
    }

    // A file less than two fifths or more than four times the usual length is more often a mistake than news.
    private static Refusal? VolumeShock(IWriteSession session, Feed feed, Delivered file, long rows)
    {
        long[] earlier = [.. session.Connection.Query<long>(
            "SELECT rows_in FROM load WHERE feed = @feed AND status IN ('active', 'replaced') ORDER BY id DESC LIMIT @most",
            new { feed = feed.Id, most = EarlierFiles }, session.Transaction).Order()];
        if (earlier.Length == 0) return null;
        long usual = earlier[earlier.Length / 2];
        bool isUnusual = usual >= LeastToCompare && (rows < 0.4 * usual || rows > 4.0 * usual);
        return isUnusual ? Refusals.VolumeShock(file.Name, rows, usual) : null;
    }
}
