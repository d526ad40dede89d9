using MathNet.Numerics;
using MathNet.Numerics.Optimization;

namespace Shiremoot.Futures.Learning;

/// <summary>
/// The likelihood of waits counted in whole days, some not over. A wait T begins at any moment of its first day, so that it is counted as D = floor(U + T): the chance of d is
/// the mean over U of F(d + 1 - U) - F(d - U), taken at four points (Gauss and Legendre). A length that is cut to whole days itself is D = floor(T).
/// </summary>
internal sealed class WaitLikelihood
{
    private const double Small = 1e-300;
    private static readonly (double At, double Weight)[] Spread =
        [(0.06943184420297371, 0.17392742256872692), (0.33000947820757187, 0.32607257743127308), (0.66999052179242813, 0.32607257743127308), (0.93056815579702629, 0.17392742256872692)];

    private static readonly (double At, double Weight)[] Whole = [(0, 1)];
    private readonly (int Days, bool IsOver, int Count)[] waits;
    private readonly (double At, double Weight)[] starts;

    /// <param name="each">Days waited, and whether the wait was over.</param>
    /// <param name="isCut">The length itself was cut to whole days.</param>
    public WaitLikelihood(IEnumerable<(int Days, bool IsOver)> each, bool isCut)
    {
        waits = [.. each.GroupBy(w => w).Select(g => (g.Key.Days, g.Key.IsOver, g.Count())).OrderBy(w => w)];
        starts = isCut ? Whole : Spread;
    }

    /// <summary>The lengths of one shape that are likeliest, with 95% limits of their mean and spread from the curvature of the likelihood on the logs, and Akaike's criterion.</summary>
    public FittedWait Fit(LastingShape shape)
    {
        double mean = Math.Log(Math.Max(0.5, waits.Sum(w => (double)w.Days * w.Count) / Math.Max(1, waits.Where(w => w.IsOver).Sum(w => w.Count))));
        if (shape == LastingShape.Exponential)
        {
            double Cost(double log) => -LogLikelihood(shape, Math.Exp(log), 0);
            double best = FindMinimum.OfScalarFunctionConstrained(Cost, mean - 2, mean + 2, 1e-7);
            double curve = Second(Cost, best);
            return new(new(shape, Math.Exp(best), 0), Limits(best, 1 / curve), default, 2 + (2 * Cost(best)));
        }
        double Both(double log, double spread) => -LogLikelihood(shape, Math.Exp(log), Math.Exp(spread));
        MathNet.Numerics.LinearAlgebra.Vector<double> found = new NelderMeadSimplex(1e-8, 4000).FindMinimum(
            ObjectiveFunction.Value(v => Both(v[0], v[1])), MathNet.Numerics.LinearAlgebra.CreateVector.Dense([mean, shape == LastingShape.LogNormal ? -0.3 : -0.1])).MinimizingPoint;
        (double m, double s) = (found[0], found[1]);
        const double H = 1e-3;
        (double mm, double ss) = (Second(x => Both(x, s), m), Second(x => Both(m, x), s));
        double ms = (Both(m + H, s + H) - Both(m + H, s - H) - Both(m - H, s + H) + Both(m - H, s - H)) / (4 * H * H), all = (mm * ss) - (ms * ms);
        return new(new(shape, Math.Exp(m), Math.Exp(s)), Limits(m, ss / all), Limits(s, mm / all), 4 + (2 * Both(m, s)));
    }

    private Estimated Limits(double log, double variance)
    {
        double reach = 1.959963984540054 * Math.Sqrt(Math.Max(0, variance));
        return new(Math.Exp(log), Math.Exp(log - reach), Math.Exp(log + reach), waits.Sum(w => w.Count));
    }

    private static double Second(Func<double, double> of, double at)
    {
        const double H = 1e-3;
        return (of(at + H) - (2 * of(at)) + of(at - H)) / (H * H);
    }

    /// <summary>The share of lengths that are longer than so many days.</summary>
    public static double Still(Lasting lasts, double days) => Staying(lasts.Shape, lasts.Mean, lasts.Spread, ScaleOf(lasts.Shape, lasts.Mean, lasts.Spread), days);

    private static double ScaleOf(LastingShape shape, double mean, double spread) =>
        shape == LastingShape.Weibull ? mean / SpecialFunctions.Gamma(1 + (1 / spread)) : Math.Log(mean) - (spread * spread / 2);

    private static double Staying(LastingShape shape, double mean, double spread, double scale, double t) => t <= 0 ? 1 : shape switch
    {
        LastingShape.Exponential => Math.Exp(-t / mean),
        LastingShape.Weibull => Math.Exp(-Math.Pow(t / scale, spread)),
        _ => SpecialFunctions.Erfc((Math.Log(t) - scale) / (spread * Constants.Sqrt2)) / 2,
    };

    private double LogLikelihood(LastingShape shape, double mean, double spread)
    {
        (double scale, double sum) = (ScaleOf(shape, mean, spread), 0);
        double Still(double t) => Staying(shape, mean, spread, scale, t);
        foreach ((int days, bool isOver, int count) in waits)
        {
            double chance = 0;
            foreach ((double at, double weight) in starts) chance += weight * (isOver ? Still(days - at) - Still(days + 1 - at) : Still(days - at));
            sum += count * Math.Log(Math.Max(Small, chance));
        }
        return double.IsFinite(sum) ? sum : -1e300;
    }
}

/// <summary>Lengths of one shape fitted to waits.</summary>
/// <param name="Lasts">The lengths.</param>
/// <param name="Mean">Their mean with its limits.</param>
/// <param name="Spread">Their spread with its limits; nothing for a shape that has none.</param>
/// <param name="Akaike">Twice the number of its numbers less twice the log likelihood (H. Akaike, 1974): the least is best.</param>
internal sealed record FittedWait(Lasting Lasts, Estimated Mean, Estimated Spread, double Akaike);
