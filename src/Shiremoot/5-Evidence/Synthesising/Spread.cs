using MathNet.Numerics.Distributions;

namespace Shiremoot.Evidence.Synthesising;

/// <summary>The variance of true effects between studies, by each method, and its interval.</summary>
static class Spread
{
    public static double TauSquared(FitColumns columns, SynthesisMethod method) => method switch
    {
        SynthesisMethod.Fixed => 0,
        SynthesisMethod.DerSimonianLaird => WeightedFit.At(columns, 0, 0) is var fit ? Math.Max(0, (fit.Squares - columns.Degrees) / fit.TraceOfP) : 0,
        SynthesisMethod.PauleMandel => Search.Falls(columns.Scale, columns.Degrees, tau => WeightedFit.At(columns, 0, tau).Squares) ?? 0,
        _ => Search.Peak(columns.Scale, tau => WeightedFit.At(columns, 0, tau) is var fit ? (fit.Likelihood, fit.SlopeWithin) : default),
    };

    /// <summary>The values at which generalised Q is as chance gives it; null if none is.</summary>
    public static (double Lower, double Upper)? Profile(FitColumns columns, double confidence)
    {
        double tail = (1 - confidence) / 2;
        double Squares(double tau) => WeightedFit.At(columns, 0, tau).Squares;
        if (Search.Falls(columns.Scale, ChiSquared.InvCDF(columns.Degrees, tail), Squares) is not { } upper) return null;
        return (Search.Falls(columns.Scale, ChiSquared.InvCDF(columns.Degrees, 1 - tail), Squares) ?? 0, upper);
    }

    /// <summary>The variance chance alone gives to a typical study (Higgins and Thompson, 2002).</summary>
    public static double Typical(FitColumns columns) => columns.Degrees / WeightedFit.At(columns, 0, 0).TraceOfP;
}
