using Shiremoot.Picture;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>How people came to a service and stayed with it, fit to be shown.</summary>
/// <param name="Plan">The steps asked for.</param>
/// <param name="Steps">Everyone first, then each step.</param>
/// <param name="Groups">Each group by each step.</param>
/// <param name="Factors">What goes with reaching the last step among those who reached the first, all held alike at once.</param>
/// <param name="FactorsSay">Whom the factors are of, or why there are none.</param>
/// <param name="Sentence">In one plain sentence.</param>
/// <param name="Definition">Who is counted, in plain English.</param>
/// <param name="Notes">What else a reader must know.</param>
public sealed record EngagementPicture(
    ServiceEngagement Plan, IReadOnlyList<StepReached> Steps, IReadOnlyList<GroupReached> Groups, IReadOnlyList<EngagementFactor> Factors, string FactorsSay,
    string Sentence, string Definition, IReadOnlyList<string> Notes);

/// <summary>A step, and who reached it.</summary>
/// <param name="Name">In words.</param>
/// <param name="People">Who reached it.</param>
/// <param name="OfAll">Their share of everyone, with Wilson's interval.</param>
/// <param name="OfBefore">Their share of those at the step before.</param>
/// <param name="MedianDays">Days from the index day of the middle person among those who reached it; withheld of the first.</param>
/// <param name="MedianLower">Limit, 95 per cent.</param>
/// <param name="MedianUpper">Limit.</param>
public sealed record StepReached(string Name, ProtectedCount People, ProtectedShare OfAll, ProtectedShare OfBefore, Protected<double> MedianDays, Protected<double> MedianLower, Protected<double> MedianUpper);

/// <summary>A group, and how many of it reached each step.</summary>
/// <param name="By">What people are grouped by.</param>
/// <param name="Group">The group.</param>
/// <param name="Reached">Of all its people those at each step, everyone first.</param>
public sealed record GroupReached(string By, string Group, IReadOnlyList<ProtectedShare> Reached);

/// <summary>How one thing known by the index day goes with reaching the last step when the others are held alike. It need not lead to it.</summary>
/// <param name="Name">In words.</param>
/// <param name="Effect">Odds ratio and percentage points, or why there are none.</param>
public sealed record EngagementFactor(string Name, PeopleFactor Effect);
