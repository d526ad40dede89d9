using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Learning;

/// <summary>What records say a number of a model is, with its 95% interval.</summary>
/// <param name="Value">The number.</param>
/// <param name="Lower">Limit.</param>
/// <param name="Upper">Limit.</param>
/// <param name="Of">How many cases, people or events it is worked out from.</param>
internal readonly record struct Estimated(double Value, double Lower, double Upper, long Of)
{
    public bool Holds(double truth) => truth >= Lower && truth <= Upper;

    /// <summary>The same put through a function that rises or falls all the way.</summary>
    public Estimated Through(Func<double, double> map)
    {
        (double a, double b) = (map(Lower), map(Upper));
        return new(map(Value), Math.Min(a, b), Math.Max(a, b), Of);
    }

    /// <summary>A share: so many of so many, by Wilson's interval.</summary>
    public static Estimated Share(long part, long whole)
    {
        Interval wilson = Intervals.OfShare(part, whole);
        return new((double)part / whole, wilson.Lower, wilson.Upper, whole);
    }

    /// <summary>A weight held against another way's: weights of a stage count against each other alone.</summary>
    public static Estimated Weight(long taken, long other, double otherWeight) => Share(taken, taken + other).Through(p => otherWeight * p / (1 - p));

    /// <summary>A ratio of a regression: odds or hazards.</summary>
    public static Estimated Ratio(RegressionModel model, string name) => Of95(model.Coefficients.Single(c => c.Name == name), model.Rows);

    /// <inheritdoc cref="Ratio(RegressionModel, string)"/>
    public static Estimated Ratio(CoxModel model, string name) => Of95(model.Coefficients.Single(c => c.Name == name), model.Rows);

    /// <summary>The level of a regression where every covariate is 0: odds, or a rate.</summary>
    public static Estimated Level(RegressionModel model) => Of95(model.Intercept, model.Rows);

    /// <summary>So many in so long, as a rate: limits by the log of a Poisson count.</summary>
    public static Estimated PerTime(long count, double time) => new(count / time, count / time * Math.Exp(-1.959963984540054 / Math.Sqrt(count)), count / time * Math.Exp(1.959963984540054 / Math.Sqrt(count)), count);

    private static Estimated Of95(Coefficient found, long rows) => new Estimated(found.Value, found.Lower, found.Upper, rows).Through(Math.Exp);
}
