namespace Shiremoot.Tests.Evidence.Evaluating;

/// <summary>Matching written plainly: every one of the others looked at for every treated person. The twin of the fast one.</summary>
static class PlainMatching
{
    /// <summary>Nearest, once each, highest first; ties by the order of distance then row, the lower side first.</summary>
    public static int[][] Once(bool[] treated, double[] distance, int ratio, double width, int[]? stratum = null)
    {
        int n = treated.Length;
        bool[] used = new bool[n];
        List<int>[] found = [.. Enumerable.Range(0, n).Select(_ => new List<int>())];
        int[] turns = [.. Enumerable.Range(0, n).Where(r => treated[r]).OrderByDescending(r => distance[r])];
        for (int round = 0; round < ratio; round++)
            foreach (int t in turns)
            {
                if (round > 0 && found[t].Count == 0) continue;
                int match = Nearest(t, treated, distance, width, stratum, r => !used[r]);
                if (match < 0) continue;
                used[match] = true;
                found[t].Add(match);
            }
        return [.. found.Select(f => f.ToArray())];
    }

    /// <summary>Nearest, again and again.</summary>
    public static int[][] Again(bool[] treated, double[] distance, int ratio, double width, int[]? stratum = null)
    {
        List<int>[] found = [.. treated.Select(_ => new List<int>())];
        for (int t = 0; t < treated.Length; t++)
            for (int k = 0; treated[t] && k < ratio && Nearest(t, treated, distance, width, stratum, r => !found[t].Contains(r)) is >= 0 and var match; k++) found[t].Add(match);
        return [.. found.Select(f => f.ToArray())];
    }

    /// <summary>All within the width.</summary>
    public static int[][] Within(bool[] treated, double[] distance, double width) =>
        [.. treated.Select((had, t) => had ? Enumerable.Range(0, treated.Length).Where(r => !treated[r] && distance[r] >= distance[t] - width && distance[r] <= distance[t] + width).ToArray() : [])];

    /// <summary>Weights as MatchIt scales them.</summary>
    public static double[] Weights(bool[] treated, int[][] found)
    {
        double[] weight = new double[treated.Length];
        for (int t = 0; t < treated.Length; t++)
            foreach (int r in found[t]) (weight[t], weight[r]) = (1, weight[r] + (1.0 / found[t].Length));
        int[] others = [.. Enumerable.Range(0, treated.Length).Where(r => !treated[r] && weight[r] > 0)];
        double sum = others.Sum(r => weight[r]);
        foreach (int r in others) weight[r] *= others.Length / sum;
        return weight;
    }

    private static int Nearest(int t, bool[] treated, double[] distance, double width, int[]? stratum, Func<int, bool> isFree)
    {
        (double, int, int) Place(int r)
        {
            bool isBelow = (distance[r], r).CompareTo((distance[t], t)) < 0;
            return (Math.Abs(distance[r] - distance[t]), isBelow ? 0 : 1, isBelow ? -r : r);
        }
        int[] free = [.. Enumerable.Range(0, treated.Length).Where(r => !treated[r] && isFree(r) && (stratum is null || stratum[r] == stratum[t]) && Math.Abs(distance[r] - distance[t]) <= width)];
        return free.Length == 0 ? -1 : free.MinBy(Place);
    }
}
