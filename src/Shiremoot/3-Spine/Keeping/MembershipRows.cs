using System.Data.Common;
using System.Text;
using Dapper;
using Shiremoot.Storage;

namespace Shiremoot.Spine.Keeping;

/// <summary>A membership that holds.</summary>
readonly record struct Held(long Id, long Person, long Content);

/// <summary>Reads and writes which record is of whom.</summary>
static class MembershipRows
{
    private const int AtOnce = 400, BatchRows = 4096;

    /// <summary>The memberships that hold, by record.</summary>
    public static Dictionary<UInt128, Held> Current(DbConnection connection, DbTransaction? transaction)
    {
        Dictionary<UInt128, Held> held = [];
        foreach ((long id, long person, string agency, string reference, long content) in connection.Query<(long, long, string, string, long)>(
            "SELECT id, person, agency, reference, content FROM spine_membership WHERE until_build IS NULL", transaction: transaction, buffered: false))
        {
            held[RecordName.Key(agency, Encoding.UTF8.GetBytes(reference))] = new Held(id, person, content);
        }
        return held;
    }

    /// <summary>Ends memberships with a build.</summary>
    public static void End(IWriteSession session, IEnumerable<long> memberships, long build)
    {
        foreach (long[] some in memberships.Chunk(AtOnce))
            session.Connection.Execute($"UPDATE spine_membership SET until_build = {build} WHERE id IN ({string.Join(',', some)})", transaction: session.Transaction);
    }

    /// <summary>Notes what records now say; whose they are stays.</summary>
    public static void Note(IWriteSession session, IEnumerable<(long Id, long Content)> changed)
    {
        foreach ((long id, long content) in changed) session.Connection.Execute("UPDATE spine_membership SET content = @content WHERE id = @id", new { id, content }, session.Transaction);
    }

    /// <summary>Begins memberships with a build.</summary>
    public static void Begin(IWriteSession session, IEnumerable<(long Person, string Agency, byte[] Reference, long Content)> members, long build)
    {
        long id = session.Connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM spine_membership", transaction: session.Transaction);
        BulkBatch batch = new(StoreTables.SpineMembership);
        foreach ((long person, string agency, byte[] reference, long content) in members)
        {
            batch.Whole(++id);
            batch.Whole(person);
            batch.Text(agency);
            batch.Text(reference.AsSpan());
            batch.Whole(content);
            batch.Whole(build);
            batch.Null();
            if (batch.Rows < BatchRows) continue;
            session.Write(batch);
            batch.Clear();
        }
        session.Write(batch);
        session.FinishBulk();
    }
}
