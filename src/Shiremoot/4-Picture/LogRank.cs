namespace Shiremoot.Picture;

/// <summary>
/// Whether an event comes alike to groups: observed against expected events if it did. Source: N. Mantel (1966); R. Peto and J. Peto (1972).
/// </summary>
/// <param name="Observed">Events of each group.</param>
/// <param name="Expected">Those expected if all groups had one hazard.</param>
/// <param name="Test">With one degree of freedom fewer than there are groups with anyone at risk.</param>
public sealed record LogRank(double[] Observed, double[] Expected, ChiSquaredTest Test);
