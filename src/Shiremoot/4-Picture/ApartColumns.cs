namespace Shiremoot.Picture;

/// <summary>Which columns say something of their own: not constant, and not made of those before them.</summary>
static class ApartColumns
{
    /// <summary>Column numbers, rising. A column goes if it is constant among the rows or follows from kept ones before it.</summary>
    public static int[] Of(ModelColumns columns, int[] rows)
    {
        StandardColumns standard = StandardColumns.Made(columns, rows);
        int p = columns.Count;
        double[] product = new double[p * p];
        for (int r = 0; r < rows.Length; r++)
        {
            ReadOnlySpan<double> line = standard.ByRow.AsSpan(r * p, p);
            for (int a = 0; a < p; a++)
            {
                if (line[a] == 0) continue;
                for (int b = 0; b <= a; b++) product[(a * p) + b] += line[a] * line[b];
            }
        }
        List<int> kept = [.. Enumerable.Range(0, p).Where(c => standard.Spread[c] != 0)];
        while (true)
        {
            int size = kept.Count;
            double[] matrix = new double[size * size];
            for (int a = 0; a < size; a++)
                for (int b = 0; b <= a; b++) matrix[(a * size) + b] = product[(kept[a] * p) + kept[b]];
            if (Cholesky.Try(matrix, size, out _, out int fault)) return [.. kept];
            kept.RemoveAt(fault);
        }
    }
}
