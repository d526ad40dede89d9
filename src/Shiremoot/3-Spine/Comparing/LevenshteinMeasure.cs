namespace Shiremoot.Spine.Comparing;

/// <summary>
/// The least number of letters to leave out, put in or replace (V. I. Levenshtein 1966): as edits, but two letters turned round count twice. The fewest between any value of the one
/// record and any of the other.
/// </summary>
sealed class LevenshteinMeasure(FieldCells field) : Measure
{
    private readonly ValueTable table = field.Column.Table;

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        float fewest = float.NaN;
        foreach (int x in field.Of(a))
            foreach (int y in field.Of(b))
            {
                float edits = x == y ? 0 : Edits(table[x], table[y]);
                if (!(edits >= fewest)) fewest = edits;
            }
        return fewest;
    }

    public static int Edits(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        Span<int> row = stackalloc int[ValueTable.MostBytes + 1];
        for (int at = 0; at <= other.Length; at++) row[at] = at;
        for (int i = 0; i < one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < other.Length; j++)
            {
                int replaced = diagonal + (one[i] == other[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, 1 + Math.Min(row[j], diagonal));
            }
        }
        return row[other.Length];
    }
}
