namespace Shiremoot.Web.Parts;

/// <summary>
/// Which of up to five shades an area takes: the areas are put in order and cut into groups as equal in number as ties allow (docs/methods/shading-of-maps.md).
/// </summary>
internal sealed class Shading
{
    private const int Most = 5;

    private Shading(IReadOnlyList<(double From, double To)> groups) => Groups = groups;

    /// <summary>Lightest first: the least and greatest figure in each group.</summary>
    public IReadOnlyList<(double From, double To)> Groups { get; }

    public static Shading Of(IEnumerable<double?> values)
    {
        double[] sorted = [.. values.OfType<double>().Where(double.IsFinite).Order()];
        List<(double From, double To)> groups = [];
        for (int start = 0, left = Most; start < sorted.Length; left--)
        {
            int end = start + Math.Max(1, (int)Math.Round((sorted.Length - start) / (double)Math.Max(left, 1)));
            while (end < sorted.Length && sorted[end] == sorted[end - 1]) end++;   // equal figures share a shade
            groups.Add((sorted[start], sorted[end - 1]));
            start = end;
        }
        return new(groups);
    }

    /// <summary>The shade of a figure, 1 for lightest; null if there is no figure.</summary>
    public int? Shade(double? value)
    {
        if (value is not { } v || !double.IsFinite(v)) return null;
        for (int g = 0; g < Groups.Count; g++)
            if (v <= Groups[g].To) return Spread(g);
        return Spread(Groups.Count - 1);
    }

    /// <summary>The shade of a group: fewer groups than shades are spread over the whole range.</summary>
    public int Spread(int group) => Groups.Count <= 1 ? 3 : 1 + (int)Math.Round(group * (Most - 1.0) / (Groups.Count - 1), MidpointRounding.AwayFromZero);
}
