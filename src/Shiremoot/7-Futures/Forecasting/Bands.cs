namespace Shiremoot.Futures.Forecasting;

/// <summary>
/// How many scales wide an interval must be: a share of the earlier errors of all series of its kind, with the correction for a finite number of them (split conformal
/// prediction; Vovk, Gammerman and Shafer, 2005). An error over a shock that came after its origin is kept, but cut at the greatest calm one, and the
/// overlapping forecasts of one shock count as one. Errors of one quarter go together, so they count as fewer than they are (Kish's design effect).
/// </summary>
static class Bands
{
    private const int Origins = 4, Enough = 9;
    private static readonly double Normal = Terms.NormalQuantile.At((1 + FlowRules.Confidence) / 2);

    /// <summary>The multiple of the scale for so many quarters ahead, from 0.</summary>
    /// <param name="earlier">All earlier origins, in order.</param>
    /// <param name="now">What is known now.</param>
    /// <param name="kind">The kind of series: a stock errs by what its flows add up to, in other proportions than a flow.</param>
    /// <param name="h">Quarters ahead, from 0.</param>
    /// <param name="together">How far errors of the series go together.</param>
    public static double Of(IReadOnlyList<Standing> earlier, Known now, SeriesKind kind, int h, double together)
    {
        // Errors are in scales that grow with the way ahead, so those of shorter ways stand in while there are few of this one.
        int[] peers = [.. Enumerable.Range(0, now.Specs.Count).Where(s => now.Specs[s].Kind == kind)];
        int own = earlier.Count(e => e.Known.Origin + h < now.Origin);
        List<(double Error, double Weight, bool IsHit)> errors = [];
        for (int g = own < Origins ? 0 : h; g <= h; g++)
            foreach (Standing e in earlier)
            {
                if (e.Known.Origin + g >= now.Origin) continue;
                bool isHit = Enumerable.Range(e.Known.Origin, g + 1).Any(t => now.Shocked[t] && !now.Shocked[t - 1]);
                foreach (int s in peers) errors.Add((Math.Abs(e.Error(s, g, now)), isHit ? 1.0 / (g + 1) : 1, isHit));
            }
        if (errors.Count == 0) return Normal;
        double calm = errors.Where(e => !e.IsHit).Select(e => e.Error).DefaultIfEmpty(Normal).Max(), all = errors.Sum(e => e.Weight), held = 0;
        double count = all / (1 + ((peers.Length - 1) * together)), wanted = FlowRules.Confidence * all * (1 + (1 / count));
        double most = 0;
        foreach ((double error, double weight) in errors.Select(e => (e.IsHit ? Math.Min(e.Error, calm) : e.Error, e.Weight)).OrderBy(e => e.Item1))
        {
            most = error;
            held += weight;
            if (held >= wanted - 1e-9) break;
        }
        // Fewer than nine cannot show where nine in ten end.
        return count < Enough ? Math.Max(most, Normal) : most;
    }
}
