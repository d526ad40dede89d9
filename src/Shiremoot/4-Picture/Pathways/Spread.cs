namespace Shiremoot.Picture.Pathways;

/// <summary>How long something took, over those of whom it is known; in seconds. Quantiles are interpolated (type 7 of R. J. Hyndman and Y. Fan, 1996).</summary>
/// <param name="Known">How many spans of time there are.</param>
/// <param name="Total">All of them together.</param>
/// <param name="Mean">Their mean; not a number if there are none, as are the others.</param>
/// <param name="Tenth">The 10th percentile.</param>
/// <param name="Median">The middle.</param>
/// <param name="Ninetieth">The 90th percentile.</param>
/// <param name="Most">The longest.</param>
readonly record struct Spread(int Known, double Total, double Mean, double Tenth, double Median, double Ninetieth, double Most)
{
    public static readonly Spread None = new(0, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Of spans of time in any order; sorts them.</summary>
    public static Spread Of(Span<long> spans)
    {
        if (spans.IsEmpty) return None;
        spans.Sort();
        Int128 total = 0;
        foreach (long span in spans) total += span;
        return new Spread(spans.Length, (double)total, (double)total / spans.Length, At(spans, 0.1), At(spans, 0.5), At(spans, 0.9), spans[^1]);
    }

    public static double MedianOf(Span<long> spans)
    {
        if (spans.IsEmpty) return double.NaN;
        spans.Sort();
        return At(spans, 0.5);
    }

    private static double At(ReadOnlySpan<long> sorted, double share)
    {
        double place = (sorted.Length - 1) * share;
        int below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - (double)sorted[below]));
    }
}
