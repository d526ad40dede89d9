using Shiremoot.Picture.PeopleMeasuring;

namespace Shiremoot.Picture;

/// <summary>A column that may be in the model, or why it is not.</summary>
/// <param name="Name">In words.</param>
/// <param name="Asked">The place of what it was asked by.</param>
/// <param name="State">Kept where nothing speaks against it yet.</param>
/// <param name="Values">Of every row; empty for the group the others stand beside.</param>
/// <param name="IsHeld">True for a value held alike.</param>
/// <param name="IsNumber">True for numbers.</param>
sealed record FactorColumn(string Name, int Asked, FactorState State, double[] Values, bool IsHeld, bool IsNumber);

/// <summary>
/// Turns what was asked into columns of a model, by the rule for small numbers: a column is in only if in each half every one of its four cells, with it or without, came back or did not, has so
/// many people as a count that may be shown. Of a number the cells are above its middle value and not above.
/// </summary>
static class FactorColumns
{
    private const string Others = "all others";

    /// <param name="asked">What was asked, of every person.</param>
    /// <param name="people">The person of each row.</param>
    /// <param name="came">Whether the person of each row came back.</param>
    /// <param name="halves">The rows parted.</param>
    /// <param name="least">The fewest people of a cell.</param>
    public static IReadOnlyList<FactorColumn> Of(IReadOnlyList<AskedFactor> asked, int[] people, bool[] came, SampleHalves halves, int least)
    {
        List<FactorColumn> columns = [];
        for (int a = 0; a < asked.Count; a++)
        {
            if (asked[a].Groups is { } groups) columns.AddRange(OfGroups(asked[a], a, Array.ConvertAll(people, p => groups.Of[p]), came, halves, least));
            else
            {
                double[] values = Array.ConvertAll(people, p => asked[a].Values[p]);
                columns.Add(new(asked[a].Name, a, IsEnough(asked[a].IsNumber ? Above(values) : Array.ConvertAll(values, v => v > 0), came, halves, least) ? FactorState.Kept : FactorState.TooFew, values, asked[a].IsHeld, asked[a].IsNumber));
            }
        }
        return Apart(columns, halves);
    }

    // The largest group is what others stand beside. Groups of few are one group; if that has few too, they stand with the largest and nothing is said of them.
    private static IEnumerable<FactorColumn> OfGroups(AskedFactor asked, int place, int[] group, bool[] came, SampleHalves halves, int least)
    {
        int many = asked.Groups!.Labels.Count;
        int[] sizes = new int[many];
        foreach (int g in group) sizes[g]++;
        int[] there = [.. Enumerable.Range(0, many).Where(g => sizes[g] > 0)];
        if (there.Length == 0) yield break;
        int largest = there.MaxBy(g => sizes[g]);
        string Named(string label) => $"{asked.Name}: {label}";
        yield return new(Named(asked.Groups.Labels[largest]), place, FactorState.Beside, [], true, false);
        int[] few = [.. there.Where(g => g != largest && !IsEnough(Array.ConvertAll(group, o => o == g), came, halves, least))];
        foreach (int g in there)
            if (g != largest && !few.Contains(g)) yield return new(Named(asked.Groups.Labels[g]), place, FactorState.Kept, Array.ConvertAll(group, o => o == g ? 1.0 : 0), true, false);
        if (few.Length == 0) yield break;
        bool[] isFew = Array.ConvertAll(group, few.Contains);
        yield return new(Named(few.Length == 1 ? asked.Groups.Labels[few[0]] : Others), place, IsEnough(isFew, came, halves, least) ? FactorState.Kept : FactorState.TooFew, Array.ConvertAll(isFew, f => f ? 1.0 : 0), true, false);
    }

    private static bool IsEnough(bool[] has, bool[] came, SampleHalves halves, int least)
    {
        Span<int> cells = stackalloc int[4];
        foreach (int[] half in (ReadOnlySpan<int[]>)[halves.Choosing, halves.Fitting])
        {
            cells.Clear();
            foreach (int r in half) cells[(has[r] ? 2 : 0) + (came[r] ? 1 : 0)]++;
            foreach (int cell in cells)
                if (cell < least) return false;
        }
        return true;
    }

    private static bool[] Above(double[] values)
    {
        double middle = values.Length == 0 ? 0 : Middle.MedianOf(values);
        return Array.ConvertAll(values, v => v > middle);
    }

    private static List<FactorColumn> Apart(List<FactorColumn> columns, SampleHalves halves)
    {
        int[] standing = [.. Enumerable.Range(0, columns.Count).Where(c => columns[c].State == FactorState.Kept)];
        foreach (int[] half in (ReadOnlySpan<int[]>)[halves.Choosing, halves.Fitting])
        {
            int[] kept = ApartColumns.Of(new([.. standing.Select(c => columns[c].Name)], [.. standing.Select(c => columns[c].Values)]), half);
            for (int i = 0; i < standing.Length; i++)
                if (!kept.Contains(i)) columns[standing[i]] = columns[standing[i]] with { State = FactorState.Dropped };
            standing = [.. kept.Select(i => standing[i])];
        }
        return columns;
    }
}
