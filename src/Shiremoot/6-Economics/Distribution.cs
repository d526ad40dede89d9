namespace Shiremoot.Economics;

/// <summary>The shapes an uncertain number may have.</summary>
public enum DistributionKind { Fixed, Normal, LogNormal, Triangular, Pert, Uniform, Beta, Gamma, Empirical }

/// <summary>How an uncertain number is spread. See docs/methods/monte-carlo.md for what each is for.</summary>
public sealed class Distribution
{
    private Distribution(DistributionKind kind, params double[] numbers) => (Kind, Numbers) = (kind, numbers);

    public DistributionKind Kind { get; }

    /// <summary>Its numbers, in the order of the method that made it.</summary>
    public IReadOnlyList<double> Numbers { get; }

    /// <summary>Always this value.</summary>
    public static Distribution Fixed(double value) => new(DistributionKind.Fixed, value);

    /// <summary>The bell curve, by its mean and standard deviation (above zero).</summary>
    public static Distribution Normal(double mean, double deviation) => new(DistributionKind.Normal, mean, deviation);

    /// <summary>A positive number whose logarithm is normal, by the mean and standard deviation of the number itself (both above zero).</summary>
    public static Distribution LogNormal(double mean, double deviation) => new(DistributionKind.LogNormal, mean, deviation);

    /// <summary>From least to most with its peak at the likeliest value, falling in straight lines.</summary>
    public static Distribution Triangular(double least, double likeliest, double most) => new(DistributionKind.Triangular, least, likeliest, most);

    /// <summary>From least to most around the likeliest, lighter in the tails than the triangle: a beta with mean (least + 4 × likeliest + most) ÷ 6 (Malcolm and others, 1959).</summary>
    public static Distribution Pert(double least, double likeliest, double most) => new(DistributionKind.Pert, least, likeliest, most);

    /// <summary>Any value from least to most alike.</summary>
    public static Distribution Uniform(double least, double most) => new(DistributionKind.Uniform, least, most);

    /// <summary>A share, by successes and failures counted (both above zero); its mean is alpha ÷ (alpha + beta).</summary>
    public static Distribution Beta(double alpha, double beta) => new(DistributionKind.Beta, alpha, beta);

    /// <summary>A positive number with a long upper tail, by shape and scale (both above zero); its mean is their product.</summary>
    public static Distribution Gamma(double shape, double scale) => new(DistributionKind.Gamma, shape, scale);

    /// <summary>Any of these values alike: a resample of what was seen.</summary>
    public static Distribution Empirical(IReadOnlyList<double> values) => new(DistributionKind.Empirical, [.. values.Order()]);

    /// <summary>The expected value.</summary>
    public double Mean => Kind switch
    {
        DistributionKind.Triangular => Numbers.Average(),
        DistributionKind.Pert => (Numbers[0] + (4 * Numbers[1]) + Numbers[2]) / 6,
        DistributionKind.Uniform or DistributionKind.Empirical => Numbers.Average(),
        DistributionKind.Beta => Numbers[0] / (Numbers[0] + Numbers[1]),
        DistributionKind.Gamma => Numbers[0] * Numbers[1],
        _ => Numbers[0],
    };

    /// <summary>In words: triangular, 0.5 to 0.9, likeliest 0.7.</summary>
    public string InWords => Kind switch
    {
        DistributionKind.Fixed => "taken as known",
        DistributionKind.Normal => FormattableString.Invariant($"normal, standard deviation {Numbers[1]:0.####}"),
        DistributionKind.LogNormal => FormattableString.Invariant($"lognormal, mean {Numbers[0]:0.####}, standard deviation {Numbers[1]:0.####}"),
        DistributionKind.Beta => FormattableString.Invariant($"beta, {Numbers[0]:0.####} for and {Numbers[1]:0.####} against"),
        DistributionKind.Gamma => FormattableString.Invariant($"gamma, shape {Numbers[0]:0.####}, scale {Numbers[1]:0.####}"),
        DistributionKind.Uniform => FormattableString.Invariant($"any value from {Numbers[0]:0.####} to {Numbers[1]:0.####}"),
        DistributionKind.Empirical => FormattableString.Invariant($"any of {Numbers.Count} values seen"),
        _ => FormattableString.Invariant($"{(Kind == DistributionKind.Pert ? "pert" : "triangular")}, {Numbers[0]:0.####} to {Numbers[2]:0.####}, likeliest {Numbers[1]:0.####}"),
    };

    /// <summary>What is wrong with its numbers, as the end of a sentence; null if nothing.</summary>
    internal string? Fault()
    {
        if (Numbers.Count == 0) return "has no values; give those that were seen";
        if (Numbers.Any(n => !double.IsFinite(n))) return "has a number that is not finite; correct it";
        return Kind switch
        {
            DistributionKind.Normal when Numbers[1] <= 0 => "needs a standard deviation above zero; make it fixed if it is certain",
            DistributionKind.LogNormal when Numbers[0] <= 0 || Numbers[1] <= 0 => "needs a mean and a standard deviation above zero",
            DistributionKind.Beta or DistributionKind.Gamma when Numbers[0] <= 0 || Numbers[1] <= 0 => "needs two numbers above zero",
            DistributionKind.Uniform when Numbers[0] >= Numbers[1] => "needs its least below its most",
            DistributionKind.Triangular or DistributionKind.Pert when Numbers[0] >= Numbers[2] || Numbers[1] < Numbers[0] || Numbers[1] > Numbers[2] => "needs its least below its most and its likeliest between them",
            _ => null,
        };
    }
}
