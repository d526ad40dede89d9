namespace Shiremoot.Futures;

/// <summary>What a result is set against.</summary>
public enum CounterfactualKind
{
    /// <summary>A level agreed beforehand.</summary>
    Baseline,

    /// <summary>That level, moved on by a yearly change agreed beforehand.</summary>
    Trend,

    /// <summary>That level, moved on as somewhere else moved.</summary>
    Index,

    /// <summary>People like them, of whom nothing new was done: a matched control group.</summary>
    Control,
}

/// <summary>What is taken to have happened without the contract, when a payment is worked out.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Trend">Change a year, as a share; nought unless a trend.</param>
/// <param name="Index">Times the baseline, by year; empty unless an index.</param>
/// <param name="Times">A control group is this many times as large; nought unless a control.</param>
/// <param name="Source">Where that is from.</param>
public sealed record Counterfactual(CounterfactualKind Kind, decimal Trend, IReadOnlyList<decimal> Index, int Times, string Source)
{
    /// <summary>By what a level of the year before the contract is multiplied in its year <paramref name="year"/>, counted from nought.</summary>
    public decimal Level(int year)
    {
        if (Kind == CounterfactualKind.Index) return Index[year];
        decimal level = 1;
        for (int step = 0; step <= year; step++) level *= 1 + Trend;
        return level;
    }
}

/// <summary>What happened somewhere else: always set beside the change here, whatever the contract pays by.</summary>
/// <param name="Title">Where: England and Wales.</param>
/// <param name="Change">Change since the baseline as a share, by year; null where it is not known.</param>
/// <param name="Source">Where that is from.</param>
public sealed record Elsewhere(string Title, IReadOnlyList<decimal?> Change, string Source);
