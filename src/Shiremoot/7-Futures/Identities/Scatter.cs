namespace Shiremoot.Futures.Identities;

/// <summary>
/// Numbers 0 to n - 1 put in another order that the seed decides, one at a time and without a table: two numbers never come out the same.
/// A Feistel network over the next even power of two (M. Luby and C. Rackoff, 1988), walked on until the number is below n (J. Black and P. Rogaway, 2002).
/// </summary>
readonly struct Scatter
{
    private readonly uint count, mask, key0, key1, key2, key3;
    private readonly int half;

    public Scatter(ulong seed, uint purpose, int count)
    {
        this.count = (uint)count;
        half = 1;
        while (1L << (2 * half) < count) half++;
        mask = (1u << half) - 1;
        (key0, key1, key2, key3) = Terms.Chance.Philox(purpose, 0x5CA7, 0, 0, (uint)(seed & uint.MaxValue), (uint)(seed >> 32));
    }

    /// <summary>How many numbers there are.</summary>
    public int Count => (int)count;

    public int Of(long number)
    {
        if (number < 0 || number >= count) throw new ArgumentOutOfRangeException(nameof(number), $"There are {count} numbers to give out; the run has more people than that.");
        uint at = (uint)number;
        do at = Once(at);
        while (at >= count);
        return (int)at;
    }

    private uint Once(uint at)
    {
        (uint left, uint right) = (at >> half, at & mask);
        (left, right) = (right, left ^ (Mixed(right, key0) & mask));
        (left, right) = (right, left ^ (Mixed(right, key1) & mask));
        (left, right) = (right, left ^ (Mixed(right, key2) & mask));
        (left, right) = (right, left ^ (Mixed(right, key3) & mask));
        return (left << half) | right;
    }

    private static uint Mixed(uint value, uint key)
    {
        unchecked
        {
            uint x = (value ^ key) * 0x9E3779B1;
            x = (x ^ (x >> 15)) * 0x85EBCA77;
            return (x ^ (x >> 13)) * 0xC2B2AE3D >> 7;
        }
    }
}
