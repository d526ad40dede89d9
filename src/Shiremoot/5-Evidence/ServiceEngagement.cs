using Shiremoot.Records;

namespace Shiremoot.Evidence;

/// <summary>The steps by which people come to a service and stay with it, as its file names them. Method: docs/methods/engagement.md.</summary>
/// <param name="WithinDays">Steps count if reached from the index day to at most so many days after it; people not followed for so long are left out.</param>
/// <param name="Steps">In order. Whoever has not reached one has not reached those after it. Everyone of the cohort stands before the first.</param>
/// <param name="By">The groups that steps are shown by.</param>
public sealed record ServiceEngagement(int WithinDays, IReadOnlyList<EngagementStep> Steps, IReadOnlyList<EngagementGroup> By);

/// <summary>A step.</summary>
/// <param name="Name">In words.</param>
/// <param name="Reached">The day it was reached, in the cohort language; missing for those who did not.</param>
public sealed record EngagementStep(string Name, CohortText Reached);

/// <summary>What people are grouped by.</summary>
/// <param name="Name">In words.</param>
/// <param name="Value">A value in the cohort language on the index day.</param>
/// <param name="Bands">Of a number: where bands begin, rising; empty for a text or yes and no.</param>
public sealed record EngagementGroup(string Name, CohortText Value, IReadOnlyList<double> Bands);
