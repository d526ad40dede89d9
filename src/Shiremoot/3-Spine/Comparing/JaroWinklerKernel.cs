using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Shiremoot.Spine.Comparing;

/// <summary>
/// The similarity of Jaro (1989) and Winkler (1990): letters in common no further apart than half the longer name, less half of those out of order, and more for the first four the same.
/// Which letters are taken is a bit set; each letter of one name is set against all of the other at once.
/// </summary>
static class JaroWinklerKernel
{
    private const double PrefixWeight = 0.1, BoostFrom = 0.7, Slack = 1e-9;
    private const int Lengths = Glyphs.Width + 1;
    private static readonly double[] Ratios = [.. Enumerable.Range(0, Lengths * Lengths).Select(n => (double)(n / Lengths) / Math.Max(1, n % Lengths))];

    /// <summary>From 0 to 1; 0 where it must be below the floor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(Glyphs glyphs, int one, int other, JaroWinklerFloor floor)
    {
        ref readonly Glyphs.Head x = ref glyphs.HeadOf(one), y = ref glyphs.HeadOf(other);
        int prefix = Glyphs.Head.Prefix(x, y);
        return Glyphs.Head.MostShared(x, y) < floor.Least(prefix, x.Length, y.Length) ? 0 : Of(glyphs, one, other, prefix);
    }

    /// <summary>
    /// The similarity, if so many letters are shared, of which so many are out of order, and the first so many are the same. Worked out in more places than it is given in, so that one of
    /// exactly 0.92, as two names of five letters have that differ in the last, does not fall below it.
    /// </summary>
    public static float Of(int la, int lb, int shared, int turned, int prefix)
    {
        if (shared == 0) return 0;
        unchecked
        {
            double jaro = (Ratios[(shared * Lengths) + la] + Ratios[(shared * Lengths) + lb] + Ratios[((shared - (turned >> 1)) * Lengths) + shared]) / 3;
            return (float)(jaro > BoostFrom + Slack ? jaro + (prefix * PrefixWeight * (1 - jaro)) : jaro);
        }
    }

    private static float Of(Glyphs glyphs, int one, int other, int prefix)
    {
        int la = glyphs.Length(one), lb = glyphs.Length(other);
        if (la == 0 || lb == 0) return 0;
        unchecked
        {
            ReadOnlySpan<byte> a = glyphs.Bytes(one), b = glyphs.Bytes(other);
            Vector256<byte> letters = glyphs[other];
            uint within = (uint)((1UL << lb) - 1);

            // What both begin with is shared place by place; the rest is looked for letter by letter.
            uint alike = Vector256.Equals(letters, glyphs[one]).ExtractMostSignificantBits() & within & (uint)((1UL << la) - 1);
            int begun = BitOperations.TrailingZeroCount(~alike);
            uint takenA = (uint)((1UL << begun) - 1), takenB = takenA;
            int reach = Math.Max(0, (Math.Max(la, lb) / 2) - 1);
            ulong window = ((1UL << ((2 * reach) + 1)) - 1) << begun; // the places that may be taken, moved up by the reach
            for (int at = begun; at < a.Length; at++, window <<= 1)
            {
                uint same = Vector256.Equals(letters, Vector256.Create(a[at])).ExtractMostSignificantBits() & (uint)(window >> reach) & within & ~takenB;
                uint first = same & (0 - same);
                takenB |= first;
                takenA |= (first != 0 ? 1u : 0u) << at;
            }

            int turned = 0;
            if (takenA != takenB || (alike & takenA) != takenA)
                for (uint x = takenA, y = takenB; x != 0; x &= x - 1, y &= y - 1)
                    if (a[BitOperations.TrailingZeroCount(x)] != b[BitOperations.TrailingZeroCount(y)]) turned++;
            return Of(la, lb, BitOperations.PopCount(takenA), turned, prefix);
        }
    }
}

/// <summary>How alike two names are: the greatest similarity of any value of the one record to any of the other.</summary>
sealed class JaroWinklerMeasure(FieldCells field, float floor) : Measure
{
    private readonly JaroWinklerFloor floor = new(floor);
    private readonly Glyphs glyphs = new(field.Column.Table);
    private readonly bool isList = field.Column.IsList;
    private readonly int cell = field.Field;

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (!isList)
        {
            int x = a[cell], y = b[cell];
            return x == 0 || y == 0 ? float.NaN : x == y ? 1 : JaroWinklerKernel.Of(glyphs, x, y, floor);
        }

        float most = float.NaN;
        foreach (int x in field.Of(a))
            foreach (int y in field.Of(b)) most = Math.Max(float.IsNaN(most) ? 0 : most, x == y ? 1 : JaroWinklerKernel.Of(glyphs, x, y, floor));
        return most;
    }
}
