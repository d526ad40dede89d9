using System.Diagnostics;
using Dapper;
using NodaTime;
using NodaTime.Extensions;
using Shiremoot.Intake.Mapping;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Intake;

/// <summary>What taking in needs besides the file.</summary>
public sealed record TakingInOptions
{
    public required TimeProvider Clock { get; init; }

    /// <summary>The code of an area by its name or code and its kind; null if it is unknown.</summary>
    public required Func<string, string, string?> Areas { get; init; }

    /// <summary>Validate only: everything is done but the commit.</summary>
    public bool CheckOnly { get; init; }

    /// <summary>A person has looked at an unusual number of rows and found it right.</summary>
    public bool Approved { get; init; }

    public IProgress<Progress>? Progress { get; init; }
}

/// <summary>Takes one file in under a feed: all of it or nothing of it, each row either accepted or quarantined with its reason.</summary>
public static class TakingIn
{
    private const string BeforeRows = "before_rows";

    /// <summary>
    /// Takes in <paramref name="path"/>. The receipt says what became of it; a file that is refused leaves a receipt too, and no rows.
    /// The same content taken in twice, renamed, packed otherwise or in another order of rows, changes nothing and says so.
    /// </summary>
    public static Outcome<Receipt> Load(IStore store, Feed feed, string path, TakingInOptions options)
    {
        Stopwatch watch = Stopwatch.StartNew();
        if (FileSnapshot.Hash(path).Refused(out Refusal? unread, out FileSnapshot? snapshot)) return unread;
        Delivered file = new(path, snapshot);
        if (Manifest.Differs(path, file.Hash)) return Refused(store, feed, file, Refusals.ManifestDiffers(file.Name), options, watch);
        if (LoadTable.SameFile(store, feed, file.Hash) is { } there) return there with { AlreadyThere = true };

        Outcome<TableReader> opened = TableReading.Open(path, feed.Format);
        if (opened.Refused(out Refusal? unreadable, out TableReader? reader)) return Refused(store, feed, file, unreadable, options, watch);
        using (reader)
        {
            LocalDate today = options.Clock.GetUtcNow().ToInstant().InUtc().Date;
            Outcome<FeedPlan> bound = FeedPlan.Bind(feed, reader.Headers, options.Areas, today);
            if (bound.Refused(out Refusal? lacking, out FeedPlan? plan)) return Refused(store, feed, file, lacking, options, watch);
            return Load(store, feed, file, reader, plan, options, watch);
        }
    }

    private static Outcome<Receipt> Load(IStore store, Feed feed, Delivered file, TableReader reader, FeedPlan plan, TakingInOptions options, Stopwatch watch)
    {
        using IWriteSession session = store.BeginWrite();

        // Another process may have taken the same file in while this one waited for its turn.
        if (LoadTable.SameFile(session, feed, file.Hash) is { } there) return there with { AlreadyThere = true };
        long load = LoadTable.NextId(session);
        RowMapper mapper = new(plan, load, reader.Headers);
        session.Transaction.Save(BeforeRows);
        Pump.Run(reader, mapper, session, feed.Id, options.Progress);
        Outcome<Receipt> outcome = LoadChecks.Refuse(session, feed, file, reader, mapper, options.Approved) is { } unfit
            ? unfit
            : LoadTable.Settle(session, feed, file, reader, plan, mapper, load, options, watch);
        if (outcome.Refused(out Refusal? why, out Receipt? receipt))
        {
            session.Transaction.Rollback(BeforeRows);
            LoadTable.WriteRefused(session, feed, file, load, why, mapper, options, watch);
        }
        if (!options.CheckOnly && receipt is not { AlreadyThere: true }) session.Commit();
        return outcome;
    }

    // A refused file leaves a receipt, so that a steward can see when it came and why it went back.
    private static Outcome<Receipt> Refused(IStore store, Feed feed, Delivered file, Refusal why, TakingInOptions options, Stopwatch watch)
    {
        if (options.CheckOnly) return why;
        using IWriteSession session = store.BeginWrite();
        LoadTable.WriteRefused(session, feed, file, LoadTable.NextId(session), why, null, options, watch);
        session.Commit();
        return why;
    }
}
