using System.Numerics;
using System.Runtime.Intrinsics;

namespace Shiremoot.Spine.Comparing;

/// <summary>
/// The similarity of Jaro (1989) and Winkler (1990): letters in common no further apart than half the longer name, less half of those out of order, and more for the first four the same.
/// Which letters are taken is a bit set; each letter of one name is set against all of the other at once.
/// </summary>
static class JaroWinklerKernel
{
    private const float PrefixWeight = 0.1f, BoostFrom = 0.7f;
    private const int MostPrefix = 4;

    /// <summary>From 0 to 1; 0 where it must be below the floor.</summary>
    public static float Of(Glyphs glyphs, int one, int other, float floor)
    {
        int la = glyphs.Length(one), lb = glyphs.Length(other);
        if (la == 0 || lb == 0) return 0;
        unchecked
        {
            // At best all letters that can be shared are, in order, and so are the first four.
            int most = glyphs.MostShared(one, other);
            float best = (((float)most / la) + ((float)most / lb) + 1) / 3;
            if (best + (MostPrefix * PrefixWeight * (1 - best)) < floor) return 0;

            ReadOnlySpan<byte> a = glyphs.Bytes(one), b = glyphs.Bytes(other);
            Vector256<byte> letters = glyphs[other];
            int reach = Math.Max(0, (Math.Max(la, lb) / 2) - 1);
            uint within = lb == 32 ? uint.MaxValue : (1u << lb) - 1;
            uint takenA = 0, takenB = 0;
            uint window = reach >= 31 ? uint.MaxValue : (1u << (reach + 1)) - 1; // the places 0 to reach
            for (int at = 0; at < la; at++)
            {
                uint same = Vector256.Equals(letters, Vector256.Create(a[at])).ExtractMostSignificantBits() & window & within & ~takenB;
                uint first = same & (0 - same);
                takenB |= first;
                takenA |= (first != 0 ? 1u : 0u) << at;
                window = at < reach ? (window << 1) | 1 : window << 1;
            }

            int shared = BitOperations.PopCount(takenA);
            if (shared == 0) return 0;
            int turned = 0;
            for (uint x = takenA, y = takenB; x != 0; x &= x - 1, y &= y - 1)
                if (a[BitOperations.TrailingZeroCount(x)] != b[BitOperations.TrailingZeroCount(y)]) turned++;
            float jaro = (((float)shared / la) + ((float)shared / lb) + ((shared - (turned / 2)) / (float)shared)) / 3;
            if (jaro <= BoostFrom) return jaro;
            int prefix = 0, common = Math.Min(MostPrefix, Math.Min(la, lb));
            while (prefix < common && a[prefix] == b[prefix]) prefix++;
            return jaro + (prefix * PrefixWeight * (1 - jaro));
        }
    }
}

/// <summary>How alike two names are: the greatest similarity of any value of the one record to any of the other.</summary>
sealed class JaroWinklerMeasure(FieldCells field, float floor) : Measure
{
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
