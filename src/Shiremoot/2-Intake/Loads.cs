using System.Data.Common;
using Dapper;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Intake;

/// <summary>A fault that sent a row to quarantine. Value and row are a person's data: shown to the place's own stewards only.</summary>
public sealed record QuarantinedFault(long Line, string? Column, string? Value, string Reason, string Hint, string? RowText);

/// <summary>What has been taken in, what was refused and what waits in quarantine.</summary>
public static class Loads
{
    /// <summary>Every receipt, the latest first.</summary>
    public static IReadOnlyList<Receipt> All(IStore store)
    {
        using DbConnection connection = store.Open();
        return LoadTable.All(connection);
    }

    /// <summary>One receipt.</summary>
    public static Outcome<Receipt> One(IStore store, long load) =>
        All(store).FirstOrDefault(r => r.Load == load) is { } receipt ? receipt : Refusals.NoSuchLoad(load);

    /// <summary>How often each reason sent rows of a load to quarantine, the most frequent first. Counts of rows of a file, not of people.</summary>
    public static IReadOnlyList<(string Reason, string? Column, string Hint, long Rows)> Reasons(IStore store, long load)
    {
        using DbConnection connection = store.Open();
        return [.. connection.Query<(string, string?, string, long)>(
            "SELECT reason, column_name, min(hint), count(*) FROM quarantine WHERE id >= @from AND id < @until GROUP BY reason, column_name ORDER BY count(*) DESC, reason, column_name",
            new { from = RowId.First(load), until = RowId.First(load + 1) })];
    }

    /// <summary>The quarantined faults of a load in order of line. Audited before the first is handed out.</summary>
    public static IEnumerable<QuarantinedFault> Quarantined(IStore store, TimeProvider clock, long load)
    {
        Auditing.WriteRead(store, clock, Auditing.DataQuality, $"quarantine of load {load}", null);
        using DbConnection connection = store.Open();
        foreach (QuarantinedFault fault in connection.Query<QuarantinedFault>(
            "SELECT line AS Line, column_name AS Column, value AS Value, reason AS Reason, hint AS Hint, row_text AS RowText FROM quarantine WHERE id >= @from AND id < @until ORDER BY id",
            new { from = RowId.First(load), until = RowId.First(load + 1) }, buffered: false))
        {
            yield return fault;
        }
    }
}
