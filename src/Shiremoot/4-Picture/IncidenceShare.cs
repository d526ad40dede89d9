namespace Shiremoot.Picture;

/// <summary>The share to whom an event has happened first by one time, and what each row does to it.</summary>
/// <param name="Share">Of one; not a number where nobody is watched so long.</param>
/// <param name="Pull">Of each row, by how much it moves the share: the sum of squares, of rows or of sums of rows that belong together, is the variance (infinitesimal jackknife).</param>
public sealed record IncidenceShare(double Share, double[] Pull);
