namespace Shiremoot.Spine;

/// <summary>Values of one field that wait to be given their numbers, with the row each is of.</summary>
sealed class StagedValues
{
    /// <summary>The most that wait at once.</summary>
    public const int Most = 512;

    private byte[] bytes = new byte[ValueTable.MostBytes * 4];
    private readonly int[] ends = new int[Most + 1], rows = new int[Most];

    public int Count { get; private set; }

    public bool IsFull => Count == Most;

    public ReadOnlySpan<byte> this[int n] => bytes.AsSpan(ends[n], ends[n + 1] - ends[n]);

    /// <summary>The row of a value.</summary>
    public int RowOf(int n) => rows[n];

    public void Add(ReadOnlySpan<byte> value, int row)
    {
        int from = ends[Count], until = from + value.Length;
        if (until > bytes.Length) Array.Resize(ref bytes, bytes.Length * 4);
        value.CopyTo(bytes.AsSpan(from));
        rows[Count] = row;
        ends[++Count] = until;
    }

    public void Clear() => Count = 0;
}
