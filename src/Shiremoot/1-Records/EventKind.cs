namespace Shiremoot.Records;

/// <summary>A kind of event: what may happen to a person, at which stage, and whose records usually hold it.</summary>
/// <param name="Term">Id, title, meaning and dates.</param>
/// <param name="Stage">Id of the stage.</param>
/// <param name="IsSpan">True if it lasts from a start to an end; false if it happens on a day.</param>
/// <param name="Agency">Id of the agency that usually records it; another may.</param>
public sealed record EventKind(Term Term, string Stage, bool IsSpan, string Agency) : ITerm;
