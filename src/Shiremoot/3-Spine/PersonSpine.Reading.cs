using System.Data.Common;
using Dapper;
using NodaTime;
using Shiremoot.Records;
using Shiremoot.Spine.Keeping;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Spine;

/// <summary>How many records of an agency are of how many people.</summary>
public sealed record AgencyCount(string Agency, RawCount Records, RawCount People);

/// <summary>How many people have so many records: from one number to another, both counted; no end for the last group.</summary>
public sealed record PeopleOfSize(int From, int? Until, RawCount People);

/// <summary>What the spine says of the records at hand: whose each is, and what is new since it was kept.</summary>
/// <param name="People">The person of each record; 0 for a new one.</param>
/// <param name="Fresh">Records that are new, or say something else than before.</param>
/// <param name="Gone">Records that are no longer there.</param>
/// <param name="Left">The people whose records are gone.</param>
public sealed record SpineState(long[] People, IReadOnlyList<int> Fresh, IReadOnlyList<RecordName> Gone, IReadOnlyList<long> Left);

public sealed partial class PersonSpine
{
    /// <summary>The latest build; null if there is none.</summary>
    public SpineBuild? Latest()
    {
        using DbConnection connection = store.Open();
        return BuildRows.Latest(connection);
    }

    /// <summary>All builds, the first first.</summary>
    public IReadOnlyList<SpineBuild> Builds()
    {
        using DbConnection connection = store.Open();
        return BuildRows.All(connection);
    }

    /// <summary>The model the spine was last made with; and whether it was learned from this file.</summary>
    public Outcome<(LinkModel Model, bool IsOfFile)> Model(LinkModel file)
    {
        using DbConnection connection = store.Open();
        if (BuildRows.LatestModel(connection) is not { } latest) return Refusals.NoSpine();
        return LinkModelFile.ReadText(latest.Model, "the model kept in the store").Then<(LinkModel, bool)>(model => (model, latest.FileHash == FileHash(file)));
    }

    /// <summary>The build in which all records were last linked, and what that linking learned and found; null if there is none, or it was made before reports were kept.</summary>
    public (SpineBuild Build, LinkReport Report)? LatestReport()
    {
        using DbConnection connection = store.Open();
        return ReportRows.Latest(connection) is { } latest ? (BuildRows.One(connection, latest.Build), latest.Report) : null;
    }

    /// <summary>People by how many records they had after a build: 1 to 5, and in ever wider groups beyond.</summary>
    public IReadOnlyList<PeopleOfSize> BySize(long build)
    {
        int[] from = [1, 2, 3, 4, 5, 6, 11, 21, 51];
        using DbConnection connection = store.Open();
        (long Records, long People)[] sizes = [.. connection.Query<(long, long)>(
            "SELECT records, count(*) FROM (SELECT person, count(*) AS records FROM spine_membership WHERE from_build <= @build AND (until_build IS NULL OR until_build > @build) GROUP BY person) p GROUP BY records", new { build })];
        return [.. from.Select((least, n) =>
        {
            int? most = n + 1 < from.Length ? from[n + 1] - 1 : null;
            return new PeopleOfSize(least, most, new RawCount(sizes.Where(s => s.Records >= least && (most is null || s.Records <= most)).Sum(s => s.People)));
        })];
    }

    /// <summary>Whose each record is, as it stands; null if no spine was made yet.</summary>
    public RecordPeople? People()
    {
        using DbConnection connection = store.Open();
        if (BuildRows.Latest(connection) is null) return null;
        RecordPeople people = new();
        foreach ((string agency, string reference, long person) in connection.Query<(string, string, long)>("SELECT agency, reference, person FROM spine_membership WHERE until_build IS NULL ORDER BY id", buffered: false))
            people.Add(agency, reference, person);
        return people;
    }

    /// <summary>The records of the person whom an agency knows by a reference, as it stands; empty if the spine does not know it.</summary>
    public IReadOnlyList<(string Agency, string Reference)> RecordsOf(string agency, string reference)
    {
        using DbConnection connection = store.Open();
        return [.. connection.Query<(string, string)>(
            "SELECT agency, reference FROM spine_membership WHERE until_build IS NULL AND person IN (SELECT person FROM spine_membership WHERE reference = @reference AND agency = @agency AND until_build IS NULL) ORDER BY id",
            new { agency, reference })];
    }

    /// <summary>How many records of each agency are of how many people, as it stands.</summary>
    public IReadOnlyList<AgencyCount> ByAgency()
    {
        using DbConnection connection = store.Open();
        return [.. connection.Query<(string Agency, long Records, long People)>(
            "SELECT agency, count(*), count(DISTINCT person) FROM spine_membership WHERE until_build IS NULL GROUP BY agency ORDER BY agency")
            .Select(a => new AgencyCount(a.Agency, new RawCount(a.Records), new RawCount(a.People)))];
    }

    /// <summary>The people known to one agency, two, three and so on: the first count is of those known to one.</summary>
    public IReadOnlyList<RawCount> ByAgencies()
    {
        using DbConnection connection = store.Open();
        (long Agencies, long People)[] counts = [.. connection.Query<(long, long)>(
            "SELECT agencies, count(*) FROM (SELECT person, count(DISTINCT agency) AS agencies FROM spine_membership WHERE until_build IS NULL GROUP BY person) p GROUP BY agencies ORDER BY agencies")];
        return [.. Enumerable.Range(1, counts.Length == 0 ? 0 : (int)counts[^1].Agencies).Select(n => new RawCount(counts.FirstOrDefault(c => c.Agencies == n).People))];
    }

