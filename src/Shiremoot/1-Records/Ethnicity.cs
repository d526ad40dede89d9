namespace Shiremoot.Records;

/// <summary>A self-defined ethnicity.</summary>
/// <param name="Term">Id, title, meaning and dates.</param>
/// <param name="Group">The broad group: White, Mixed, Asian, Black, Other, Not stated.</param>
public sealed record Ethnicity(Term Term, string Group) : ITerm;

/// <summary>Sex as recorded.</summary>
public sealed record Sex(Term Term) : ITerm;

/// <summary>A word of the field that is not in another list: for the glossary.</summary>
public sealed record Word(Term Term) : ITerm;
