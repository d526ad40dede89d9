namespace Shiremoot.Spine;

/// <summary>Records went from one person to another.</summary>
/// <param name="From">The person they were of.</param>
/// <param name="To">The person they are of now.</param>
/// <param name="Records">How many.</param>
/// <param name="IsWhole">Nothing is left of the person they were of: the two were one.</param>
public readonly record struct Moved(long From, long To, int Records, bool IsWhole);
