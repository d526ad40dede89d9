using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>The shapes a length of time may have.</summary>
public enum LastingShape
{
    Fixed,
    Exponential,
    Weibull,
    LogNormal,
    Uniform,
    Gamma,
    Empirical,
}

/// <summary>A length of time in days, by its mean.</summary>
/// <param name="Shape">How lengths are spread.</param>
/// <param name="Mean">Mean in days; for Uniform the midpoint.</param>
/// <param name="Spread">Weibull and Gamma: the shape parameter. LogNormal: standard deviation of the log. Uniform: half the width.</param>
public sealed record Lasting(LastingShape Shape, double Mean, double Spread)
{
    private readonly double scale = Shape switch
    {
        LastingShape.Weibull => Mean / MathNet.Numerics.SpecialFunctions.Gamma(1 + (1 / Spread)),
        LastingShape.LogNormal => Math.Log(Mean) - (Spread * Spread / 2),
        LastingShape.Gamma => Mean / Spread,
        _ => Mean,
    };

    /// <summary>Empirical: lengths seen, each as likely as any other, shortest first.</summary>
    public IReadOnlyList<double> Seen { get; private init; } = [];

    /// <summary>Lengths as they were seen.</summary>
    /// <param name="seen">Lengths in days; at least one.</param>
    public static Lasting Empirical(IReadOnlyList<double> seen) => new(LastingShape.Empirical, seen.Average(), 0) { Seen = [.. seen.Order()] };

    /// <summary>A draw, in days; takes one number from the stream unless the length is fixed or gamma, which may take several.</summary>
    public double Draw(ref Chance chance) => Shape switch
    {
        LastingShape.Fixed => Mean,
        LastingShape.Exponential => scale * chance.Exponential(),
        LastingShape.Weibull => scale * Math.Pow(chance.Exponential(), 1 / Spread),
        LastingShape.LogNormal => Math.Exp(scale + (Spread * chance.Normal())),
        LastingShape.Gamma => scale * GammaDraw.Of(Spread, ref chance),
        LastingShape.Empirical => Seen[chance.Below(Seen.Count)],
        _ => Mean + (Spread * ((2 * chance.Share()) - 1)),
    };
}
