namespace Shiremoot.Evidence.Synthesising;

/// <summary>Finds where a curve of a variance is highest, or crosses a level: by a grid and halving, so that no start has to be guessed and no step can be lost.</summary>
static class Search
{
    private const int Steps = 48, MostHalvings = 200;
    private const double Least = 1e-8, Most = 1e4;

    /// <summary>The value of at least 0 at which the height is greatest.</summary>
    /// <param name="scale">The size the value may be of.</param>
    /// <param name="at">Height and slope at a value.</param>
    public static double Peak(double scale, Func<double, (double Height, double Slope)> at)
    {
        double[] grid = new double[Steps + 2];
        for (int s = 0; s <= Steps; s++) grid[s + 1] = scale * Least * Math.Pow(Most / Least, (double)s / Steps);
        int best = 0;
        double height = double.NegativeInfinity;
        for (int s = 0; s < grid.Length; s++)
            if (at(grid[s]).Height is var h && h > height) (best, height) = (s, h);
        if (best == 0 && at(0).Slope <= 0) return 0;
        double low = best == 0 ? 0 : grid[best - 1], high = grid[Math.Min(best + 1, grid.Length - 1)];
        return Halve(low, high, x => at(x).Slope > 0);
    }

    /// <summary>The value of at least 0 at which a falling curve comes down to a level; null if it is below it from the start.</summary>
    public static double? Falls(double scale, double level, Func<double, double> at)
    {
        if (at(0) < level) return null;
        return Beyond(0, scale, x => at(x) >= level);
    }

    /// <summary>The last value, from one at which something holds, at which it still does.</summary>
    public static double Beyond(double from, double step, Func<double, bool> holds)
    {
        double high = from + step;
        for (int grown = 0; grown < MostHalvings && holds(high); grown++) high = from + (step *= 2);
        return Halve(from, high, holds);
    }

    /// <summary>Where something that holds at the low end and not at the high end ceases to.</summary>
    public static double Halve(double low, double high, Func<double, bool> holds)
    {
        for (int h = 0; h < MostHalvings; h++)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) break;
            if (holds(middle)) low = middle;
            else high = middle;
        }
        return low + ((high - low) / 2);
    }
}
