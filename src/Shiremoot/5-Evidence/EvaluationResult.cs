using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>What was found of a service: the effect, how alike the people compared were, how far what was not measured could change it, and whether it may be a headline.</summary>
public sealed record EvaluationResult
{
    /// <summary>What was asked.</summary>
    public required EvaluationQuestion Question { get; init; }

    /// <summary>The people; they never leave the room but in the file of weights an analyst asks for.</summary>
    public required EvaluationRows Rows { get; init; }

    /// <summary>The model of who had the service.</summary>
    public required PropensityScore Score { get; init; }

    /// <summary>How the kinds were made alike.</summary>
    public required AdjustedRows Adjusted { get; init; }

    /// <summary>How many of each kind there were, took part and count for.</summary>
    public required EvaluationCounts Counts { get; init; }

    /// <summary>The score, then each covariate.</summary>
    public required IReadOnlyList<BalanceRow> Balance { get; init; }

    /// <summary>Treated people whose score no other person reaches, or falls below all.</summary>
    public required int OutsideOverlap { get; init; }

    /// <summary>The effect, by the estimator that is named: the one to report.</summary>
    public required EffectEstimate Effect { get; init; }

    /// <summary>Mean outcome with the service; null of a time.</summary>
    public required double? With { get; init; }

    /// <summary>What it would have been without; null of a time.</summary>
    public required double? Without { get; init; }

    /// <summary>The ratio of risks, means or hazards; null where a mean is not above 0.</summary>
    public required EffectRatio? Ratio { get; init; }

    /// <summary>Of a time, shares by each day asked for; empty of other outcomes.</summary>
    public IReadOnlyList<TimeShare> Shares { get; init; } = [];

    /// <summary>The difference of the weighted means alone, without a regression; null of a time.</summary>
    public required EffectEstimate? Plain { get; init; }

    /// <summary>Other ways of reckoning, to see whether the answer hangs on the way. Not to choose from.</summary>
    public required IReadOnlyList<EffectEstimate> Others { get; init; }

    /// <summary>How strongly something unmeasured would have to go with both service and outcome to explain the effect away; null where it has no value.</summary>
    public required double? EValue { get; init; }

    /// <summary>The same for the limit nearer to no effect; 1 where the limits hold it.</summary>
    public required double? EValueOfLimit { get; init; }

    /// <summary>Rosenbaum's bound of pairs; null where the method makes none.</summary>
    public required double? Gamma { get; init; }

    /// <summary>Why the effect is not to be a headline; empty if it may be.</summary>
    public required IReadOnlyList<string> WithheldBecause { get; init; }

    /// <summary>What else a reader must know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What was said before outcomes were read; null without a protocol.</summary>
    public ProtocolStanding? Protocol { get; init; }

    /// <summary>The effect may be a headline.</summary>
    public bool HasHeadline => WithheldBecause.Count == 0;

    /// <summary>One plain sentence: the effect, or why it is withheld.</summary>
    public string Headline => EvaluationWords.Headline(this);

    /// <summary>People by tenths of the score, protected.</summary>
    public ProtectedTable Overlap(DisclosureRules rules) => Evidence.Balance.Overlap(Rows.Treated, Score, rules);
}

/// <summary>How many people there were, took part and count for.</summary>
/// <param name="Treated">Who had the service.</param>
/// <param name="Others">Who had not.</param>
/// <param name="TreatedUsed">Of the treated, those in the comparison.</param>
/// <param name="OthersUsed">Of the others, those in it.</param>
/// <param name="TreatedEffective">How many of equal weight would tell as much.</param>
/// <param name="OthersEffective">The same of the others.</param>
/// <param name="Ties">Treated people to whom two or more of the others were equally near: their place in the file settled it.</param>
public sealed record EvaluationCounts(int Treated, int Others, int TreatedUsed, int OthersUsed, double TreatedEffective, double OthersEffective, int Ties);
