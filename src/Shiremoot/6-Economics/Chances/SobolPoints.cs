using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Chances;

/// <summary>
/// Evenly spread points of any number of dimensions, each asked for by its number alone. Sobol's sequence in four dimensions (direction numbers of
/// Joe and Kuo, 2008), the points shuffled anew for each four dimensions and each dimension scrambled as Owen does, by a hash (Burley, "Practical
/// hash-based Owen scrambling", 2020; the hash is Vegdahl's). Unbiased; in each dimension 2^k points fall one into each of 2^k equal slices.
/// </summary>
internal sealed class SobolPoints
{
    private const int Together = 4;
    private const uint Purpose = 0x50424F4C;
    private static readonly uint[] Tables = MakeTables();

    private readonly uint[] shuffles, scrambles;

    /// <param name="seed">The run's seed.</param>
    /// <param name="replicate">Which independent set of points.</param>
    /// <param name="dimensions">At least one.</param>
    public SobolPoints(ulong seed, int replicate, int dimensions)
    {
        Chance chance = new(seed, (ulong)replicate, Purpose);
        (shuffles, scrambles) = (new uint[(dimensions + Together - 1) / Together], new uint[dimensions]);
        for (int d = 0; d < dimensions; d++)
        {
            if (d % Together == 0) shuffles[d / Together] = chance.Bits();
            scrambles[d] = chance.Bits();
        }
    }

    /// <summary>The shares of a point: each between 0 and 1, never either.</summary>
    public void At(int number, Span<double> shares)
    {
        ReadOnlySpan<uint> tables = Tables;
        for (int first = 0; first < shares.Length; first += Together)
        {
            uint at = Scramble((uint)number, shuffles[first / Together]);
            shares[first] = Share(Reverse(at), scrambles[first]);
            for (int d = 1; d < Together && first + d < shares.Length; d++)
                shares[first + d] = Share(Of(tables.Slice(d * 1024, 1024), at), scrambles[first + d]);
        }
    }

    private static double Share(uint point, uint scramble) => (Scramble(point, scramble) + 0.5) * (1.0 / 4294967296.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Of(ReadOnlySpan<uint> table, uint at) =>
        table[(int)(at & 255)] ^ table[256 + (int)((at >> 8) & 255)] ^ table[512 + (int)((at >> 16) & 255)] ^ table[768 + (int)(at >> 24)];

    // Each bit is changed by the bits above it alone, so that equal slices stay equal slices.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Scramble(uint x, uint seed)
    {
        unchecked
        {
            x = Reverse(x);
            x ^= x * 0x3D20ADEA;
            x += seed;
            x *= (seed >> 16) | 1;
            x ^= x * 0x05526C56;
            x ^= x * 0x53A22864;
            return Reverse(x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Reverse(uint x)
    {
        x = BinaryPrimitives.ReverseEndianness(x);
        x = ((x & 0x0F0F0F0F) << 4) | ((x >> 4) & 0x0F0F0F0F);
        x = ((x & 0x33333333) << 2) | ((x >> 2) & 0x33333333);
        return ((x & 0x55555555) << 1) | ((x >> 1) & 0x55555555);
    }

    // For each dimension and byte of the number, what that byte adds.
    private static uint[] MakeTables()
    {
        uint[] tables = new uint[Together * 1024];
        uint[][] directions = [Directions(0, []), Directions(0, [1]), Directions(1, [1, 3]), Directions(1, [1, 3, 1])];
        for (int d = 0; d < Together; d++)
            for (int part = 0; part < 4; part++)
                for (uint value = 0; value < 256; value++)
                    for (uint left = value; left != 0; left &= left - 1)
                        tables[(d * 1024) + (part * 256) + (int)value] ^= directions[d][(part * 8) + BitOperations.TrailingZeroCount(left)];
        return tables;
    }

    // Bratley and Fox's recurrence: the polynomial's inner coefficients as bits, and its first odd numbers.
    private static uint[] Directions(uint inner, uint[] first)
    {
        uint[] v = new uint[32];
        int degree = first.Length;
        for (int i = 0; i < 32; i++)
        {
            if (degree == 0) v[i] = 1u << (31 - i);
            else if (i < degree) v[i] = first[i] << (31 - i);
            else
            {
                v[i] = v[i - degree] ^ (v[i - degree] >> degree);
                for (int k = 1; k < degree; k++)
                    if (((inner >> (degree - 1 - k)) & 1) != 0) v[i] ^= v[i - k];
            }
        }
        return v;
    }
}
