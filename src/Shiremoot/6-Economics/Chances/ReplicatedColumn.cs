namespace Shiremoot.Economics.Chances;

/// <summary>One outcome of every draw, in independent replicates: figures of the whole, with errors from how the replicates differ (L'Ecuyer and Lemieux, 2002).</summary>
internal sealed class ReplicatedColumn
{
    private readonly double[][] parts; // each sorted

    /// <param name="draws">Every draw.</param>
    /// <param name="replicates">How many replicates, from the first, to use.</param>
    public ReplicatedColumn(double[] draws, int replicates = MonteCarlo.Replicates)
    {
        parts = [.. Enumerable.Range(0, replicates).Select(r => draws[MonteCarlo.StartOf(r, draws.Length)..MonteCarlo.StartOf(r + 1, draws.Length)])];
        Draws = parts.Sum(p => p.Length);
        double mean = parts.Sum(p => p.Sum()) / Draws, squares = 0;
        Mean = new(mean, ErrorOf([.. parts.Select(p => p.Average())]));
        foreach (double[] part in parts)
        {
            foreach (double value in part) squares += (value - mean) * (value - mean);
            Array.Sort(part);
        }
        Deviation = Math.Sqrt(squares / (Draws - 1));
        ShareAboveZero = new(1 - (parts.Sum(p => UpTo(p, 0)) / (double)Draws), ErrorOf([.. parts.Select(p => UpTo(p, 0) / (double)p.Length)]));
    }

    public int Draws { get; }

    public Estimated Mean { get; }

    public double Deviation { get; }

    public Estimated ShareAboveZero { get; }

    /// <summary>The value below which a share of all draws lies: between the two nearest draws, as R's type 7 and NumPy do.</summary>
    public Estimated Percentile(double share)
    {
        double at = Math.Clamp(share, 0, 1) * (Draws - 1);
        double low = Ranked((int)at), high = at > (int)at ? Ranked((int)at + 1) : low;
        return new(low + ((at - (int)at) * (high - low)), ErrorOf([.. parts.Select(p => At(p, share))]));
    }

    /// <summary>The standard error of the mean of the replicates' figures.</summary>
    public static double ErrorOf(double[] figures)
    {
        double mean = figures.Average();
        return Math.Sqrt(figures.Sum(f => (f - mean) * (f - mean)) / (figures.Length - 1) / figures.Length);
    }

    // The draw of a rank, counted from nought, without sorting the parts into one: the least draw with more than so many up to it, halving one part after another.
    private double Ranked(int rank)
    {
        double least = double.PositiveInfinity;
        foreach (double[] part in parts)
        {
            (int low, int high) = (0, part.Length);
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (part[middle] >= least || parts.Sum(p => UpTo(p, part[middle])) > rank) high = middle;
                else low = middle + 1;
            }
            if (low < part.Length && part[low] < least) least = part[low];
        }
        return least;
    }

    // How many of a sorted part are no more than a value.
    private static int UpTo(double[] sorted, double value)
    {
        (int low, int high) = (0, sorted.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] <= value) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static double At(double[] sorted, double share)
    {
        double at = Math.Clamp(share, 0, 1) * (sorted.Length - 1);
        int low = (int)at;
        return low + 1 < sorted.Length ? sorted[low] + ((at - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }
}
