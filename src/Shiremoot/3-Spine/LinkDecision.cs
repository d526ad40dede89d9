using NodaTime;

namespace Shiremoot.Spine;

/// <summary>What may be decided of two records.</summary>
public enum Verdict
{
    /// <summary>They are of one person: the two are joined, whatever their weights say.</summary>
    Same,

    /// <summary>They are of two people: no person ever holds both.</summary>
    Different,

    /// <summary>Nobody can tell: nothing is forced, and the pair leaves the queue.</summary>
    Unsure,
}

/// <summary>What a reviewer decided of two records.</summary>
/// <param name="Id">Its number.</param>
/// <param name="A">One record.</param>
/// <param name="B">The other.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Rationale">Why, in the reviewer's words.</param>
/// <param name="Who">The reviewer.</param>
/// <param name="At">When.</param>
public sealed record LinkDecision(long Id, RecordName A, RecordName B, Verdict Verdict, string Rationale, string Who, Instant At)
{
    /// <summary>When, by whom and why it was withdrawn; null while it holds.</summary>
    public (Instant At, string Who, string Why)? Withdrawn { get; init; }
}
