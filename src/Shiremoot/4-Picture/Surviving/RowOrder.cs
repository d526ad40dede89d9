using Shiremoot.Spine;

namespace Shiremoot.Picture.Surviving;

/// <summary>Rows in order of group, then of a value; rows of one group and value in the order they came.</summary>
sealed class RowOrder
{
    private RowOrder(int[] rows, int[] first) => (Rows, First) = (rows, first);

    public int[] Rows { get; }

    /// <summary>Group g's rows are Rows[First[g]..First[g + 1]].</summary>
    public int[] First { get; }

    public ReadOnlySpan<int> Of(int group) => Rows.AsSpan(First[group]..First[group + 1]);

    public static RowOrder By(ReadOnlySpan<double> value, ReadOnlySpan<int> group, int groups)
    {
        int[] rows = Sorted(value);
        int[] first = new int[groups + 1];
        if (groups == 1)
        {
            first[1] = rows.Length;
            return new(rows, first);
        }
        foreach (int g in group) first[g + 1]++;
        for (int g = 0; g < groups; g++) first[g + 1] += first[g];
        int[] at = first[..groups], grouped = new int[rows.Length];
        foreach (int row in rows) grouped[at[group[row]]++] = row;
        return new(grouped, first);
    }

    /// <summary>Row numbers by rising value.</summary>
    public static int[] Sorted(ReadOnlySpan<double> value)
    {
        ulong[] keys = new ulong[value.Length];
        int[] rows = new int[value.Length];
        for (int r = 0; r < rows.Length; r++)
        {
            // The bits of a double rise with it once negative ones are turned about; adding 0 makes one of the two zeros.
            long bits = BitConverter.DoubleToInt64Bits(value[r] + 0.0);
            keys[r] = unchecked((ulong)(bits ^ ((bits >> 63) | long.MinValue)));
            rows[r] = r;
        }
        RadixSort.ByKey(keys, rows, rows.Length);
        return rows;
    }
}
