using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>Studies combined: the effect, how much it differs from study to study, and what small studies suggest is missing.</summary>
public sealed record SynthesisResult
{
    public required SynthesisQuestion Asked { get; init; }

    /// <summary>What was combined and what was left out.</summary>
    public required StudyEffects Studies { get; init; }

    /// <summary>The average effect; or, with moderators, the intercept and then one a moderator.</summary>
    public required IReadOnlyList<SynthesisCoefficient> Coefficients { get; init; }

    public required SynthesisSpread Spread { get; init; }

    /// <summary>Where the true effect of a further study is expected to lie; null for one common effect, or with moderators.</summary>
    public Interval? Prediction { get; init; }

    /// <summary>Whether the moderators together go with the effect; null without any.</summary>
    public SynthesisTest? ModeratorTest { get; init; }

    /// <summary>The log of the restricted likelihood at the answer, where the method has one.</summary>
    public double? RestrictedLogLikelihood { get; init; }

    public required SynthesisSmallStudies SmallStudies { get; init; }

    /// <summary>Each row: its effect, interval and weight, for a forest plot.</summary>
    public required IReadOnlyList<SynthesisStudy> Rows { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The average effect; null with moderators, where there is none.</summary>
    public SynthesisCoefficient? Average => Studies.ModeratorNames.Count == 0 ? Coefficients[0] : null;
}

/// <summary>A number of the model with its error.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Value">On the scale of the measure.</param>
/// <param name="StandardError">Of it.</param>
/// <param name="Interval">Of it, with its method.</param>
/// <param name="Statistic">Value over error.</param>
/// <param name="Degrees">Of Student's t; null for the normal.</param>
/// <param name="P">The chance of so much either way where there is nothing to find.</param>
public sealed record SynthesisCoefficient(string Name, double Value, double StandardError, Interval Interval, double Statistic, int? Degrees, double P);

/// <summary>How much effects differ beyond chance.</summary>
public sealed record SynthesisSpread
{
    /// <summary>Cochran's Q, of what the moderators leave over.</summary>
    public required double Q { get; init; }

    public required int Degrees { get; init; }

    public required double P { get; init; }

    /// <summary>Variance of true effects between studies: all levels together. 0 for one common effect.</summary>
    public required double TauSquared { get; init; }

    /// <summary>By the Q-profile (Viechtbauer, 2007); null where no value fits, for one common effect, or with three levels.</summary>
    public Interval? TauInterval { get; init; }

    /// <summary>Per cent of the variance of effects that is not chance.</summary>
    public required double ISquared { get; init; }

    public Interval? ISquaredInterval { get; init; }

    /// <summary>Variance of effects over that which chance alone would give.</summary>
    public required double HSquared { get; init; }

    /// <summary>Per cent of the spread between studies that goes with the moderators; null without any, or where there is no spread.</summary>
    public double? Explained { get; init; }

    /// <summary>Variance between clusters and between effects within one; empty unless asked for.</summary>
    public IReadOnlyList<SynthesisLevel> Levels { get; init; } = [];
}

/// <summary>The variance of true effects at one level.</summary>
/// <param name="Name">Between clusters, or within them.</param>
/// <param name="Variance">Its estimate.</param>
/// <param name="Interval">By the profile of the restricted likelihood.</param>
/// <param name="Share">Per cent of all variance that lies there.</param>
public sealed record SynthesisLevel(string Name, double Variance, Interval Interval, double Share);

/// <summary>A test of several things at once.</summary>
/// <param name="Statistic">Chi-squared, or F where there are second degrees.</param>
/// <param name="Degrees">Of the things tested.</param>
/// <param name="Degrees2">Of what is left over; null for chi-squared.</param>
/// <param name="P">The chance of so much where there is nothing to find.</param>
public sealed record SynthesisTest(double Statistic, int Degrees, int? Degrees2, double P);

/// <summary>Whether small studies differ from large ones, and what the answer would be were the missing ones there. A sign, not a proof, of studies unpublished.</summary>
public sealed record SynthesisSmallStudies
{
    /// <summary>Egger's test: effects against their errors; null where it cannot be made.</summary>
    public SynthesisCoefficient? Egger { get; init; }

    /// <summary>The effect of a study without error, by the same line.</summary>
    public SynthesisCoefficient? Limit { get; init; }

    public SynthesisFill? Fill { get; init; }

    /// <summary>Why there is no test, or no filling; empty where both are there.</summary>
    public string Why { get; init; } = "";
}

/// <summary>Trim and fill (S. Duval and R. Tweedie, 2000, estimator L0).</summary>
/// <param name="Missing">How many studies seem to be missing.</param>
/// <param name="OnTheRight">True if they are those of larger effects.</param>
/// <param name="Effects">Those put in, as mirror images.</param>
/// <param name="Variances">Of those put in.</param>
/// <param name="Average">The average effect with them.</param>
/// <param name="TauSquared">Between studies, with them.</param>
public sealed record SynthesisFill(int Missing, bool OnTheRight, double[] Effects, double[] Variances, SynthesisCoefficient Average, double TauSquared);

/// <summary>One row of a forest plot.</summary>
/// <param name="Name">As the file calls it.</param>
/// <param name="Cluster">What it belongs to; empty for none.</param>
/// <param name="Effect">On the scale of the measure.</param>
/// <param name="StandardError">Of it.</param>
/// <param name="Interval">Of it.</param>
/// <param name="Weight">Per cent of the whole.</param>
public sealed record SynthesisStudy(string Name, string Cluster, double Effect, double StandardError, Interval Interval, double Weight);
