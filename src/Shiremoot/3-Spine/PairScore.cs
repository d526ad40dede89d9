using Shiremoot.Spine.Comparing;

namespace Shiremoot.Spine;

/// <summary>
/// How likely two records are of one person, in bits: log2 of the odds, prior included. 0 is as likely as not, 10 a thousand to one for. The sum of log2(m/u) over comparisons, of the kin
/// context where the pair is in one, and the bits of the values shared.
/// </summary>
sealed class PairScore
{
    private const int Levels = 16;
    private readonly PairComparer comparer;

    internal PairComparer Comparer => comparer;

    private readonly float[][] bits;
    private readonly float[] prior;
    private readonly int comparisons;

    public PairScore(LinkModel model, PairComparer comparer)
    {
        this.comparer = comparer;
        comparisons = model.Comparisons.Count;
        bits = new float[model.Kin.Count + 1][];
        prior = new float[model.Kin.Count + 1];
        bits[0] = Table(c => [.. model.Comparisons[c].Levels.Select(l => (l.M!.Value, l.U!.Value))]);
        prior[0] = Bits(model.Prior!.Value);
        for (int k = 0; k < model.Kin.Count; k++)
        {
            bool isLearned = model.Kin[k].Prior is not null && model.Kin[k].Levels.Count == comparisons;
            bits[k + 1] = isLearned ? Table(c => model.Kin[k].Levels[c]) : bits[0];
            prior[k + 1] = isLearned ? Bits(model.Kin[k].Prior!.Value) : prior[0];
        }
    }

    /// <summary>The bits of a pattern, without those of shared values.</summary>
    public float OfPattern(ulong pattern)
    {
        int context = (int)(pattern >> PairComparer.KinShift);
        float[] own = bits[context];
        float sum = prior[context];
        for (int c = 0; c < comparisons; c++) sum += own[(c * Levels) + ((int)((pattern >> (4 * c)) & 15))];
        return sum;
    }

    /// <summary>The bits of one comparison of a pattern.</summary>
    public float OfLevel(ulong pattern, int comparison) => bits[(int)(pattern >> PairComparer.KinShift)][(comparison * Levels) + ((int)((pattern >> (4 * comparison)) & 15))];

    public float Prior(ulong pattern) => prior[(int)(pattern >> PairComparer.KinShift)];

    public float Of(int a, int b)
    {
        Span<ulong> pattern = stackalloc ulong[1];
        Span<float> terms = stackalloc float[1];
        comparer.Compare([a], [b], pattern, terms);
        return OfPattern(pattern[0]) + terms[0];
    }

    private float[] Table(Func<int, IReadOnlyList<(double M, double U)>> levels)
    {
        float[] table = new float[comparisons * Levels];
        for (int c = 0; c < comparisons; c++)
        {
            IReadOnlyList<(double M, double U)> own = levels(c);
            for (int l = 0; l < own.Count; l++) table[(c * Levels) + l + 1] = (float)Math.Log2(own[l].M / own[l].U);
        }
        return table;
    }

    private static float Bits(double probability) => (float)Math.Log2(probability / (1 - probability));
}
