namespace Shiremoot.Spine.Clustering;

/// <summary>Pairs that may join, the surest first.</summary>
sealed record LinkedPairs(int[] A, int[] B, float[] Bits)
{
    /// <summary>Pairs of at least so many bits, the surest first; pairs as sure stay in the order they were made.</summary>
    public static LinkedPairs Of(IReadOnlyList<PairPiece> pieces, float[] bitsOfPattern, float least)
    {
        int count = 0;
        foreach (PairPiece piece in pieces)
            for (int p = 0; p < piece.Count; p++)
                if (bitsOfPattern[piece.Pattern[p]] + piece.TermBits[p] >= least) count++;
        (uint[] keys, int[] order, int[] a, int[] b, float[] bits) = (new uint[count], new int[count], new int[count], new int[count], new float[count]);
        int at = 0;
        foreach (PairPiece piece in pieces)
            for (int p = 0; p < piece.Count; p++)
            {
                float sum = bitsOfPattern[piece.Pattern[p]] + piece.TermBits[p];
                if (sum < least) continue;
                (a[at], b[at], bits[at], keys[at], order[at]) = (piece.A[p], piece.B[p], sum, Falling(sum), at);
                at++;
            }
        RadixSort.ByKey(keys, order, order.Length);
        return new LinkedPairs(Array.ConvertAll(order, o => a[o]), Array.ConvertAll(order, o => b[o]), Array.ConvertAll(order, o => bits[o]));
    }

    // A key that rises as the number falls.
    private static uint Falling(float number)
    {
        uint bits = BitConverter.SingleToUInt32Bits(number);
        return ~((bits & 0x80000000) != 0 ? ~bits : bits | 0x80000000);
    }
}
