using NodaTime;
using Shiremoot.Records;
using Shiremoot.Storage;

namespace Shiremoot.Picture;

/// <summary>
/// What counts as proven reoffending: how people enter, what proves an offence, and for how long they are followed. After the Ministry of Justice, "Guide to proven reoffending statistics".
/// Method: docs/methods/proven-reoffending.md.
/// </summary>
public sealed record ReoffendingRule
{
    /// <summary>The ways in, those that come first being taken where a person has two on one day.</summary>
    public required IReadOnlyList<ReoffendingEntry> Entries { get; init; }

    /// <summary>The kinds of event that prove an offence.</summary>
    public required IReadOnlyList<string> ProofKinds { get; init; }

    /// <summary>What must hold of such an event for it to count.</summary>
    public CohortText? ProofWhere { get; init; }

    /// <summary>The attribute of such an event with the day of the offence.</summary>
    public string Committed { get; init; } = "offence_date";

    /// <summary>Entries from this day on; null: from the first.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Entries up to this day, itself left out; null: to the last.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>An offence counts if committed within so many months after entry.</summary>
    public int FollowUpMonths { get; init; } = 12;

    /// <summary>It counts if proven within so many months after entry.</summary>
    public int ProofMonths { get; init; } = 18;

    /// <summary>Days a proof may take to come into the records.</summary>
    public int LagDays { get; init; }

    internal static ReoffendingRule Read(MapNode map, bool isWanted)
    {
        ReoffendingRule rule = new()
        {
            Entries = [.. map.Maps("entries").Select(e => new ReoffendingEntry(e.Text("name"), e.Texts("kinds"), CohortFile.TextOr(e, "where")))],
            ProofKinds = map.MapOr("proved_by")?.Texts("kinds") ?? [],
            ProofWhere = map.MapOr("proved_by") is { } proof ? CohortFile.TextOr(proof, "where") : null,
            Committed = map.TextOr("committed", "offence_date"),
            From = map.DayOr("entries_from"),
            Until = map.DayOr("entries_until"),
            FollowUpMonths = map.WholeOr("follow_up_months") ?? 12,
            ProofMonths = map.WholeOr("proof_months") ?? 18,
            LagDays = map.WholeOr("lag_days") ?? 0,
        };
        if (!isWanted) return rule;
        if (rule.Entries.Count is 0 or > 100) map.Fault("entries", "must hold 1 to 100 ways in, each with a 'name' and 'kinds'.");
        if (rule.Entries.Any(e => e.Kinds.Count == 0)) map.Fault("entries", "holds a way in without 'kinds' of event.");
        if (rule.ProofKinds.Count == 0) map.Fault("proved_by", "is missing: name the 'kinds' of event that prove an offence, such as conviction.");
        if (rule.FollowUpMonths < 1 || rule.ProofMonths < rule.FollowUpMonths) map.Fault("follow_up_months", "must be at least 1, and 'proof_months' no fewer.");
        if (rule.LagDays < 0) map.Fault("lag_days", "cannot be below 0.");
        return rule;
    }
}

/// <summary>A way into the cohort.</summary>
/// <param name="Name">In words.</param>
/// <param name="Kinds">Kinds of event; entry is the day they start.</param>
/// <param name="Where">What must hold of the event.</param>
public sealed record ReoffendingEntry(string Name, IReadOnlyList<string> Kinds, CohortText? Where);
