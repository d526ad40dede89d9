namespace Shiremoot.Picture.Indicators;

/// <summary>Puts areas into tenths, fifths or any other number of equal groups by rank.</summary>
public static class Quantiles
{
    /// <summary>
    /// The group of each value, 1 to <paramref name="groups"/>; 1 holds the highest values if <paramref name="highestFirst"/>, else the lowest.
    /// Equal values share the better rank and so a group: group = ⌊groups × (rank - 1) ÷ n⌋ + 1. Null for a value not known (null), and for
    /// all of them where there are fewer values than groups.
    /// </summary>
    public static int?[] Assign(IReadOnlyList<double?> values, int groups, bool highestFirst)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        int?[] group = new int?[values.Count];
        int[] known = [.. Enumerable.Range(0, values.Count).Where(i => values[i] is { } v && double.IsFinite(v))];
        if (known.Length < groups) return group;

        double sign = highestFirst ? -1 : 1;
        Array.Sort(known, (a, b) => (sign * values[a]!.Value).CompareTo(sign * values[b]!.Value));
        int rank = 0;
        for (int i = 0; i < known.Length; i++)
        {
            if (i == 0 || values[known[i]] != values[known[i - 1]]) rank = i;
            group[known[i]] = (int)((long)groups * rank / known.Length) + 1;
        }
        return group;
    }
}
