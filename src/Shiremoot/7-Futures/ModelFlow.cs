namespace Shiremoot.Futures;

/// <summary>
/// How many people come in from outside. Either the number a year, or the number that makes a stage, first comers and those who return together,
/// be entered so often a year in the long run.
/// </summary>
/// <param name="PerYear">People a year (365 days); null where <paramref name="TotalPerYear"/> decides.</param>
/// <param name="TotalStage">The stage whose entries are given; -1 if none is.</param>
/// <param name="TotalPerYear">Its entries a year in the steady state.</param>
/// <param name="Season">What multiplies the rate in each month from January; their mean is 1. Empty for an even year.</param>
public sealed record ModelArrivals(double? PerYear, int TotalStage, double TotalPerYear, IReadOnlyList<double> Season);

/// <summary>Something with room for only so many at once: courtrooms, places, practitioners with caseloads. Who finds it full waits.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Servers">How many it serves at once.</param>
/// <param name="Week">What share of the servers works on each day of the week from Monday; empty if it works every day.</param>
/// <param name="Changes">Numbers of servers from days on, counted from the start of the years simulated.</param>
/// <param name="Uses">The stages that wait for it.</param>
public sealed record ModelResource(string Id, int Servers, IReadOnlyList<double> Week, IReadOnlyList<(double FromYear, int Servers)> Changes, IReadOnlyList<ResourceUse> Uses);

/// <summary>A stage that waits for a resource.</summary>
/// <param name="Stage">Number of the stage.</param>
/// <param name="Work">How long it holds one of the servers, in days; null for the stage's own time.</param>
/// <param name="Priority">Who goes first: the lowest number; among equals, who came first.</param>
public sealed record ResourceUse(int Stage, Lasting? Work, int Priority);
