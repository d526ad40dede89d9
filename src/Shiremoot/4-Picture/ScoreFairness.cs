using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>What a score gets right and wrong of the entries of stories, for everyone and by sex, ethnicity and age: summed over groups and protected. Method: docs/methods/fairness-of-stories.md.</summary>
public sealed record ScoreFairness
{
    /// <summary>The expected share from which an entry counts as flagged: more likely than not. One for all, for counts at two thresholds would tell who lies between them.</summary>
    public const double Threshold = 0.5;

    /// <summary>That not everything can be equal.</summary>
    public const string Warning =
        "Where groups reoffend at different rates, a score that is not perfect cannot both mean the same in every group (calibration) and go wrong equally often in every group (Chouldechova, 2017; Kleinberg, Mullainathan and Raghavan, 2016). Which matters more is a choice, not a finding.";

    /// <summary>Whose score it is.</summary>
    public required PeopleMeasure Measure { get; init; }

    /// <summary>The score and its horizon, in words.</summary>
    public required string Score { get; init; }

    /// <summary>What was counted, in plain words.</summary>
    public required string Definition { get; init; }

    public required string Period { get; init; }

    public required string Records { get; init; }

    public required Origin Origin { get; init; }

    public required DisclosureRules Rules { get; init; }

    /// <summary>Groups by breakdown, in order.</summary>
    public required IReadOnlyList<FairnessRow> Rows { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Laid out as a table, for pages and files.</summary>
    public ReleaseTable ToTable() => FairnessTables.Of(this);
}

/// <summary>One group. Every rate comes from the counts shown; calibration and area under the curve are told where there are enough people to hide each in.</summary>
/// <param name="By">sex, ethnicity or age_band.</param>
/// <param name="Group">In words; several groups of few may stand together.</param>
/// <param name="TrueNegatives">Not flagged, did not reoffend.</param>
/// <param name="FalsePositives">Flagged, did not reoffend.</param>
/// <param name="FalseNegatives">Not flagged, reoffended.</param>
/// <param name="TruePositives">Flagged, reoffended.</param>
/// <param name="Expected">How many were expected to reoffend beside how many did.</param>
/// <param name="Holding">Calibration and area under the curve; null where too few are compared.</param>
public sealed record FairnessRow(
    string By, string Group, ProtectedCount TrueNegatives, ProtectedCount FalsePositives, ProtectedCount FalseNegatives, ProtectedCount TruePositives, ExpectedFigures Expected, ScoreHolding? Holding)
{
    /// <summary>The share who reoffended, with Wilson's limits, as all that follow.</summary>
    public required EstimateShown BaseRate { get; init; }

    /// <summary>Of those who did not reoffend, the share flagged.</summary>
    public required EstimateShown FalsePositiveRate { get; init; }

    /// <summary>Of those who reoffended, the share not flagged.</summary>
    public required EstimateShown FalseNegativeRate { get; init; }

    /// <summary>Of those flagged, the share who reoffended.</summary>
    public required EstimateShown RightWhenFlagged { get; init; }
}
