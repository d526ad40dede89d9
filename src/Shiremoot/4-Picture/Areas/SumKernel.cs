namespace Shiremoot.Picture.Areas;

/// <summary>The loop behind every total of a series: adds rows into cells of area, period and group, and counts what is not published.</summary>
static class SumKernel
{
    /// <param name="area">Area number of each row.</param>
    /// <param name="period">Period number of each row.</param>
    /// <param name="set">Number of each row's set of dimensions.</param>
    /// <param name="value">Value of each row; NaN is not published.</param>
    /// <param name="groupOfSet">The group each set of dimensions belongs to; -1 is left out.</param>
    /// <param name="periods">How many periods there are.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="sum">By area, then period, then group.</param>
    /// <param name="published">Rows with a value in each cell.</param>
    /// <param name="missing">Rows without a value in each cell.</param>
    public static void Add(
        ReadOnlySpan<int> area, ReadOnlySpan<int> period, ReadOnlySpan<int> set, ReadOnlySpan<double> value, ReadOnlySpan<int> groupOfSet,
        int periods, int groups, Span<double> sum, Span<int> published, Span<int> missing)
    {
        for (int i = 0; i < value.Length; i++)
        {
            int group = groupOfSet[set[i]];
            if (group < 0) continue;
            int cell = (((area[i] * periods) + period[i]) * groups) + group;
            if (double.IsNaN(value[i]))
            {
                missing[cell]++;
                continue;
            }
            sum[cell] += value[i];
            published[cell]++;
        }
    }
}
