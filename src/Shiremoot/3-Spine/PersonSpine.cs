using System.Diagnostics;
using Dapper;
using NodaTime.Extensions;
using Shiremoot.Spine.Keeping;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Spine;

/// <summary>
/// The living spine of a place: which record is of which person, under ids that stay. Nothing is overwritten: what was believed at any past moment can be asked for, and who joined or parted
/// people, when and why is logged. Method: docs/methods/living-spine.md.
/// </summary>
public sealed partial class PersonSpine(IStore store, TimeProvider clock)
{
    private const string TheSystem = "system";

    /// <summary>Keeps what a linking of all records found. People who were there keep their ids where most of their records stay together. If nothing changed, nothing is written.</summary>
    /// <param name="linked">All records, linked.</param>
    /// <param name="file">The model as its file has it, before anything was learned.</param>
    /// <param name="why">Why it was done, for the log.</param>
    /// <returns>The build; the one before if nothing changed.</returns>
    public Outcome<SpineBuild> Keep(Linked linked, LinkModel file, string why)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using IWriteSession session = store.BeginWrite();
        SpineBuild? before = BuildRows.Latest(session.Connection, session.Transaction);
        Was was = Was.Of(linked.Table, MembershipRows.Current(session.Connection, session.Transaction));
        long lastPerson = before?.LastPerson ?? 0;
        (long[] people, IReadOnlyList<Moved> moves) = PersonMapping.Map(linked.Clusters, was.People, was.Ids, lastPerson + 1);
        int[] moved = [.. Enumerable.Range(0, people.Length).Where(r => people[r] != was.People[r])];
        if (before is not null && moved.Length + was.Gone.Count + was.Changed.Count == 0 && IsLatestModel(session, linked.Model)) return WithReport(session, before, linked);

