using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Shiremoot.Picture.Pathways;

/// <summary>
/// Numbers the different sequences of activities, each from 0 in the order first met. A sequence is found by its hash and then compared activity by activity with the case that has it,
/// so two sequences of one hash stay two.
/// </summary>
/// <param name="log">The cases.</param>
/// <param name="bitsOfHash">Which bits of hashes count: all but in tests, which make them meet.</param>
sealed class VariantTable(EventColumns log, ulong bitsOfHash = ulong.MaxValue)
{
    private int[] slots = new int[256]; // number + 1; 0 is free
    private ulong[] hashes = new ulong[128];
    private int[] example = new int[128], cases = new int[128];

    public int Count { get; private set; }

    /// <summary>The first case that has a sequence.</summary>
    public int ExampleOf(int variant) => example[variant];

    public int CasesOf(int variant) => cases[variant];

    public ulong HashOf(int variant) => hashes[variant];

    /// <summary>The number of a case's sequence, which so many cases have.</summary>
    public int Add(int one, int times = 1) => Add(one, XxHash3.HashToUInt64(MemoryMarshal.AsBytes(log.PathOf(one))) & bitsOfHash, times);

    public int Add(int one, ulong hash, int times)
    {
        ReadOnlySpan<int> path = log.PathOf(one);
        int mask = slots.Length - 1, at = (int)(hash & (uint)mask);
        for (; slots[at] != 0; at = (at + 1) & mask)
        {
            int there = slots[at] - 1;
            if (hashes[there] != hash || !log.PathOf(example[there]).SequenceEqual(path)) continue;
            cases[there] += times;
            return there;
        }
        if (Count == example.Length) Grow();
        (hashes[Count], example[Count], cases[Count]) = (hash, one, times);
        slots[at] = ++Count;
        if (Count * 2 > slots.Length) Widen();
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref hashes, Count * 2);
        Array.Resize(ref example, Count * 2);
        Array.Resize(ref cases, Count * 2);
    }

    private void Widen()
    {
        int[] wider = new int[slots.Length * 2];
        int mask = wider.Length - 1;
        for (int variant = 0; variant < Count; variant++)
        {
            int at = (int)(hashes[variant] & (uint)mask);
            while (wider[at] != 0) at = (at + 1) & mask;
            wider[at] = variant + 1;
        }
        slots = wider;
    }
}
