using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>How the effect was made.</summary>
public enum DifferenceMethod
{
    /// <summary>One date: least squares with an effect of each unit and each period.</summary>
    TwoWay,

    /// <summary>Several dates, or none left untreated: effects of each date and period, averaged (B. Callaway and P. H. C. Sant'Anna, 2021).</summary>
    GroupTime,
}

/// <summary>The effect of a policy as the difference between units' changes, and whether it may be a headline.</summary>
public sealed record DifferenceResult
{
    public required DifferenceQuestion Asked { get; init; }

    public required PanelRows Panel { get; init; }

    public required DifferenceMethod Method { get; init; }

    /// <summary>On the outcome, in its own unit: a mean over treated units and periods. Errors are clustered by unit, with Student's t.</summary>
    public required SynthesisCoefficient Effect { get; init; }

    /// <summary>The same estimate with the treatment placed on other units.</summary>
    public required PlacementTest Placement { get; init; }

    /// <summary>True where treated units or the others are too few for errors by unit: the placements then decide.</summary>
    public required bool IsFew { get; init; }

    /// <summary>Whether treated units moved like the others before; null where there is but one period before.</summary>
    public required LeadTest? Leads { get; init; }

    /// <summary>The difference by periods since the start, against the last period before.</summary>
    public required IReadOnlyList<EventStep> Steps { get; init; }

    /// <summary>The means of treated and other units by period.</summary>
    public required IReadOnlyList<PanelMeans> Means { get; init; }

    public required int TreatedUnits { get; init; }

    public required int OtherUnits { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Why the effect may be no headline; null where it may.</summary>
    public required string? Withheld { get; init; }

    /// <summary>The chance that decides: by errors, or by placement where units are few.</summary>
    public double P => IsFew ? Placement.P : Effect.P;

    /// <summary>The interval that is told: by errors, or by placement where units are few; null where they are too few to bound the effect.</summary>
    public Interval? Interval => IsFew ? Placement.Interval : Effect.Interval;
}

/// <summary>The treatment placed on other units.</summary>
/// <param name="P">The share of placements, the true one among them, that give so large an estimate either way.</param>
/// <param name="Placements">How many.</param>
/// <param name="IsAll">True if every placement was tried.</param>
/// <param name="Interval">The effects that the placements do not speak against; null where they bound none, or with several dates.</param>
public sealed record PlacementTest(double P, int Placements, bool IsAll, Interval? Interval);

/// <summary>That all differences before the start, but that of the last period, are nought.</summary>
/// <param name="Count">How many differences are tested together.</param>
/// <param name="Statistic">F, by errors clustered by unit; NaN where there are too many of them for the units.</param>
/// <param name="Degrees">Of its denominator.</param>
/// <param name="PByErrors">By F; NaN as above.</param>
/// <param name="PByPlacement">By placing the treatment on other units.</param>
/// <param name="IsByPlacement">Which decides.</param>
public sealed record LeadTest(int Count, double Statistic, int Degrees, double PByErrors, double PByPlacement, bool IsByPlacement)
{
    public double P => IsByPlacement ? PByPlacement : PByErrors;

    /// <summary>True where chance alone would give so much in less than 1 case in 20.</summary>
    public bool Differ => P < 0.05;
}

/// <summary>The difference so many periods after the start.</summary>
/// <param name="Step">0 is the first period with the policy, -1 the last before it.</param>
/// <param name="Value">In the outcome's unit; 0 at -1 by definition.</param>
/// <param name="Interval">By errors clustered by unit; null at -1.</param>
/// <param name="Units">Treated units behind it.</param>
public sealed record EventStep(int Step, double Value, Interval? Interval, int Units);

/// <summary>The means of one period, weighted where weights are given.</summary>
/// <param name="Period">Its label.</param>
/// <param name="Treated">Of units treated at any time; null without figures.</param>
/// <param name="Others">Of the others; null where there are none.</param>
public sealed record PanelMeans(string Period, double? Treated, double? Others);
