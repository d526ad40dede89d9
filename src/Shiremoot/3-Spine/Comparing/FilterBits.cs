using System.Numerics;
using System.Runtime.InteropServices;

namespace Shiremoot.Spine.Comparing;

/// <summary>The filters of a table as words of 64 bits, one after another, and how many bits of each are set.</summary>
sealed class FilterBits
{
    private readonly ulong[] words;
    private readonly int[] set;
    private readonly int width;

    public FilterBits(ValueTable table)
    {
        int longest = 0;
        for (int v = 1; v <= table.Count; v++) longest = Math.Max(longest, table[v].Length);
        width = (longest + 7) / 8;
        words = new ulong[(long)(table.Count + 1) * width];
        set = new int[table.Count + 1];
        for (int v = 1; v <= table.Count; v++)
        {
            Span<ulong> own = words.AsSpan(v * width, width);
            table[v].CopyTo(MemoryMarshal.AsBytes(own));
            foreach (ulong word in own) set[v] += BitOperations.PopCount(word);
        }
    }

    /// <summary>Twice the bits set in both over the bits set in either, from 0 to 1 (L. R. Dice 1945).</summary>
    public float Dice(int one, int other)
    {
        ReadOnlySpan<ulong> a = words.AsSpan(one * width, width), b = words.AsSpan(other * width, width);
        int both = 0;
        for (int w = 0; w < a.Length && w < b.Length; w++) both += BitOperations.PopCount(a[w] & b[w]);
        return 2f * both / (set[one] + set[other]);
    }
}
