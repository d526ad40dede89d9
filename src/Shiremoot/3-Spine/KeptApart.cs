namespace Shiremoot.Spine;

/// <summary>Why two records that a pair speaks for were not joined.</summary>
public enum ApartFor
{
    /// <summary>A source that holds nobody twice would have two of its records in one person.</summary>
    OneASource,

    /// <summary>Two different numbers of which a person has one.</summary>
    OnePerPerson,

    /// <summary>On the whole the pairs between the two clusters speak against it.</summary>
    Contradiction,

    /// <summary>Someone decided that two of the records are not of one person.</summary>
    Decided,

    /// <summary>Someone decided that these are of one person, and someone that others, which would come along, are not.</summary>
    DecisionsConflict,
}

/// <summary>A pair sure enough to join whose clusters were kept apart: for review.</summary>
/// <param name="A">One record.</param>
/// <param name="B">The other.</param>
/// <param name="Bits">How sure the pair is.</param>
/// <param name="Why">Why they were kept apart.</param>
public readonly record struct KeptApart(int A, int B, float Bits, ApartFor Why);
