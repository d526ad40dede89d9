using Shiremoot.Terms;

namespace Shiremoot.Futures.Identities;

/// <summary>
/// Draws one of many by weight in the same short time however many there are (A. J. Walker, "An efficient method for generating discrete random
/// variables with general distributions", 1977; built as by M. D. Vose, 1991).
/// </summary>
sealed class AliasTable
{
    private readonly uint[] cut;
    private readonly int[] other;

    /// <param name="weights">At least one of them above zero, none below.</param>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        int count = weights.Length;
        (cut, other) = (new uint[count], new int[count]);
        double sum = 0;
        foreach (double weight in weights) sum += weight;
        if (count == 0 || !(sum > 0)) throw new ArgumentException("There is nothing to draw from.", nameof(weights));
        double[] filled = new double[count];
        Stack<int> under = new(), over = new();
        for (int i = 0; i < count; i++)
        {
            filled[i] = weights[i] * count / sum;
            (filled[i] < 1 ? under : over).Push(i);
        }

        while (under.Count > 0 && over.Count > 0)
        {
            (int low, int high) = (under.Pop(), over.Pop());
            (cut[low], other[low]) = ((uint)(filled[low] * uint.MaxValue), high);
            filled[high] -= 1 - filled[low];
            (filled[high] < 1 ? under : over).Push(high);
        }

        foreach (int whole in under.Concat(over)) (cut[whole], other[whole]) = (uint.MaxValue, whole);
    }

    public int Count => cut.Length;

    /// <summary>The place of the one drawn. One draw serves for both the column and the cut in it: enough for tables of under a million.</summary>
    public int Draw(ref Chance chance)
    {
        ulong at = (ulong)chance.Bits() * (uint)cut.Length;
        int column = (int)(at >> 32);
        return (at & uint.MaxValue) <= cut[column] ? column : other[column];
    }
}
