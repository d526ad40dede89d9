namespace Shiremoot.Evidence;

/// <summary>Of a time, the share to whom it has happened by a day, with the service and without.</summary>
/// <param name="By">The day, in the unit of the times.</param>
/// <param name="With">Of one; not a number where nobody with the service was followed so long.</param>
/// <param name="Without">What it would have been without.</param>
/// <param name="Difference">With less without, with limits.</param>
public sealed record TimeShare(double By, double With, double Without, EffectEstimate Difference);
