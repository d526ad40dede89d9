using System.Data.Common;
using Dapper;
using Shiremoot.Storage;

namespace Shiremoot.Spine.Keeping;

/// <summary>Reads and writes the pairs worth a look.</summary>
static class ReviewRows
{
    private const int AtOnce = 400;

    private const string Undecided =
        "FROM spine_review r WHERE NOT EXISTS (SELECT 1 FROM spine_decision d WHERE d.withdrawn_at IS NULL AND d.agency_a = r.agency_a AND d.reference_a = r.reference_a AND d.agency_b = r.agency_b AND d.reference_b = r.reference_b)";

    public static void Replace(IWriteSession session, IReadOnlyList<ReviewCase> cases)
    {
        session.Connection.Execute("DELETE FROM spine_review", transaction: session.Transaction);
        Add(session, cases);
    }

    /// <summary>Takes out the pairs of records that a change touched or took away, and adds those found of them since. A pair that is still there keeps its number.</summary>
    public static void Refresh(IWriteSession session, IEnumerable<RecordName> touched, IReadOnlyList<ReviewCase> cases)
    {
        HashSet<RecordName> names = [.. touched];
        ReviewCase[] stale = [.. Read(session.Connection, "FROM spine_review", session.Transaction).Where(c => names.Contains(c.A) || names.Contains(c.B))];
        foreach (ReviewCase[] some in stale.Chunk(AtOnce)) session.Connection.Execute($"DELETE FROM spine_review WHERE id IN ({string.Join(',', some.Select(c => c.Id))})", transaction: session.Transaction);
        Dictionary<(RecordName, RecordName), long> numbers = stale.DistinctBy(c => (c.A, c.B)).ToDictionary(c => (c.A, c.B), c => c.Id);
        Add(session, [.. cases.Select(c => numbers.Remove((c.A, c.B), out long id) ? c with { Id = id } : c)]);
        session.Connection.Execute($"DELETE FROM spine_review WHERE id NOT IN (SELECT id FROM spine_review ORDER BY weight DESC, id LIMIT {ReviewCases.Most})", transaction: session.Transaction);
    }

    public static IReadOnlyList<ReviewCase> Page(DbConnection connection, int from, int most) => Read(connection, $"{Undecided} ORDER BY weight DESC, id LIMIT {most} OFFSET {from}");

    public static ReviewCase? One(DbConnection connection, long id) => Read(connection, $"FROM spine_review WHERE id = {id}") is [var one] ? one : null;

    public static int Count(DbConnection connection) => (int)connection.ExecuteScalar<long>($"SELECT count(*) {Undecided}");

    private static IReadOnlyList<ReviewCase> Read(DbConnection connection, string from, DbTransaction? transaction = null) =>
        [.. connection.Query<Row>($"SELECT id, kind, agency_a, reference_a, agency_b, reference_b, bits, is_joined, pairs, weight {from}", transaction: transaction)
            .Select(c => new ReviewCase(Enum.Parse<ReviewKind>(c.Kind), new(c.Agency_a, c.Reference_a), new(c.Agency_b, c.Reference_b), c.Bits, c.Is_joined == 1, c.Pairs, c.Weight) { Id = c.Id })];

    private static void Add(IWriteSession session, IReadOnlyList<ReviewCase> cases)
    {
        long id = session.Connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) FROM spine_review", transaction: session.Transaction);
        BulkBatch batch = new(StoreTables.SpineReview);
        foreach (ReviewCase c in cases)
        {
            batch.Whole(c.Id > 0 ? c.Id : ++id);
            batch.Text(c.Kind.ToString());
            batch.Text(c.A.Agency);
            batch.Text(c.A.Reference);
            batch.Text(c.B.Agency);
            batch.Text(c.B.Reference);
            batch.Number(c.Bits);
            batch.Whole(c.IsJoined ? 1 : 0);
            batch.Whole(c.Pairs);
            batch.Number(c.Weight);
        }
        session.Write(batch);
        session.FinishBulk();
    }

    private sealed record Row(long Id, string Kind, string Agency_a, string Reference_a, string Agency_b, string Reference_b, double Bits, long Is_joined, long Pairs, double Weight);
}
