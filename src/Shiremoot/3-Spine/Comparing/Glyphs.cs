using System.Buffers.Binary;
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
    private readonly Head[] heads;

    public Glyphs(ValueTable table)
    {
        letters = new Vector256<byte>[table.Count + 1];
        heads = new Head[table.Count + 1];
        Span<byte> padded = stackalloc byte[Width];
        for (int v = 1; v <= table.Count; v++)
        {
            ReadOnlySpan<byte> value = table[v];
            value = value[..Math.Min(Width, value.Length)];
            padded.Clear();
            value.CopyTo(padded);
            letters[v] = Vector256.Create<byte>(padded);
            uint kinds = 0;
            foreach (byte b in value) kinds |= 1u << (b & 31);
            heads[v] = new Head(kinds, BinaryPrimitives.ReadUInt32LittleEndian(padded), value.Length);
        }
    }

    public int Length(int value) => heads[value].Length;

    /// <summary>What a value begins with and holds: enough to tell most pairs apart, in one look at memory.</summary>
    public ref readonly Head HeadOf(int value) => ref heads[value];

    public ref readonly Vector256<byte> this[int value] => ref letters[value];

    /// <summary>The most letters of the shorter that can be found in the longer: letters of a kind the other lacks are not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MostShared(int one, int other) => Head.MostShared(heads[one], heads[other]);

    /// <summary>The bytes of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes(int value) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Vector256<byte>, byte>(ref letters[value]), heads[value].Length);

    /// <param name="Kinds">The kinds of letters there are, a bit for each of 32.</param>
    /// <param name="First">The first four bytes, the first lowest; 0 beyond the end.</param>
    /// <param name="Length">The number of bytes.</param>
    [StructLayout(LayoutKind.Sequential, Size = 16)]
    public readonly record struct Head(uint Kinds, uint First, int Length)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int MostShared(in Head x, in Head y) => unchecked(Math.Min(x.Length - BitOperations.PopCount(x.Kinds & ~y.Kinds), y.Length - BitOperations.PopCount(y.Kinds & ~x.Kinds)));

        /// <summary>How many of the first four bytes are the same.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int Prefix(in Head x, in Head y) => Math.Min(BitOperations.TrailingZeroCount((ulong)(x.First ^ y.First) | (1UL << 32)) >> 3, Math.Min(x.Length, y.Length));
    }
}
