namespace Shiremoot.Futures;

/// <summary>One figure of the future over the runs: its mean, how well the runs know it, and where it falls in 95 runs of 100.</summary>
/// <param name="Mean">Mean over the runs.</param>
/// <param name="Error">Standard error of that mean.</param>
/// <param name="Low">2.5 of 100 runs lie below.</param>
/// <param name="High">2.5 of 100 runs lie above.</param>
/// <param name="OfNumbers">Share of the spread that is because the scenario's numbers are not known better; the rest is chance. 0 where nothing was drawn.</param>
public readonly record struct FutureFigure(double Mean, double Error, double Low, double High, double OfNumbers)
{
    /// <summary>Sums up one figure's runs.</summary>
    /// <param name="values">By run.</param>
    /// <param name="worlds">Run r was made with the numbers of world r modulo this.</param>
    public static FutureFigure Of(ReadOnlySpan<double> values, int worlds)
    {
        RunMean mean = RunMean.Of(values);
        double[] sorted = [.. values];
        Array.Sort(sorted);
        double between = Between(values, worlds, mean.Mean, out double within);
        // Runs of one world share its numbers: the error of the mean is that of the worlds' means.
        double error = worlds > 1 && values.Length >= 2 * worlds ? Math.Sqrt(Math.Max(between + (within * worlds / values.Length), 0) / worlds) : mean.Error;
        double all = between + within;
        return new(mean.Mean, error, Quantile(sorted, 0.025), Quantile(sorted, 0.975), all > 0 ? between / all : 0);
    }

    // Variance between worlds, freed of the chance that is in each world's mean (one-way analysis of variance; Searle, Casella and McCulloch, 1992).
    private static double Between(ReadOnlySpan<double> values, int worlds, double mean, out double within)
    {
        double total = 0;
        foreach (double value in values) total += (value - mean) * (value - mean);
        if (worlds < 2 || values.Length < 2 * worlds)
        {
            within = values.Length > 1 ? total / (values.Length - 1) : 0;
            return 0;
        }
        double across = 0;
        for (int world = 0; world < worlds; world++)
        {
            double sum = 0;
            int count = 0;
            for (int run = world; run < values.Length; run += worlds, count++) sum += values[run];
            across += count * ((sum / count) - mean) * ((sum / count) - mean);
        }
        within = (total - across) / (values.Length - worlds);
        return Math.Max(0, ((across / (worlds - 1)) - within) / ((double)values.Length / worlds));
    }

    private static double Quantile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)at;
        return below + 1 >= sorted.Length ? sorted[^1] : sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]));
    }
}
