namespace Shiremoot.Spine.Clustering;

/// <summary>
/// Pairs sure enough to join, in the groups that hang together through them: what becomes of one group does not depend on another, so that groups may be taken in any order and at once.
/// Within a group the surest pair stands first.
/// </summary>
sealed record Components(int[] Starts, int[] A, int[] B, float[] Bits)
{
    public int Count => Starts.Length - 1;

    /// <summary>The pairs of at least so many bits.</summary>
    public static Components Of(int records, IReadOnlyList<PairPiece> pieces, float[] bitsOfPattern, float least)
    {
        Clusters whole = new(records);
        int count = 0;
        foreach (PairPiece piece in pieces)
            for (int p = 0; p < piece.Count; p++)
            {
                if (bitsOfPattern[piece.Pattern[p]] + piece.TermBits[p] < least) continue;
                count++;
                int one = whole.Root(piece.A[p]), other = whole.Root(piece.B[p]);
                if (one != other) whole.Join(one, other);
            }

        // Groups are numbered by their first record, so that they lie in the order of records.
        int[] labels = whole.Labels(), at = new int[records + 1];
        foreach (PairPiece piece in pieces)
            for (int p = 0; p < piece.Count; p++)
                if (bitsOfPattern[piece.Pattern[p]] + piece.TermBits[p] >= least) at[labels[piece.A[p]] + 1]++;
        List<int> starts = [];
        for (int r = 0; r < records; r++)
        {
            if (at[r + 1] > 0) starts.Add(at[r]);
            at[r + 1] += at[r];
        }
        starts.Add(count);
        Components all = new([.. starts], new int[count], new int[count], new float[count]);
        foreach (PairPiece piece in pieces)
            for (int p = 0; p < piece.Count; p++)
            {
                float bits = bitsOfPattern[piece.Pattern[p]] + piece.TermBits[p];
                if (bits < least) continue;
                int to = at[labels[piece.A[p]]]++;
                (all.A[to], all.B[to], all.Bits[to]) = (piece.A[p], piece.B[p], bits);
            }
        return all;
    }

    /// <summary>Puts the surest pair of a group first; pairs as sure in the order of their records.</summary>
    public void Sort(int group)
    {
        (int from, int length) = (Starts[group], Starts[group + 1] - Starts[group]);
        if (length == 1) return;
        if (length > 32)
        {
            (float Bits, int A, int B)[] pairs = new (float, int, int)[length];
            for (int n = 0; n < length; n++) pairs[n] = (-Bits[from + n], A[from + n], B[from + n]);
            Array.Sort(pairs);
            for (int n = 0; n < length; n++) (Bits[from + n], A[from + n], B[from + n]) = (-pairs[n].Bits, pairs[n].A, pairs[n].B);
            return;
        }
        for (int n = from + 1; n < from + length; n++)
            for (int back = n; back > from && IsAfter(back - 1, back); back--)
                ((Bits[back - 1], Bits[back]), (A[back - 1], A[back]), (B[back - 1], B[back])) = ((Bits[back], Bits[back - 1]), (A[back], A[back - 1]), (B[back], B[back - 1]));
    }

    private bool IsAfter(int one, int other) =>
        Bits[one] != Bits[other] ? Bits[one] < Bits[other] : A[one] != A[other] ? A[one] > A[other] : B[one] > B[other];
}
