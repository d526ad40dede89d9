using Shiremoot.Economics.Costing;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Economics;

/// <summary>What the dearest few per cent of people cost, and how much of the harm theirs is.</summary>
/// <param name="PerCent">1 for the dearest one in a hundred of those who cost anything, rounded up to a whole person.</param>
/// <param name="Top">Their cost.</param>
/// <param name="Share">It as a share of everyone's.</param>
/// <param name="HarmShare">Their share of the harm of proven offences, by severity weights; null where no offence has one.</param>
public sealed record CostOfTop(double PerCent, ProtectedAmount Top, Protected<double> Share, Protected<double>? HarmShare);

/// <summary>A point of the curve of costs: the share of all cost that the cheapest so many have, both from 0 to 1.</summary>
public sealed record CostCurvePoint(double People, double Cost);

/// <summary>How cost is spread over people: mean, median, the heaviest users, the Lorenz curve. Of people who cost anything in the time asked about.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Cohort">Whose cost: the title of the cohort; empty for everyone.</param>
/// <param name="Total">Everyone's cost together, with the people who have any.</param>
/// <param name="Median">What one in the middle costs; where exact figures may not be shown, the mean of the middle tenth.</param>
/// <param name="Top">The heaviest users.</param>
/// <param name="Curve">From (0, 0) to (1, 1); empty where it would show too few people at once.</param>
/// <param name="Gini">From 0, all cost the same, to nearly 1; null without a curve.</param>
/// <param name="Harm">Severity of their proven offences together, in days of custody; null where no offence has a weight.</param>
/// <param name="Period">The days covered.</param>
/// <param name="Notes">What a reader must know.</param>
/// <param name="Origin">Generated if any record is.</param>
/// <param name="Rules">How people are protected.</param>
public sealed record HeaviestUsers(
    CostQuestion Question, string Cohort, ProtectedAmount Total, Protected<decimal> Median, IReadOnlyList<CostOfTop> Top, IReadOnlyList<CostCurvePoint> Curve, double? Gini,
    ProtectedAmount? Harm, string Period, IReadOnlyList<string> Notes, Origin Origin, DisclosureRules Rules)
{
    /// <summary>The shares shown unless others are asked for.</summary>
    public static IReadOnlyList<double> UsualTop { get; } = [1, 5, 10];

    /// <summary>Costs each person of the first cohort asked for, or everyone, and looks at how it is spread. Refused as <see cref="StoryCosts.Of"/>.</summary>
    public static Outcome<HeaviestUsers> Of(CostSetting setting, CostQuestion question, IReadOnlyList<double>? top = null) =>
        CostPass.Run(setting, question with { Rows = CostBy.All, Columns = CostBy.All }, totals: true).Then<HeaviestUsers>(sums => CostSpread.Of(sums, setting, question, top ?? UsualTop));
}
