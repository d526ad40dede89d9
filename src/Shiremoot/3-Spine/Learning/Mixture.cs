namespace Shiremoot.Spine.Learning;

/// <summary>
/// Pairs as a mixture of two kinds, of one person and of two, within which comparisons are independent; found by expectation and maximisation over patterns
/// (A. P. Dempster, N. M. Laird and D. B. Rubin 1977; for record linkage M. A. Jaro 1989, W. E. Winkler 1988).
/// </summary>
sealed class Mixture
{
    private const int MostRounds = 100;
    private const double Close = 1e-4, Faint = 1e-6;

    private readonly ulong[] patterns;
    private readonly double[] pairs;
    private readonly int[] free;

    /// <param name="patterns">The patterns of the pairs.</param>
    /// <param name="pairs">How many pairs have each.</param>
    /// <param name="free">The comparisons that count.</param>
    public Mixture(ulong[] patterns, double[] pairs, int[] free) => (this.patterns, this.pairs, this.free) = (patterns, pairs, free);

    /// <summary>The share of pairs that are of one person, after the last round.</summary>
    public double Share { get; private set; }

    /// <summary>The change of the share in each round: how it settled.</summary>
    public List<double> Shares { get; } = [];

    public double Pairs => pairs.Sum();

    /// <summary>Finds m and the share, with u held; or u as well.</summary>
    /// <param name="m">Where to begin.</param>
    /// <param name="u">Of pairs of two people.</param>
    /// <param name="share">Where to begin.</param>
    /// <param name="alsoU">Find u too.</param>
    /// <param name="held">Pairs that stand behind the m to begin with: how firmly it is held.</param>
    public (LevelShares M, LevelShares U) Find(LevelShares m, LevelShares u, double share, bool alsoU = false, double held = 1)
    {
        LevelShares startM = m, startU = u;
        Share = share;
        double[] likely = new double[patterns.Length];
        for (int round = 0; round < MostRounds; round++)
        {
            Expect(m, u, likely, Share);
            double before = Share, matches = 0, all = 0;
            for (int p = 0; p < likely.Length; p++)
            {
                matches += likely[p] * pairs[p];
                all += pairs[p];
            }
            Share = Math.Clamp(matches / all, Faint, 1 - Faint);
            Shares.Add(Share);
            LevelShares was = m;
            m = Maximised(startM, likely, isMatch: true, held);
            if (alsoU) u = Maximised(startU, likely, isMatch: false, held);
            double moved = Math.Abs(Share - before) / Math.Max(Share, Faint);
            foreach (int c in free)
                for (int l = 0; l < m.Of[c].Length; l++) moved = Math.Max(moved, Math.Abs(m.Of[c][l] - was.Of[c][l]));
            if (round > 2 && moved < Close) break;
        }
        return (m, u);
    }

    /// <summary>By how much the probabilities that two sets of numbers give to the pairs differ, averaged over pairs.</summary>
    public double MeanDifference((LevelShares M, LevelShares U, double Share) one, (LevelShares M, LevelShares U, double Share) other)
    {
        double[] first = new double[patterns.Length], second = new double[patterns.Length];
        Expect(one.M, one.U, first, one.Share);
        Expect(other.M, other.U, second, other.Share);
        double sum = 0;
        for (int p = 0; p < first.Length; p++) sum += pairs[p] * Math.Abs(first[p] - second[p]);
        return sum / Math.Max(1, Pairs);
    }

    // The probability that the pairs of each pattern are of one person.
    private void Expect(LevelShares m, LevelShares u, double[] likely, double share)
    {
        double[][] ratio = new double[m.Of.Length][];
        foreach (int c in free) ratio[c] = [0, .. m.Of[c].Select((share, l) => Math.Log(Math.Max(share, Faint)) - Math.Log(Math.Max(u.Of[c][l], 1e-12)))];
        double odds = Math.Log(share / (1 - share));
        for (int p = 0; p < patterns.Length; p++)
        {
            double sum = odds;
            foreach (int c in free) sum += ratio[c][LevelShares.Level(patterns[p], c)];
            likely[p] = 1 / (1 + Math.Exp(-sum));
        }
    }

    private LevelShares Maximised(LevelShares start, double[] likely, bool isMatch, double held)
    {
        double[][] shares = [.. start.Of.Select(s => (double[])s.Clone())];
        foreach (int c in free)
        {
            double[] counts = [.. start.Of[c].Select(s => s * held)];
            for (int p = 0; p < patterns.Length; p++)
                if (LevelShares.Level(patterns[p], c) is > 0 and int level) counts[level - 1] += pairs[p] * (isMatch ? likely[p] : 1 - likely[p]);
            shares[c] = LevelShares.Scaled(counts);
        }
        return new LevelShares(shares);
    }
}
