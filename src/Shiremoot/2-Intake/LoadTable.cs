using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Shiremoot.Intake.Mapping;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Intake;

/// <summary>The table of loads: finding the same content again, replacing an earlier load, writing receipts.</summary>
static class LoadTable
{
    // What a new load replaces: the same slot; a load that was the whole of the data; and all of them where it is the whole itself.
    private const string InTheWay = "feed = @feed AND status = 'active' AND (slot = @slot OR slot = '' OR @isWhole = 1)";

    private const string Columns =
        "id AS Load, feed AS Feed, feed_version AS FeedVersion, file_name AS FileName, file_hash AS FileHash, rows_in AS RowsIn, rows_accepted AS RowsAccepted, "
        + "rows_quarantined AS RowsQuarantined, rows_left_out AS RowsLeftOut, notes AS Notes, origin AS Origin, status AS Status, replaces AS Replaces, refusal AS Refusal, "
        + "taken_in_at AS TakenInAt, milliseconds AS Milliseconds";

    /// <summary>The active load of exactly this file under exactly this feed, or null.</summary>
    public static Receipt? SameFile(IStore store, Feed feed, string hash)
    {
        using System.Data.Common.DbConnection connection = store.Open();
        return Find(connection, null, feed, "file_hash = @hash", hash);
    }

    public static Receipt? SameFile(IWriteSession session, Feed feed, string hash) => Find(session.Connection, session.Transaction, feed, "file_hash = @hash", hash);

