using Shiremoot.Picture;

namespace Shiremoot.Futures.Learning;

/// <summary>Waits of whole days, some not over when the records end. What is said of them takes no shape for granted but where it says so.</summary>
internal sealed class Waits
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
    public Estimated Rate() => Estimated.Level(Poisson.Fit(over, days, new(["half"], [[-0.5, 0.5]])).Value) with { Of = (long)over.Sum() };

    /// <summary>The mean of an exponential wait.</summary>
    public Estimated ExponentialMean() => Rate().Through(r => 1 / r);

    /// <summary>The mean of a wait of any shape, by the area under the curve of those who still wait, up to the longest wait seen.</summary>
    public Estimated Mean()
    {
        SurvivalCurve curve = Survival.Curves(TimesToEvent.Of([.. each], [.. ended])).Value[0];
        (double mean, double error) = curve.RestrictedMean(curve.Time[^1]);
        double reach = 1.959963984540054 * error;
        return new(mean, mean - reach, mean + reach, each.Count);
    }
}
