using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>
/// Rows parted at random into two halves of like outcome, one to choose on and one to fit on, so that what is fitted has not seen the choice
/// (D. R. Cox, 1975; L. Wasserman and K. Roeder, 2009). The same seed parts the same rows alike on any machine.
/// </summary>
/// <param name="Choosing">Row numbers, rising.</param>
/// <param name="Fitting">The others, rising. One more of an odd number.</param>
public sealed record SampleHalves(int[] Choosing, int[] Fitting)
{
    private const uint Halving = 0x68616C66, Folding = 0x78766C64;

    /// <summary>Parts the rows: half of those with the outcome and half of those without are in each.</summary>
    public static SampleHalves Of(bool[] outcome, ulong seed)
    {
        bool[] isFitting = new bool[outcome.Length];
        foreach (bool came in (ReadOnlySpan<bool>)[true, false])
        {
            int[] drawn = Drawn(outcome, [.. Enumerable.Range(0, outcome.Length)], came, seed, Halving);
            for (int i = drawn.Length / 2; i < drawn.Length; i++) isFitting[drawn[i]] = true;
        }
        return new([.. Enumerable.Range(0, outcome.Length).Where(r => !isFitting[r])], [.. Enumerable.Range(0, outcome.Length).Where(r => isFitting[r])]);
    }

    /// <summary>For each of some rows the part, from 0, that foretells it from the others; parts are of like outcome.</summary>
    internal static int[] Folds(bool[] outcome, int[] rows, int folds, ulong seed)
    {
        int[] fold = new int[outcome.Length];
        foreach (bool came in (ReadOnlySpan<bool>)[true, false])
        {
            int[] drawn = Drawn(outcome, rows, came, seed, Folding);
            for (int i = 0; i < drawn.Length; i++) fold[drawn[i]] = i % folds;
        }
        return [.. rows.Select(r => fold[r])];
    }

    // Those with one outcome in an order of chance; a tie of draws keeps the order of rows.
    private static int[] Drawn(bool[] outcome, int[] rows, bool came, ulong seed, uint purpose)
    {
        int[] own = [.. rows.Where(r => outcome[r] == came)];
        ulong[] draw = Array.ConvertAll(own, r =>
        {
            Chance chance = new(seed, (ulong)r, purpose);
            return ((ulong)chance.Bits() << 32) | (uint)r;
        });
        Array.Sort(draw, own);
        return own;
    }
}
