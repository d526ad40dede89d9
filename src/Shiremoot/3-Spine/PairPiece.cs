namespace Shiremoot.Spine;

/// <summary>Pairs that were compared, as columns.</summary>
sealed class PairPiece
{
    public int Count { get; private set; }

    public int[] A { get; private set; } = new int[1 << 10];

    public int[] B { get; private set; } = new int[1 << 10];

    /// <summary>The number of the pair's pattern.</summary>
    public int[] Pattern { get; private set; } = new int[1 << 10];

    /// <summary>Bits its shared values add.</summary>
    public float[] TermBits { get; private set; } = new float[1 << 10];

    public void Add(int a, int b, int pattern, float termBits)
    {
        if (Count == A.Length) Widen();
        (A[Count], B[Count], Pattern[Count], TermBits[Count]) = (a, b, pattern, termBits);
        Count++;
    }

    private void Widen()
    {
        int wider = A.Length * 2;
        (int[] a, int[] b, int[] pattern, float[] bits) = (A, B, Pattern, TermBits);
        Array.Resize(ref a, wider);
        Array.Resize(ref b, wider);
        Array.Resize(ref pattern, wider);
        Array.Resize(ref bits, wider);
        (A, B, Pattern, TermBits) = (a, b, pattern, bits);
    }
}
