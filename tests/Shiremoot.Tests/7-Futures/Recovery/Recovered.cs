using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>What records say a number of the model is, with its 95% interval.</summary>
/// <param name="Of">How many cases, people or events it is worked out from.</param>
readonly record struct Recovered(double Value, double Lower, double Upper, long Of)
{
    public bool Holds(double truth) => truth >= Lower && truth <= Upper;

    /// <summary>The same put through a function that rises or falls all the way.</summary>
    public Recovered Through(Func<double, double> map)
    {
        (double a, double b) = (map(Lower), map(Upper));
        return new(map(Value), Math.Min(a, b), Math.Max(a, b), Of);
    }

    /// <summary>A stage probability: so many of so many.</summary>
    public static Recovered Share(long part, long whole)
    {
        Interval wilson = Intervals.OfShare(part, whole);
        return new((double)part / whole, wilson.Lower, wilson.Upper, whole);
    }

    /// <summary>A weight held against another route's: weights of a stage count against each other alone.</summary>
    public static Recovered Weight(long taken, long other, double otherWeight) => Share(taken, taken + other).Through(p => otherWeight * p / (1 - p));

    /// <summary>A ratio of a regression: odds or hazards.</summary>
    public static Recovered Ratio(RegressionModel model, string name)
    {
        Coefficient found = model.Coefficients.Single(c => c.Name == name);
        return new Recovered(found.Value, found.Lower, found.Upper, model.Rows).Through(Math.Exp);
    }

    public static Recovered Ratio(CoxModel model, string name)
    {
        Coefficient found = model.Coefficients.Single(c => c.Name == name);
        return new Recovered(found.Value, found.Lower, found.Upper, model.Rows).Through(Math.Exp);
    }

    /// <summary>The level of a regression where every covariate is 0: odds, or a rate.</summary>
    public static Recovered Level(RegressionModel model) => new Recovered(model.Intercept.Value, model.Intercept.Lower, model.Intercept.Upper, model.Rows).Through(Math.Exp);
}

/// <summary>Waits of whole days, some not over when the records end.</summary>
sealed class Waits
{
    private readonly double[] days = new double[2], over = new double[2];
    private readonly List<double> each = [];
    private readonly List<bool> ended = [];

    /// <param name="wait">Days from beginning to end, or to the end of the records.</param>
    /// <param name="isOver">It ended.</param>
    /// <param name="person">Whose: the odd and the even are kept apart.</param>
    public void Add(double wait, bool isOver, int person)
    {
        days[person & 1] += wait;
        if (isOver) over[person & 1]++;
        each.Add(wait);
        ended.Add(isOver);
    }

    /// <summary>Ends for each day of waiting: Poisson regression of the ends in two halves on the days waited, the level between the halves.</summary>
    public Recovered Rate() => Recovered.Level(Poisson.Fit(over, days, new(["half"], [[-0.5, 0.5]])).Value) with { Of = (long)over.Sum() };

    /// <summary>The mean of an exponential wait.</summary>
    public Recovered ExponentialMean() => Rate().Through(r => 1 / r);

    /// <summary>The mean of a wait of any shape, by the area under the curve of those who still wait, up to the longest wait seen.</summary>
    public Recovered Mean()
    {
        SurvivalCurve curve = Survival.Curves(TimesToEvent.Of([.. each], [.. ended])).Value[0];
        (double mean, double error) = curve.RestrictedMean(curve.Time[^1]);
        double reach = 1.959963984540054 * error;
        return new(mean, mean - reach, mean + reach, each.Count);
    }
}
