namespace Shiremoot.Records;

/// <summary>One of the agencies that each see one stage.</summary>
public sealed record Agency(Term Term) : ITerm;

/// <summary>A stage of the order in which a life may meet the agencies.</summary>
/// <param name="Term">Id, title, meaning and dates.</param>
/// <param name="Order">1 for the first.</param>
public sealed record Stage(Term Term, int Order) : ITerm;
