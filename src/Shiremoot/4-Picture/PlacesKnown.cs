namespace Shiremoot.Picture;

/// <summary>What is known of the places that records name.</summary>
/// <param name="AuthorityOf">The local authority that a value stands for or lies in, by code: an area's own, or that of a prison; null where it is not known.</param>
/// <param name="Kilometres">How far it is from one local authority to another; NaN where that is not known.</param>
/// <param name="How">How distances are measured, in words.</param>
public sealed record PlacesKnown(Func<string, string?> AuthorityOf, Func<string, string, double> Kilometres, string How)
{
    public static PlacesKnown None { get; } = new(_ => null, (_, _) => double.NaN, "");
}
