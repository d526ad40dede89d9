using System.Data.Common;
using System.Globalization;
using Dapper;
using NodaTime;
using NodaTime.Extensions;
using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Spine;

/// <summary>Keeps what reviewers decided. A decision is never deleted: it is withdrawn, and stays on record.</summary>
public static class LinkDecisions
{
    private const string Columns = "id, agency_a, reference_a, agency_b, reference_b, verdict, rationale, who, decided_at, withdrawn_at, withdrawn_by, withdrawn_why";
    private const string Superseded = "A later decision on the pair took its place.";

    /// <summary>Records a decision; one that held for the pair is withdrawn by it.</summary>
    public static Outcome<LinkDecision> Decide(IStore store, TimeProvider clock, RecordName a, RecordName b, Verdict verdict, string rationale, string who)
    {
        if (string.IsNullOrWhiteSpace(rationale)) return Refusals.NoRationale();
        if (a == b) return Refusals.SameRecord();
        (a, b) = InOrder(a, b);
        using IWriteSession session = store.BeginWrite();
        string at = clock.GetUtcNow().ToString("O");
        session.Connection.Execute(
            "UPDATE spine_decision SET withdrawn_at = @at, withdrawn_by = @who, withdrawn_why = @why WHERE withdrawn_at IS NULL AND agency_a = @aa AND reference_a = @ra AND agency_b = @ab AND reference_b = @rb",
            new { at, who, why = Superseded, aa = a.Agency, ra = a.Reference, ab = b.Agency, rb = b.Reference }, session.Transaction);
        long id = session.Connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) + 1 FROM spine_decision", transaction: session.Transaction);
        session.Connection.Execute(
            $"INSERT INTO spine_decision ({Columns}) VALUES (@id, @aa, @ra, @ab, @rb, @verdict, @rationale, @who, @at, NULL, NULL, NULL)",
            new { id, aa = a.Agency, ra = a.Reference, ab = b.Agency, rb = b.Reference, verdict = Word(verdict), rationale = rationale.Trim(), who, at }, session.Transaction);
        Auditing.Write(session, clock, Auditing.LinkReview, "alter", $"decision {id} on two records: {Word(verdict)}", null, who);
        session.Commit();
        return All(store).First(d => d.Id == id);
    }

    /// <summary>Withdraws a decision that holds.</summary>
    public static Outcome<LinkDecision> Withdraw(IStore store, TimeProvider clock, long decision, string why, string who)
    {
        if (string.IsNullOrWhiteSpace(why)) return Refusals.NoRationale();
        using (IWriteSession session = store.BeginWrite())
        {
            int changed = session.Connection.Execute(
                "UPDATE spine_decision SET withdrawn_at = @at, withdrawn_by = @who, withdrawn_why = @why WHERE id = @decision AND withdrawn_at IS NULL",
                new { at = clock.GetUtcNow().ToString("O"), who, why = why.Trim(), decision }, session.Transaction);
            if (changed == 0) return Refusals.NoSuchDecision(decision);
            Auditing.Write(session, clock, Auditing.LinkReview, "alter", $"decision {decision} withdrawn", null, who);
            session.Commit();
        }
        return All(store).First(d => d.Id == decision);
    }

    /// <summary>All decisions, those withdrawn too, the first first.</summary>
    public static IReadOnlyList<LinkDecision> All(IStore store)
    {
        using DbConnection connection = store.Open();
        return [.. connection.Query<Row>($"SELECT {Columns} FROM spine_decision ORDER BY id").Select(r => r.Read())];
    }

    /// <summary>The decisions on a pair, the first first.</summary>
    public static IReadOnlyList<LinkDecision> Of(IStore store, RecordName a, RecordName b)
    {
        (a, b) = InOrder(a, b);
        using DbConnection connection = store.Open();
        return [.. connection.Query<Row>($"SELECT {Columns} FROM spine_decision WHERE agency_a = @aa AND reference_a = @ra AND agency_b = @ab AND reference_b = @rb ORDER BY id",
            new { aa = a.Agency, ra = a.Reference, ab = b.Agency, rb = b.Reference }).Select(r => r.Read())];
    }

    /// <summary>The number of the latest decision on a pair among these, the latest first; 0 if there is none.</summary>
    public static long Latest(IReadOnlyList<LinkDecision> decisions, RecordName a, RecordName b)
    {
        (a, b) = InOrder(a, b);
        return decisions.FirstOrDefault(d => d.A == a && d.B == b)?.Id ?? 0;
    }

    /// <summary>A verdict by its word: same, different, unsure.</summary>
    public static Outcome<Verdict> ReadVerdict(string word) => word switch
    {
        "same" => Verdict.Same,
        "different" => Verdict.Different,
        "unsure" => Verdict.Unsure,
        _ => Refusals.NotAVerdict(word),
    };

    internal static (RecordName, RecordName) InOrder(RecordName a, RecordName b) =>
        (string.CompareOrdinal(a.Agency, b.Agency), string.CompareOrdinal(a.Reference, b.Reference)) is ( > 0, _) or (0, > 0) ? (b, a) : (a, b);

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Same => "same",
        Verdict.Different => "different",
        _ => "unsure",
    };

    private sealed record Row(
        long Id, string Agency_a, string Reference_a, string Agency_b, string Reference_b, string Verdict, string Rationale, string Who, string Decided_at, string? Withdrawn_at, string? Withdrawn_by, string? Withdrawn_why)
    {
        public LinkDecision Read() => new(Id, new(Agency_a, Reference_a), new(Agency_b, Reference_b), ReadVerdict(Verdict).Value, Rationale, Who, Moment(Decided_at))
        {
            Withdrawn = Withdrawn_at is null ? null : (Moment(Withdrawn_at), Withdrawn_by ?? "", Withdrawn_why ?? ""),
        };

        private static Instant Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToInstant();
    }
}
