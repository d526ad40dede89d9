using NodaTime;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>A time at which the spine was made or changed.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What was done.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who had it done.</param>
/// <param name="Model">The number of the model it was made with.</param>
/// <param name="Records">The records in it: a raw count.</param>
/// <param name="People">The people they are of: a raw count.</param>
/// <param name="Errors">What is expected to be wrong, of when all was last linked.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record SpineBuild(long Id, BuildKind Kind, Instant At, string Who, long Model, RawCount Records, RawCount People, ExpectedErrors Errors, long Milliseconds)
{
    internal long LastPerson { get; init; }
}

/// <summary>What was done when the spine changed.</summary>
public enum BuildKind
{
    /// <summary>It was made.</summary>
    First,

    /// <summary>All records were linked anew, and the people there were kept their ids.</summary>
    Rebuild,

    /// <summary>New, changed and gone records were worked in.</summary>
    Update,

    /// <summary>A reviewer decided.</summary>
    Decision,
}

/// <summary>People joined or parted.</summary>
/// <param name="Build">When.</param>
/// <param name="At">The moment.</param>
/// <param name="IsMerge">True: the other became part of the person. False: the other was parted from the person.</param>
/// <param name="Person">The person.</param>
/// <param name="Other">The other.</param>
/// <param name="Why">Why.</param>
/// <param name="Who">The system, or the reviewer.</param>
public sealed record SpineChange(long Build, Instant At, bool IsMerge, long Person, long Other, string Why, string Who);

/// <summary>A record is of a person, from one moment until another.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Record">The record.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when; null while it holds.</param>
public sealed record Membership(long Person, RecordName Record, Instant From, Instant? Until);
