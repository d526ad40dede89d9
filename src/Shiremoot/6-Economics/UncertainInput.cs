namespace Shiremoot.Economics;

/// <summary>The family of distributions of a number that is not known for certain.</summary>
public enum DistributionKind
{
    /// <summary>Taken as it stands.</summary>
    Fixed,
    Normal,

    /// <summary>The logarithm is normal; the value is the median.</summary>
    LogNormal,
    Triangular,

    /// <summary>A beta stretched between low and high with weight 4 on the likeliest (Malcolm and others, 1959).</summary>
    Pert,
    Uniform,
    Beta,
}

/// <summary>How a number may lie about its value. What a kind does not use is not a number.</summary>
/// <param name="Kind">The family.</param>
/// <param name="Low">Of triangular, pert and uniform: the least.</param>
/// <param name="Likeliest">Of triangular and pert: the mode.</param>
/// <param name="High">Of triangular, pert and uniform: the greatest.</param>
/// <param name="Mean">Of normal and beta: the mean; of lognormal: the mean of the logarithm.</param>
/// <param name="Deviation">Of normal and beta: the standard deviation; of lognormal: that of the logarithm.</param>
public sealed record InputDistribution(DistributionKind Kind, double Low, double Likeliest, double High, double Mean, double Deviation)
{
    /// <summary>Known for certain.</summary>
    public static readonly InputDistribution Certain = new(DistributionKind.Fixed, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Normal with a mean and a standard deviation.</summary>
    public static InputDistribution Normal(double mean, double deviation) => new(DistributionKind.Normal, double.NaN, double.NaN, double.NaN, mean, deviation);

    /// <summary>In words: triangular, 0.5 to 0.9.</summary>
    public override string ToString() => Kind switch
    {
        DistributionKind.Fixed => "taken as known",
        DistributionKind.Normal => Invariant($"normal, standard deviation {Deviation:0.####}"),
        DistributionKind.LogNormal => Invariant($"lognormal, standard deviation of the logarithm {Deviation:0.####}"),
        DistributionKind.Beta => Invariant($"beta, standard deviation {Deviation:0.####}"),
        DistributionKind.Uniform => Invariant($"any value from {Low:0.####} to {High:0.####}"),
        _ => Invariant($"{(Kind == DistributionKind.Pert ? "pert" : "triangular")}, {Low:0.####} to {High:0.####}, likeliest {Likeliest:0.####}"),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>A number an option rests on.</summary>
/// <param name="Name">Unique in the option: "take-up", "fewer reoffences: effect".</param>
/// <param name="Value">Its central value.</param>
/// <param name="Distribution">How it may lie about it.</param>
/// <param name="Least">Values under this are taken as this.</param>
/// <param name="Most">Values over this are taken as this.</param>
/// <param name="Source">Where it is from; "assumption" where it is nobody's finding.</param>
/// <param name="Note">Why it is so.</param>
public sealed record UncertainInput(string Name, double Value, InputDistribution Distribution, double Least, double Most, string Source, string Note)
{
    /// <summary>True where it is nobody's finding.</summary>
    public bool IsAssumption => Source.StartsWith("assumption", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Two inputs that go together: the rank correlation of their draws, between -1 and 1.</summary>
public sealed record InputCorrelation(string One, string Other, double Correlation);
