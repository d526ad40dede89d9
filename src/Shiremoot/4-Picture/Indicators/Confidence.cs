using MathNet.Numerics.Distributions;

namespace Shiremoot.Picture.Indicators;

/// <summary>The two confidence levels of public health and justice statistics, and the normal quantile of any level.</summary>
public static class Confidence
{
    /// <summary>The level an interval is shown at.</summary>
    public const double Usual = 0.95;

    /// <summary>The level of alarm in process control: three standard errors, 0.1% in each tail.</summary>
    public const double Control = 0.998;

    /// <summary>The two-sided normal quantile: 1.959964 at 95%, 3.090232 at 99.8%.</summary>
    public static double Z(double confidence)
    {
        Check(confidence);
        return Normal.InvCDF(0, 1, 0.5 + (confidence / 2));
    }

    internal static void Check(double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence must lie between 0 and 1, such as 0.95.");
    }
}
