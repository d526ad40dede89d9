namespace Shiremoot.Picture;

/// <summary>The effect of one covariate in a model on the log scale: per unit of the covariate, the others held fixed.</summary>
/// <param name="Name">Of the covariate.</param>
/// <param name="Value">The log of the ratio (hazard ratio, odds ratio, rate ratio).</param>
/// <param name="StandardError">Of the value; robust if the model was asked for that.</param>
/// <param name="Lower">Limit of the value.</param>
/// <param name="Upper">Limit of the value.</param>
/// <param name="P">The chance of a value so far from 0 where there is no effect.</param>
/// <param name="PerSpread">The value per standard deviation of the covariate, to compare covariates of different units.</param>
public readonly record struct Coefficient(string Name, double Value, double StandardError, double Lower, double Upper, double P, double PerSpread)
{
    /// <summary>The ratio: hazard, odds or rates.</summary>
    public double Ratio => Math.Exp(Value);

    /// <summary>Value over standard error.</summary>
    public double Z => Value / StandardError;

    /// <summary>With limits of the value by its standard error.</summary>
    internal static Coefficient Wald(string name, double value, double error, double spread, double confidence)
    {
        double reach = Tails.Z(confidence) * error;
        return new(name, value, error, value - reach, value + reach, Tails.TwoSided(value / error), value * spread);
    }
}
