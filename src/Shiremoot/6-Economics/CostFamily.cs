namespace Shiremoot.Economics;

/// <summary>What the entries under a code are to it.</summary>
public enum FamilyKind
{
    /// <summary>They add up to it: the shares of each agency, say.</summary>
    Parts,

    /// <summary>They do not: each is another way the thing can be (a category B prison, an open prison), or they are only some of it. They must not be added for one case.</summary>
    Alternatives,
}

/// <summary>An entry and those directly under it by code.</summary>
/// <param name="Parent">The code above.</param>
/// <param name="Children">The codes directly under it, in the order of the file.</param>
/// <param name="Kind">Parts or alternatives.</param>
/// <param name="Why">The arithmetic, or the line of the mapping, that decided it.</param>
public sealed record CostFamily(string Parent, IReadOnlyList<string> Children, FamilyKind Kind, string Why);
