namespace Shiremoot.Storage;

/// <summary>The tables of a store as the SQL files make them, in the order they are filled. A test holds this list to the SQL.</summary>
public static class StoreTables
{
    public static readonly BulkTable Load = new(
        "load", Whole("id"), Text("feed"), Text("feed_version"), Text("slot"), Text("file_name"), Text("file_hash"), Text("content_hash"), Text("rows_hash"),
        Whole("rows_in"), Whole("rows_accepted"), Whole("rows_quarantined"), Whole("rows_left_out"), Text("notes"), Text("origin"), Text("status"),
        Whole("replaces"), Text("refusal"), Whole("period_from"), Whole("period_until"), Text("taken_in_at"), Whole("milliseconds"));

    public static readonly BulkTable Quarantine = new(
        "quarantine", Whole("id"), Whole("line"), Text("column_name"), Text("value"), Text("reason"), Text("hint"), Text("row_text"));

    public static readonly BulkTable Journal = new("journal", Whole("id"), Text("line"));

    public static readonly BulkTable SourceRecord = new(
        "source_record", Whole("id"), Text("agency"), Text("person"), Text("forename"), Text("middle_names"), Text("surname"), Whole("birth_day"),
        Text("sex"), Text("ethnicity"), Text("postcode"), Text("identifiers"), Text("attributes"));

    public static readonly BulkTable Event = new(
        "event", Whole("id"), Text("agency"), Text("person"), Text("kind"), Whole("start_day"), Whole("start_minute"), Whole("end_day"), Whole("end_minute"),
        Text("offence"), Text("disposal"), Text("provider"), Text("area"), Number("amount"), Text("reference"), Text("follows"), Text("attributes"));

    public static readonly BulkTable Statistic = new(
        "statistic", Whole("id"), Text("series"), Text("area"), Text("period"), Whole("period_from"), Whole("period_until"),
        Number("value"), Number("numerator"), Number("denominator"), Text("unit"), Text("dimensions"));

    public static readonly BulkTable SpineModel = new("spine_model", Whole("id"), Text("hash"), Text("file_hash"), Text("model"), Text("learned_at"));

    public static readonly BulkTable SpineBuild = new(
        "spine_build", Whole("id"), Text("kind"), Text("built_at"), Text("who"), Whole("model"), Whole("records"), Whole("people"), Whole("last_person"), Whole("pairs_joined"),
        Number("expected_false"), Number("expected_missed"), Whole("milliseconds"));

    public static readonly BulkTable SpineMembership = new(
        "spine_membership", Whole("id"), Whole("person"), Text("agency"), Text("reference"), Whole("content"), Whole("from_build"), Whole("until_build"));

    public static readonly BulkTable SpineChange = new(
        "spine_change", Whole("id"), Whole("build"), Text("kind"), Whole("person"), Whole("other"), Whole("records"), Text("why"), Text("who"));

    public static readonly BulkTable SpineDecision = new(
        "spine_decision", Whole("id"), Text("agency_a"), Text("reference_a"), Text("agency_b"), Text("reference_b"), Text("verdict"), Text("rationale"), Text("who"), Text("decided_at"),
        Text("withdrawn_at"), Text("withdrawn_by"), Text("withdrawn_why"));

    public static readonly BulkTable SpineReview = new(
        "spine_review", Whole("id"), Text("kind"), Text("agency_a"), Text("reference_a"), Text("agency_b"), Text("reference_b"), Number("bits"), Whole("is_joined"), Whole("pairs"), Number("weight"));

    public static readonly BulkTable SpineReport = new("spine_report", Whole("id"), Text("report"));

    public static IReadOnlyList<BulkTable> All { get; } =
        [Load, Quarantine, Journal, SourceRecord, Event, Statistic, SpineModel, SpineBuild, SpineMembership, SpineChange, SpineDecision, SpineReview, SpineReport];

    private static BulkColumn Text(string name) => new(name, CellKind.Text);

    private static BulkColumn Whole(string name) => new(name, CellKind.Whole);

    private static BulkColumn Number(string name) => new(name, CellKind.Number);
}
