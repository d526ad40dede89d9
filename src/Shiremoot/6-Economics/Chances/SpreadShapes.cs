using MathNet.Numerics;

namespace Shiremoot.Economics.Chances;

/// <summary>A distribution from nought up, in its plainest units.</summary>
internal interface ISpreadShape
{
    /// <summary>Where values end: infinite if they do not.</summary>
    double Most { get; }

    /// <summary>A value within, to begin a search at.</summary>
    double Start { get; }

    double Density(double value);

    /// <summary>The share below a value.</summary>
    double Below(double value);

    /// <summary>The share above a value, kept exact where it is small.</summary>
    double Above(double value);
}

/// <summary>The beta distribution.</summary>
internal sealed class BetaShape(double alpha, double beta) : ISpreadShape
{
    private readonly double constant = SpecialFunctions.BetaLn(alpha, beta);

    public double Most => 1;

    public double Start => alpha / (alpha + beta);

    public double Density(double value) => Math.Exp(((alpha - 1) * Math.Log(value)) + ((beta - 1) * Math.Log(1 - value)) - constant);

    public double Below(double value) => SpecialFunctions.BetaRegularized(alpha, beta, value);

    public double Above(double value) => SpecialFunctions.BetaRegularized(beta, alpha, 1 - value);
}

/// <summary>The gamma distribution of scale one.</summary>
internal sealed class GammaShape(double shape) : ISpreadShape
{
    private readonly double constant = SpecialFunctions.GammaLn(shape);

    public double Most => double.PositiveInfinity;

    public double Start => shape;

    public double Density(double value) => Math.Exp(((shape - 1) * Math.Log(value)) - value - constant);

    public double Below(double value) => SpecialFunctions.GammaLowerRegularized(shape, value);

    public double Above(double value) => SpecialFunctions.GammaUpperRegularized(shape, value);
}
