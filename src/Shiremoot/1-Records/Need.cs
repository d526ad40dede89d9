namespace Shiremoot.Records;

/// <summary>A need, in the words of each agency that asks about it.</summary>
/// <param name="Term">Id, title, meaning and dates.</param>
/// <param name="Pathway">Resettlement pathway.</param>
/// <param name="RehabilitativeServices">Categories of commissioned rehabilitative services that meet it.</param>
/// <param name="OasysSections">Sections of the OASys assessment that score it.</param>
public sealed record Need(Term Term, string Pathway, IReadOnlyList<string> RehabilitativeServices, IReadOnlyList<int> OasysSections) : ITerm;

/// <summary>A registration of a person on probation.</summary>
/// <param name="Term">Id, title, meaning and dates.</param>
/// <param name="Group">What it is about: risk of serious harm, health, children ...</param>
public sealed record Registration(Term Term, string Group) : ITerm;

/// <summary>A point on a scale of assessment.</summary>
public sealed record ScalePoint(Term Term, string Scale, int Score) : ITerm;
