namespace Shiremoot.Spine;

/// <summary>Values of one field that wait to be given their numbers, with the row each is of.</summary>
sealed class StagedValues
{
    /// <summary>The most that wait at once.</summary>
    public const int Most = 512;

    private readonly byte[] bytes = new byte[Most * ValueTable.MostBytes];
    private readonly int[] ends = new int[Most + 1], rows = new int[Most];

    public int Count { get; private set; }

    public bool IsFull => Count == Most;

    public ReadOnlySpan<byte> this[int n] => bytes.AsSpan(ends[n], ends[n + 1] - ends[n]);

    /// <summary>The row of a value.</summary>
    public int RowOf(int n) => rows[n];

    /// <summary>Where the next value may be written.</summary>
    public Span<byte> Room => bytes.AsSpan(ends[Count]);

    /// <summary>Takes what was written to <see cref="Room"/>.</summary>
    public void Take(int length, int row)
    {
        rows[Count] = row;
        ends[Count + 1] = ends[Count] + length;
        Count++;
    }

    public void Add(ReadOnlySpan<byte> value, int row)
    {
        value.CopyTo(Room);
        Take(value.Length, row);
    }

    public void Clear() => Count = 0;
}
