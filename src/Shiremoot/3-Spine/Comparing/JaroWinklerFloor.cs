namespace Shiremoot.Spine.Comparing;

/// <summary>
/// How many letters two values of any two lengths must share for their similarity to reach a floor, by how many of the first four are the same: most pairs of random values share too few, and
/// that is seen without a look at their letters.
/// </summary>
sealed class JaroWinklerFloor
{
    private const int Lengths = Glyphs.Width + 1, MostPrefix = 4;
    private readonly byte[] least = new byte[(MostPrefix + 1) * Lengths * Lengths];

    /// <param name="floor">The similarity below which nobody asks how great it is.</param>
    public JaroWinklerFloor(float floor)
    {
        for (int prefix = 0; prefix <= MostPrefix; prefix++)
            for (int la = 0; la < Lengths; la++)
                for (int lb = 0; lb < Lengths; lb++) least[At(prefix, la, lb)] = (byte)Shared(prefix, la, lb, floor);
    }

    public int Least(int prefix, int la, int lb) => least[At(prefix, la, lb)];

    private static int At(int prefix, int la, int lb) => unchecked((((prefix * Lengths) + la) * Lengths) + lb);

    private static int Shared(int prefix, int la, int lb, float floor)
    {
        int shared = 0;
        while (shared <= Math.Min(la, lb) && JaroWinklerKernel.Of(la, lb, shared, 0, prefix) < floor) shared++;
        return shared;
    }
}
