using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Shiremoot.Spine.Comparing;

/// <summary>The letters of every value of a table, 32 bytes each, so that one instruction compares a letter with all letters of a name. Longer values are cut at 32.</summary>
sealed class Glyphs
{
    public const int Width = 32;
    private readonly Vector256<byte>[] letters;
    private readonly byte[] lengths;
    private readonly uint[] kinds;

    public Glyphs(ValueTable table)
    {
        letters = new Vector256<byte>[table.Count + 1];
        lengths = new byte[table.Count + 1];
        kinds = new uint[table.Count + 1];
        Span<byte> padded = stackalloc byte[Width];
        for (int v = 1; v <= table.Count; v++)
        {
            ReadOnlySpan<byte> value = table[v];
            value = value[..Math.Min(Width, value.Length)];
            padded.Clear();
            value.CopyTo(padded);
            letters[v] = Vector256.Create<byte>(padded);
            lengths[v] = (byte)value.Length;
            uint kind = 0;
            foreach (byte b in value) kind |= 1u << (b & 31);
            kinds[v] = kind;
        }
    }

    public int Length(int value) => lengths[value];

    public ref readonly Vector256<byte> this[int value] => ref letters[value];

    /// <summary>The most letters of the shorter that can be found in the longer: letters of a kind the other lacks are not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MostShared(int one, int other)
    {
        uint x = kinds[one], y = kinds[other];
        int fromOne = lengths[one] - BitOperations.PopCount(x & ~y), fromOther = lengths[other] - BitOperations.PopCount(y & ~x);
        return fromOne < fromOther ? fromOne : fromOther;
    }

    /// <summary>The bytes of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes(int value) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Vector256<byte>, byte>(ref letters[value]), lengths[value]);
}
