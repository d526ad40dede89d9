namespace Shiremoot.Futures;

/// <summary>A published figure that generated people must come to.</summary>
public sealed record Target
{
    internal Target(Targets.TargetMeasure measure) => Measure = measure;

    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The figure: a number a year for counts, 0 to 1 for shares, days for times.</summary>
    public required double Value { get; init; }

    public required TargetUnit Unit { get; init; }

    public required string Source { get; init; }

    /// <summary>The sets of targets it belongs to; all if empty.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>The number of the model that calibration moves to meet it, or null: then it is met by what others fix, or is a check.</summary>
    public string? Fits { get; init; }

    /// <summary>The count that says how large the place is: others are scaled by it.</summary>
    public bool SetsSize { get; init; }

    /// <summary>How many years must be made for it to be compared: it speaks of people seen in so many.</summary>
    public int LeastYears => Measure.LeastYears;

    internal Targets.TargetMeasure Measure { get; }
}

/// <summary>What kind of number a target is.</summary>
public enum TargetUnit
{
    CountPerYear,
    Share,
    Days,
}

/// <summary>A target beside what whole careers come to.</summary>
/// <param name="Target">The target.</param>
/// <param name="Value">A number a year at the size of the place, a share, or days.</param>
/// <param name="StandardError">Over the chance in whose careers were lived.</param>
public sealed record TargetExpected(Target Target, double Value, double StandardError);

/// <summary>A target that a run cannot be held to.</summary>
/// <param name="Target">The target.</param>
/// <param name="Why">In words that follow its title.</param>
public sealed record TargetLeftOut(Target Target, string Why);

/// <summary>A target beside what was made.</summary>
/// <param name="Target">The target.</param>
/// <param name="Expected">The figure at the size made: counts are scaled to the number of people and a year.</param>
/// <param name="Made">What the generated lives come to.</param>
/// <param name="StandardError">Of what is made, over the chance in who is drawn, if the target holds.</param>
public sealed record TargetMade(Target Target, double Expected, double Made, double StandardError)
{
    /// <summary>Difference in standard errors.</summary>
    public double Z => StandardError > 0 ? (Made - Expected) / StandardError : 0;

    /// <summary>Inside the 99% sampling interval.</summary>
    public bool IsInside => Math.Abs(Z) <= 2.5758293035489;
}
