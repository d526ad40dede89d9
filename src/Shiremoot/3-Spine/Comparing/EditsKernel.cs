using System.Runtime.Intrinsics;

namespace Shiremoot.Spine.Comparing;

/// <summary>
/// The least number of letters to leave out, put in, replace or turn round with the next, each place touched once (optimal string alignment; F. Damerau 1964), a column of the table at a
/// time as a bit set (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003).
/// </summary>
static class EditsKernel
{
    public static int Of(Glyphs glyphs, int one, int other)
    {
        int la = glyphs.Length(one), lb = glyphs.Length(other);
        if (la == 0 || lb == 0) return Math.Max(la, lb);
        ReadOnlySpan<byte> b = glyphs.Bytes(other);
        Vector256<byte> letters = glyphs[one];
        unchecked
        {
            uint last = 1u << (la - 1);
            uint plus = uint.MaxValue, minus = 0, zero = 0, before = 0;
            int distance = la;
            foreach (byte letter in b)
            {
                uint same = Vector256.Equals(letters, Vector256.Create(letter)).ExtractMostSignificantBits();
                uint turned = ((~zero & same) << 1) & before;
                zero = (((same & plus) + plus) ^ plus) | same | minus | turned;
                uint up = minus | ~(zero | plus), down = zero & plus;
                if ((up & last) != 0) distance++;
                else if ((down & last) != 0) distance--;
                up = (up << 1) | 1;
                down <<= 1;
                plus = down | ~(zero | up);
                minus = up & zero;
                before = same;
            }
            return distance;
        }
    }
}

/// <summary>How many typing errors lie between two values: the fewest between any of the one record and any of the other.</summary>
sealed class EditsMeasure(FieldCells field, float ceiling) : Measure
{
    private readonly Glyphs glyphs = new(field.Column.Table);

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        float fewest = float.NaN;
        foreach (int x in field.Of(a))
            foreach (int y in field.Of(b))
            {
                float edits = x == y ? 0 : Edits(x, y);
                if (!(edits >= fewest)) fewest = edits;
            }
        return fewest;
    }

    // As many edits at least as letters that cannot be shared.
    private float Edits(int x, int y)
    {
        int apart = Math.Max(glyphs.Length(x), glyphs.Length(y)) - glyphs.MostShared(x, y);
        return apart > ceiling ? apart : EditsKernel.Of(glyphs, x, y);
    }
}