    public static long NextId(IWriteSession session) =>
        session.Connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) + 1 FROM load", transaction: session.Transaction);

    /// <summary>Every receipt, the latest first.</summary>
    public static IReadOnlyList<Receipt> All(System.Data.Common.DbConnection connection) =>
        [.. connection.Query<Row>($"SELECT {Columns} FROM load ORDER BY id DESC").Select(r => r.ToReceipt())];

    /// <summary>Makes a load active, in the place of an earlier one where there is one; or finds that the content was there already.</summary>
    public static Outcome<Receipt> Settle(
        IWriteSession session, Feed feed, Delivered file, TableReader reader, FeedPlan plan, RowMapper mapper, long load, TakingInOptions options, Stopwatch watch)
    {
        if (Find(session.Connection, session.Transaction, feed, "content_hash = @hash", reader.ContentHash!) is { } packed) return packed with { AlreadyThere = true };
        if (Find(session.Connection, session.Transaction, feed, "rows_hash = @hash", mapper.RowsHash) is { } shuffled) return shuffled with { AlreadyThere = true };
        string slot = SlotOf(feed, file, mapper);
        if (feed.Delivery == Delivery.Period && Overlapping(session, feed, slot, mapper) is { } other) return Refusals.PeriodOverlaps(file.Name, slot, other);
        long? replaces = session.Connection.ExecuteScalar<long?>(
            $"SELECT max(id) FROM load WHERE {InTheWay}", new { feed = feed.Id, slot, isWhole = feed.Delivery == Delivery.Whole ? 1 : 0 }, session.Transaction);
        session.Connection.Execute($"UPDATE load SET status = 'replaced' WHERE {InTheWay}", new { feed = feed.Id, slot, isWhole = feed.Delivery == Delivery.Whole ? 1 : 0 }, session.Transaction);
        string[] notes = [.. reader.Notes, .. plan.Notes, .. ColumnNotes.Of(plan, mapper.RowsIn), .. LoadChecks.Reasons(mapper).Select(r => $"quarantined: {r}")];
        bool hasDays = mapper.Covers.From <= mapper.Covers.Until;
        Receipt receipt = new()
        {
            Load = load,
            Feed = feed.Id,
            FeedVersion = feed.Version,
            FileName = file.Name,
            FileHash = file.Hash,
            RowsIn = mapper.RowsIn,
            RowsAccepted = mapper.RowsIn - mapper.Quarantined,
            RowsQuarantined = mapper.Quarantined,
            RowsLeftOut = mapper.LeftOut,
            Notes = notes,
            Origin = feed.Origin,
            Status = LoadStatus.Active,
            Replaces = replaces,
            TakenInAt = options.Clock.GetUtcNow().ToString("O"),
            Milliseconds = watch.ElapsedMilliseconds,
        };
        Write(session, receipt, slot, reader.ContentHash!, mapper.RowsHash, hasDays ? feed.Delivery == Delivery.Period ? WholeMonths(mapper) : mapper.Covers : null);
        DataVersion.GoUp(session);
        Auditing.Write(session, options.Clock, Auditing.TakeIn, "collect", $"feed {feed.Id}, load {load}", mapper.RowsIn);
        return receipt;
    }

    /// <summary>Writes the receipt of a refused file, with examples of its faults where its rows were read.</summary>
    public static void WriteRefused(IWriteSession session, Feed feed, Delivered file, long load, Refusal why, RowMapper? mapper, TakingInOptions options, Stopwatch watch)
    {
        if (mapper is not null)
        {
            session.Write(mapper.Examples);
            session.FinishBulk();
        }
        Receipt receipt = new()
        {
            Load = load,
            Feed = feed.Id,
            FeedVersion = feed.Version,
            FileName = file.Name,
            FileHash = file.Hash,
            RowsIn = mapper?.RowsIn ?? 0,
            RowsAccepted = 0,
            RowsQuarantined = mapper?.RowsIn ?? 0,
            RowsLeftOut = 0,
            Notes = mapper is null ? [] : LoadChecks.Reasons(mapper),
            Origin = feed.Origin,
            Status = LoadStatus.Refused,
            Refusal = why.ToString(),
            TakenInAt = options.Clock.GetUtcNow().ToString("O"),
            Milliseconds = watch.ElapsedMilliseconds,
        };
        Write(session, receipt, "", "", "", null);
        Auditing.Write(session, options.Clock, Auditing.TakeIn, "refuse", $"feed {feed.Id}, load {load}, {why.Code}", null);
    }

    private static Receipt? Find(System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction? transaction, Feed feed, string condition, string hash) =>
        connection.QueryFirstOrDefault<Row>(
            $"SELECT {Columns} FROM load WHERE feed = @feed AND feed_version = @version AND status = 'active' AND {condition} ORDER BY id DESC",
            new { feed = feed.Id, version = feed.Version, hash }, transaction)?.ToReceipt();

    private static string SlotOf(Feed feed, Delivered file, RowMapper mapper) => feed.Delivery switch
    {
        Delivery.Add => file.Name,
        Delivery.Period when mapper.Covers.From <= mapper.Covers.Until => $"{Days.Date((int)WholeMonths(mapper).From):uuuu-MM-dd} to {Days.Date((int)WholeMonths(mapper).Until):uuuu-MM-dd}",
        _ => "",
    };

    // A file by period covers whole months: a corrected one may have its first or last event on another day.
    private static (long From, long Until) WholeMonths(RowMapper mapper)
    {
        NodaTime.LocalDate first = Days.Date((int)mapper.Covers.From), last = Days.Date((int)mapper.Covers.Until - 1);
        return (Days.Number(first.With(NodaTime.DateAdjusters.StartOfMonth)), Days.Number(last.With(NodaTime.DateAdjusters.EndOfMonth)) + 1);
    }

    private static long? Overlapping(IWriteSession session, Feed feed, string slot, RowMapper mapper) => session.Connection.ExecuteScalar<long?>(
        "SELECT min(id) FROM load WHERE feed = @feed AND slot <> @slot AND slot <> '' AND status = 'active' AND period_from < @until AND period_until > @from",
        new { feed = feed.Id, slot, from = WholeMonths(mapper).From, until = WholeMonths(mapper).Until }, session.Transaction);

    private static void Write(IWriteSession session, Receipt receipt, string slot, string contentHash, string rowsHash, (long From, long Until)? covers) => session.Connection.Execute(
        "INSERT INTO load (id, feed, feed_version, slot, file_name, file_hash, content_hash, rows_hash, rows_in, rows_accepted, rows_quarantined, rows_left_out, notes, origin, status, replaces, refusal, period_from, period_until, taken_in_at, milliseconds) "
        + "VALUES (@Load, @Feed, @FeedVersion, @slot, @FileName, @FileHash, @contentHash, @rowsHash, @RowsIn, @RowsAccepted, @RowsQuarantined, @RowsLeftOut, @notes, @origin, @status, @Replaces, @Refusal, @from, @until, @TakenInAt, @Milliseconds)",
        new
        {
            receipt.Load,
            receipt.Feed,
            receipt.FeedVersion,
            slot,
            receipt.FileName,
            receipt.FileHash,
            contentHash,
            rowsHash,
            receipt.RowsIn,
            receipt.RowsAccepted,
            receipt.RowsQuarantined,
            receipt.RowsLeftOut,
            notes = JsonSerializer.Serialize(receipt.Notes),
            origin = Lower(receipt.Origin),
            status = Lower(receipt.Status),
            receipt.Replaces,
            receipt.Refusal,
            from = covers?.From,
            until = covers?.Until,
            receipt.TakenInAt,
            receipt.Milliseconds,
        },
        session.Transaction);

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private sealed class Row
    {
        public long Load { get; init; }
        public string Feed { get; init; } = "";
        public string FeedVersion { get; init; } = "";
        public string FileName { get; init; } = "";
        public string FileHash { get; init; } = "";
        public long RowsIn { get; init; }
        public long RowsAccepted { get; init; }
        public long RowsQuarantined { get; init; }
        public long RowsLeftOut { get; init; }
        public string Notes { get; init; } = "[]";
        public string Origin { get; init; } = "";
        public string Status { get; init; } = "";
        public long? Replaces { get; init; }
        public string? Refusal { get; init; }
        public string TakenInAt { get; init; } = "";
        public long Milliseconds { get; init; }

        public Receipt ToReceipt() => new()
        {
            Load = Load,
            Feed = Feed,
            FeedVersion = FeedVersion,
            FileName = FileName,
            FileHash = FileHash,
            RowsIn = RowsIn,
            RowsAccepted = RowsAccepted,
            RowsQuarantined = RowsQuarantined,
            RowsLeftOut = RowsLeftOut,
            Notes = JsonSerializer.Deserialize<string[]>(Notes) ?? [],
            Origin = Enum.Parse<Origin>(Origin, ignoreCase: true),
            Status = Enum.Parse<LoadStatus>(Status, ignoreCase: true),
            Replaces = Replaces,
            Refusal = Refusal,
            TakenInAt = TakenInAt,
            Milliseconds = Milliseconds,
        };
    }
}
