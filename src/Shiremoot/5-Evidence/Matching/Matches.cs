using Shiremoot.Terms;

namespace Shiremoot.Evidence.Matching;

/// <summary>
/// Finds for each treated row the nearest of the others by one distance, in sorted order: the work grows as n log n. Ties are settled by place (see <see cref="NearestOthers"/>).
/// </summary>
static class Matches
{
    private const uint Turns = 0x7475726E;

    /// <summary>Nearest, each of the others used once. With a ratio above 1, all have their first match before any has a second.</summary>
    public static AdjustedRows Once(bool[] treated, double[] distance, int[]? stratum, int ratio, double width, MatchingOrder order, ulong seed, bool takesLower = false)
    {
        int n = treated.Length, ties = 0;
        int[] set = NoSet(n);
        double[] weight = new double[n];
        foreach ((int[] mine, int[] others) in Strata(treated, stratum))
        {
            if (others.Length == 0) continue;
            NearestOthers nearest = new(distance, others, takesLower);
            int[] turns = Ordered(mine, distance, order, seed);
            for (int round = 0; round < ratio; round++)
                foreach (int row in turns)
                {
                    if (round > 0 && set[row] < 0) continue;
                    bool tied = false;
                    int match = nearest.Take(row, distance[row], width, ref tied);
                    if (match < 0) continue;
                    ties += tied ? 1 : 0;
                    set[row] = row;
                    set[match] = row;
                }
        }
        int[] had = new int[n];
        for (int r = 0; r < n; r++)
            if (!treated[r] && set[r] >= 0) had[set[r]]++;
        for (int r = 0; r < n; r++)
            if (set[r] >= 0) weight[r] = treated[r] ? 1 : 1.0 / had[set[r]];
        return new(Scaled(weight, treated), Numbered(set), ties);
    }

    /// <summary>Nearest, the others used as often as they are nearest.</summary>
    public static AdjustedRows Again(bool[] treated, double[] distance, int[]? stratum, int ratio, double width, bool takesLower = false)
    {
        int ties = 0;
        double[] weight = new double[treated.Length];
        int[] found = new int[ratio];
        foreach ((int[] mine, int[] others) in Strata(treated, stratum))
        {
            if (others.Length == 0) continue;
            NearestOthers nearest = new(distance, others, takesLower);
            foreach (int row in mine)
            {
                bool tied = false;
                int matches = nearest.Look(row, distance[row], width, found, ref tied);
                if (matches == 0) continue;
                ties += tied ? 1 : 0;
                weight[row] = 1;
                for (int k = 0; k < matches; k++) weight[found[k]] += 1.0 / matches;
            }
        }
        return new(Scaled(weight, treated), null, ties);
    }

    /// <summary>All of the others within the width, sharing one weight.</summary>
    public static AdjustedRows Within(bool[] treated, double[] distance, int[]? stratum, double width)
    {
        double[] weight = new double[treated.Length];
        foreach ((int[] mine, int[] others) in Strata(treated, stratum))
        {
            double[] keys = [.. others.Select(r => distance[r])];
            Array.Sort(keys, others);
            // What each treated row gives to a run of the others is put down at the run's ends and added up once.
            double[] ends = new double[others.Length + 1];
            foreach (int row in mine)
            {
                int from = First(keys, distance[row] - width, false), until = First(keys, distance[row] + width, true);
                if (until <= from) continue;
                weight[row] = 1;
                ends[from] += 1.0 / (until - from);
                ends[until] -= 1.0 / (until - from);
            }
            double sum = 0;
            for (int k = 0; k < others.Length; k++) weight[others[k]] = (sum += ends[k]) > 1e-9 ? sum : 0;
        }
        return new(Scaled(weight, treated), null, 0);
    }

    // The others' weights add up to how many of them there are, as MatchIt gives them.
    private static double[] Scaled(double[] weight, bool[] treated)
    {
        double sum = 0;
        int of = 0;
        for (int r = 0; r < weight.Length; r++)
            if (!treated[r] && weight[r] > 0) (sum, of) = (sum + weight[r], of + 1);
        for (int r = 0; r < weight.Length && of > 0; r++)
            if (!treated[r]) weight[r] *= of / sum;
        return weight;
    }

    private static int[] Ordered(int[] rows, double[] distance, MatchingOrder order, ulong seed)
    {
        double[] key = [.. rows.Select(r => order == MatchingOrder.Largest ? -distance[r] : Drawn(seed, r))];
        return [.. Enumerable.Range(0, rows.Length).OrderBy(k => key[k]).Select(k => rows[k])]; // stable: of equal ones, the first in the file
    }

    private static double Drawn(ulong seed, int row)
    {
        Chance chance = new(seed, (ulong)row, Turns);
        return chance.Share();
    }

    private static IEnumerable<(int[] Treated, int[] Others)> Strata(bool[] treated, int[]? stratum)
    {
        int strata = stratum is null ? 1 : stratum.Max() + 1;
        List<int>[] mine = [.. Enumerable.Range(0, strata).Select(_ => new List<int>())], others = [.. Enumerable.Range(0, strata).Select(_ => new List<int>())];
        for (int r = 0; r < treated.Length; r++) (treated[r] ? mine : others)[stratum is null ? 0 : stratum[r]].Add(r);
        for (int s = 0; s < strata; s++) yield return ([.. mine[s]], [.. others[s]]);
    }

    private static int First(double[] keys, double at, bool beyond)
    {
        int low = 0, high = keys.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (keys[middle] < at || (beyond && keys[middle] == at)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int[] NoSet(int n)
    {
        int[] set = new int[n];
        Array.Fill(set, -1);
        return set;
    }

    private static int[] Numbered(int[] set)
    {
        Dictionary<int, int> number = [];
        for (int r = 0; r < set.Length; r++)
            if (set[r] >= 0) set[r] = number.TryGetValue(set[r], out int known) ? known : number[set[r]] = number.Count;
        return set;
    }
}
