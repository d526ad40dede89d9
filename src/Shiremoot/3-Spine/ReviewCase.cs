namespace Shiremoot.Spine;

/// <summary>Why a pair is worth a look.</summary>
public enum ReviewKind
{
    /// <summary>Sure enough to join, but a source that holds nobody twice would hold one twice.</summary>
    OneASource,

    /// <summary>Sure enough to join, but two numbers of which a person has one differ.</summary>
    OnePerPerson,

    /// <summary>Sure enough to join, but the pairs between the two people speak against it on the whole.</summary>
    Contradiction,

    /// <summary>Decisions contradict one another.</summary>
    DecisionsConflict,

    /// <summary>Just not sure enough to join.</summary>
    Below,

    /// <summary>A weak pair alone holds a person's records together.</summary>
    Bridge,

    /// <summary>Records of one person with two different numbers of which a person has one.</summary>
    Numbers,
}

/// <summary>A pair of records worth a reviewer's look.</summary>
/// <param name="Kind">Why.</param>
/// <param name="A">One record.</param>
/// <param name="B">The other.</param>
/// <param name="Bits">How sure the pair is.</param>
/// <param name="IsJoined">True if the two are of one person as it stands.</param>
/// <param name="Pairs">Pairs of records that a decision against what stands would join or part.</param>
/// <param name="Weight">Those pairs times the doubt: the probability that what stands is wrong. The queue is in this order.</param>
public sealed record ReviewCase(ReviewKind Kind, RecordName A, RecordName B, double Bits, bool IsJoined, long Pairs, double Weight)
{
    /// <summary>Its number in the queue.</summary>
    public long Id { get; init; }

    /// <summary>The probability that the two are of one person, by the pair alone.</summary>
    public double Probability => 1 / (1 + Math.Pow(2, -Bits));
}