    /// <summary>Which record was believed to be of whom at a moment: of all people.</summary>
    public IReadOnlyList<Membership> AsOf(Instant moment) => Memberships(moment, "", new { });

    /// <summary>The person a record was believed to be of at a moment; null if it was in nobody.</summary>
    public long? PersonOf(RecordName record, Instant moment) =>
        Memberships(moment, "AND m.reference = @Reference AND m.agency = @Agency", new { record.Reference, record.Agency }) is [var one, ..] ? one.Person : null;

    /// <summary>Whose a record was, from the first to the last.</summary>
    public IReadOnlyList<Membership> HistoryOf(RecordName record)
    {
        using DbConnection connection = store.Open();
        return Read(connection, "m.reference = @Reference AND m.agency = @Agency", new { record.Reference, record.Agency });
    }

    /// <summary>The latest times people were joined or parted.</summary>
    public IReadOnlyList<SpineChange> Changes(int most)
    {
        using DbConnection connection = store.Open();
        return BuildRows.Changes(connection, "1 = 1", new { }, most);
    }

    /// <summary>The times these people were joined or parted, the latest first.</summary>
    public IReadOnlyList<SpineChange> ChangesOf(long person, long other, int most)
    {
        using DbConnection connection = store.Open();
        return BuildRows.Changes(connection, "c.person IN (@person, @other) OR c.other IN (@person, @other)", new { person, other }, most);
    }

    /// <summary>Pairs worth a look that nobody has decided, the one whose decision would change most first.</summary>
    /// <param name="from">How many to pass over.</param>
    /// <param name="most">How many at most.</param>
    public (IReadOnlyList<ReviewCase> Cases, int All) Queue(int from, int most)
    {
        using DbConnection connection = store.Open();
        return (ReviewRows.Page(connection, from, most), ReviewRows.Count(connection));
    }

    /// <summary>A pair of the queue, decided or not; refused if it is no longer there.</summary>
    public Outcome<ReviewCase> Case(long id)
    {
        using DbConnection connection = store.Open();
        return ReviewRows.One(connection, id) is { } one ? one : Refusals.NotInQueue();
    }

    /// <summary>Deletes for good what the spine holds of a record: memberships of all time, decisions and reviews that name it.</summary>
    public void Forget(RecordName record)
    {
        using IWriteSession session = store.BeginWrite();
        session.Connection.Execute("DELETE FROM spine_membership WHERE reference = @Reference AND agency = @Agency", new { record.Reference, record.Agency }, session.Transaction);
        foreach (string table in (string[])["spine_decision", "spine_review"])
            session.Connection.Execute($"DELETE FROM {table} WHERE (agency_a = @Agency AND reference_a = @Reference) OR (agency_b = @Agency AND reference_b = @Reference)", new { record.Reference, record.Agency }, session.Transaction);
        Auditing.Write(session, clock, Auditing.Erasure, "erase", $"what the spine held of one record of {record.Agency}", null);
        session.Commit();
    }

    /// <summary>Sets the records at hand against what is kept.</summary>
    public SpineState Compare(RecordTable table)
    {
        using DbConnection connection = store.Open();
        Dictionary<UInt128, Held> held = MembershipRows.Current(connection, null);
        long[] people = new long[table.Count];
        List<int> fresh = [];
        for (int r = 0; r < people.Length; r++)
        {
            bool isThere = held.Remove(KeyOf(table, r), out Held there);
            if (isThere) people[r] = there.Person;
            if (!isThere || there.Content != unchecked((long)OverlargePairs.Content(table, r))) fresh.Add(r);
        }
        HashSet<long> ids = [.. held.Values.Select(h => h.Id)];
        IReadOnlyList<RecordName> gone = ids.Count == 0 ? [] : [.. connection.Query<(long Id, string Agency, string Reference)>(
            "SELECT id, agency, reference FROM spine_membership WHERE until_build IS NULL", buffered: false).Where(m => ids.Contains(m.Id)).Select(m => new RecordName(m.Agency, m.Reference))];
        return new SpineState(people, fresh, gone, [.. held.Values.Select(h => h.Person).Distinct()]);
    }

    private IReadOnlyList<Membership> Memberships(Instant moment, string also, object values)
    {
        using DbConnection connection = store.Open();
        long build = BuildRows.At(connection, moment);
        return Read(connection, $"m.from_build <= {build} AND (m.until_build IS NULL OR m.until_build > {build}) {also}", values);
    }

    private static IReadOnlyList<Membership> Read(DbConnection connection, string where, object values) =>
        [.. connection.Query<(long Person, string Agency, string Reference, string From, string? Until)>(
            $"SELECT m.person, m.agency, m.reference, f.built_at, u.built_at FROM spine_membership m JOIN spine_build f ON f.id = m.from_build LEFT JOIN spine_build u ON u.id = m.until_build WHERE {where} ORDER BY m.id", values)
            .Select(m => new Membership(m.Person, new RecordName(m.Agency, m.Reference), BuildRows.Moment(m.From), m.Until is null ? null : BuildRows.Moment(m.Until)))];
}
