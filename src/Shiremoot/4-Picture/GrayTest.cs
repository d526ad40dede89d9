namespace Shiremoot.Picture;

/// <summary>
/// Whether one event happens in the end to the same share of groups, where others may come first: R. J. Gray (1988), Annals of Statistics 16, 1141-1154, all times counting alike.
/// </summary>
/// <param name="Score">Of each group, events less those expected if all groups had one cumulative incidence; their sum is 0.</param>
/// <param name="Test">With one degree of freedom fewer than there are groups with anyone at risk.</param>
public sealed record GrayTest(double[] Score, ChiSquaredTest Test);