        SpineBuild build = Built(session, before, linked, file, people);
        MembershipRows.End(session, was.Gone.Concat(moved.Where(r => was.People[r] != 0).Select(r => was.Ids[r])), build.Id);
        MembershipRows.Note(session, was.Changed);
        MembershipRows.Begin(session, moved.Select(r => (people[r], linked.Table.SourceNames[linked.Table.Sources[r]], linked.Table.IdBytes(r).ToArray(), was.Contents[r])), build.Id);
        BuildRows.Log(session, moves, build.Id, why, TheSystem);
        ReviewRows.Replace(session, ReviewCases.Of(linked));
        ReportRows.Write(session, build.Id, LinkReport.Of(linked));
        return Finish(session, build, people.Length, people.Distinct().Count(), watch);
    }

    /// <summary>Keeps what a change to the living records made of those it touched.</summary>
    /// <param name="living">The living records, before the change is made to hold in them.</param>
    /// <param name="change">What became of the records touched.</param>
    /// <param name="gone">Records that are no longer there.</param>
    /// <param name="kind">An update, or a decision.</param>
    /// <param name="why">Why, for the log.</param>
    /// <param name="who">Who decided; null for the system.</param>
    public Outcome<SpineBuild> Keep(LivingRecords living, LivingChange change, IReadOnlyList<RecordName> gone, BuildKind kind, string why, string? who = null)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using IWriteSession session = store.BeginWrite();
        if (BuildRows.Latest(session.Connection, session.Transaction) is not { } before) return Refusals.NoSpine();
        List<long> ended = [.. gone.Select(name => HeldOf(session, name)?.Id ?? 0).Where(id => id != 0)];
        List<(long, long)> noted = [];
        List<(long, string, byte[], long)> begun = [];
        for (int n = 0; n < change.Records.Count; n++) KeepOne(session, living, change.Records[n], change.After[n], ended, noted, begun);
        if (ended.Count + begun.Count + noted.Count == 0) return before;

        SpineBuild build = before with { Id = before.Id + 1, Kind = kind, At = clock.GetUtcNow().ToInstant(), Who = who ?? Environment.UserName, LastPerson = Math.Max(before.LastPerson, change.After.DefaultIfEmpty().Max()) };
        MembershipRows.End(session, ended, build.Id);
        MembershipRows.Note(session, noted);
        MembershipRows.Begin(session, begun, build.Id);
        BuildRows.Log(session, change.Moves, build.Id, why, who ?? TheSystem);
        ReviewRows.Refresh(session, gone.Concat(change.Records.Select(living.NameOf)), ReviewCases.Of(living, change));
        (long records, long people) = session.Connection.QueryFirst<(long, long)>("SELECT count(*), count(DISTINCT person) FROM spine_membership WHERE until_build IS NULL", transaction: session.Transaction);
        return Finish(session, build, records, people, watch);
    }

    // Nothing changed. A store made before reports were kept gets one; nothing else is written.
    private static SpineBuild WithReport(IWriteSession session, SpineBuild build, Linked linked)
    {
        if (ReportRows.HasAny(session.Connection, session.Transaction)) return build;
        ReportRows.Write(session, build.Id, LinkReport.Of(linked));
        session.Commit();
        return build;
    }

    // A record of the same person as before is noted if it says something else; of another, its membership ends and one begins.
    private static void KeepOne(IWriteSession session, LivingRecords living, int record, long person, List<long> ended, List<(long, long)> noted, List<(long, string, byte[], long)> begun)
    {
        (RecordTable table, int r) = living.At(record);
        long content = unchecked((long)OverlargePairs.Content(table, r));
        Held? held = HeldOf(session, living.NameOf(record));
        if (held is { } same && same.Person == person)
        {
            if (same.Content != content) noted.Add((same.Id, content));
            return;
        }
        if (held is { } other) ended.Add(other.Id);
        begun.Add((person, table.SourceNames[table.Sources[r]], table.IdBytes(r).ToArray(), content));
    }

    private SpineBuild Built(IWriteSession session, SpineBuild? before, Linked linked, LinkModel file, long[] people)
    {
        string at = clock.GetUtcNow().ToString("O");
        return new((before?.Id ?? 0) + 1, before is null ? BuildKind.First : BuildKind.Rebuild, clock.GetUtcNow().ToInstant(), Environment.UserName,
            BuildRows.Model(session, LinkModelText.Write(linked.Model), FileHash(file), at), new RawCount(people.Length), new RawCount(people.Distinct().Count()), ExpectedErrors.Of(linked), 0)
        { LastPerson = Math.Max(before?.LastPerson ?? 0, people.Max()) };
    }

    private static bool IsLatestModel(IWriteSession session, LinkModel model) =>
        BuildRows.LatestModel(session.Connection, session.Transaction) is { } latest && latest.Model == LinkModelText.Write(model);

    private SpineBuild Finish(IWriteSession session, SpineBuild build, long records, long people, Stopwatch watch)
    {
        build = build with { Records = new RawCount(records), People = new RawCount(people), Milliseconds = watch.ElapsedMilliseconds };
        BuildRows.Write(session, build, records, people);
        Auditing.Write(session, clock, Auditing.Linking, "combine", $"build {build.Id} of the spine: {build.Kind.ToString().ToLowerInvariant()}", records, build.Who);
        session.Commit();
        return build;
    }

    private static Held? HeldOf(IWriteSession session, RecordName name)
    {
        (long id, long person, long content) = session.Connection.QueryFirstOrDefault<(long, long, long)>(
            "SELECT id, person, content FROM spine_membership WHERE reference = @Reference AND agency = @Agency AND until_build IS NULL", new { name.Reference, name.Agency }, session.Transaction);
        return id == 0 ? null : new Held(id, person, content);
    }

    private static UInt128 KeyOf(RecordTable table, int record) => RecordName.Key(table.SourceNames[table.Sources[record]], table.IdBytes(record));

    private static string FileHash(LinkModel file) => BuildRows.Hash(LinkModelText.Write(file));

    // What is kept of the records at hand: of each the person, the membership's number and what it says now; those that say something else than before; memberships of records no longer there.
    private sealed record Was(long[] People, long[] Ids, long[] Contents, IReadOnlyList<(long Id, long Content)> Changed, IReadOnlyList<long> Gone)
    {
        public static Was Of(RecordTable table, Dictionary<UInt128, Held> held)
        {
            (long[] people, long[] ids, long[] contents) = (new long[table.Count], new long[table.Count], new long[table.Count]);
            List<(long, long)> changed = [];
            for (int r = 0; r < table.Count; r++)
            {
                contents[r] = unchecked((long)OverlargePairs.Content(table, r));
                if (!held.Remove(KeyOf(table, r), out Held there)) continue;
                (people[r], ids[r]) = (there.Person, there.Id);
                if (there.Content != contents[r]) changed.Add((there.Id, contents[r]));
            }
            return new Was(people, ids, contents, changed, [.. held.Values.Select(h => h.Id)]);
        }
    }
}
