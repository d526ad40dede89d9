namespace Shiremoot.Spine.Learning;

/// <summary>Shares of pairs at each level of each comparison, of pairs that can be told. Of comparison c: Of[c][l - 1] for level l.</summary>
sealed record LevelShares(double[][] Of)
{
    /// <summary>What to begin with: most pairs of one person agree in full, some nearly, few not at all.</summary>
    public static LevelShares Hopeful(IReadOnlyList<int> levels) => new([.. levels.Select(count =>
    {
        double[] shares = new double[count];
        for (int l = 0; l < count; l++) shares[l] = l == 0 ? 0.8 : l == count - 1 ? 0.06 : 0.14 / Math.Max(1, count - 2);
        return Scaled(shares);
    })]);

    public static double[] Scaled(double[] shares)
    {
        double sum = shares.Sum();
        return sum > 0 ? [.. shares.Select(s => s / sum)] : shares;
    }

    public static int Level(ulong pattern, int comparison) => (int)((pattern >> (4 * comparison)) & 15);
}
