namespace Shiremoot.Tests.Spine.Comparing;

/// <summary>The comparisons written out plainly, to set the kernels against.</summary>
static class PlainText
{
    /// <summary>As strcmp95 of the US Census Bureau counts: transpositions in whole numbers, and the prefix only where the similarity of Jaro is above 0.7.</summary>
    public static double JaroWinkler(byte[] a, byte[] b)
    {
        if (a.Length == 0 || b.Length == 0) return 0;
        int reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        (bool[] takenA, bool[] takenB) = (new bool[a.Length], new bool[b.Length]);
        for (int i = 0; i < a.Length; i++)
            for (int j = Math.Max(0, i - reach); j < Math.Min(b.Length, i + reach + 1); j++)
            {
                if (takenB[j] || a[i] != b[j]) continue;
                takenA[i] = takenB[j] = true;
                break;
            }
        byte[] common = [.. a.Where((_, i) => takenA[i])], other = [.. b.Where((_, j) => takenB[j])];
        if (common.Length == 0) return 0;
        double shared = common.Length, turned = common.Zip(other).Count(p => p.First != p.Second) / 2;
        double jaro = ((shared / a.Length) + (shared / b.Length) + ((shared - turned) / shared)) / 3;
        return jaro > 0.7 + 1e-9 ? jaro + (a.Zip(b).Take(4).TakeWhile(p => p.First == p.Second).Count() * 0.1 * (1 - jaro)) : jaro;
    }

    /// <summary>Optimal string alignment, or the distance of Levenshtein where turning round does not count.</summary>
    public static int Edits(byte[] a, byte[] b, bool turns = true)
    {
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }
                int least = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (turns && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, cost[i - 2, j - 2] + 1);
                cost[i, j] = least;
            }
        return cost[a.Length, b.Length];
    }

    /// <summary>Slips of a date of eight digits, by making every date that is one slip from it.</summary>
    public static int DateSlips(string a, string b)
    {
        if (a == b) return 0;
        if (OneSlip(a).Contains(b)) return 1;
        bool twoDigits = a.Zip(b).Count(p => p.First != p.Second) == 2;
        bool onePart = new[] { a[..4] == b[..4], a[4..6] == b[4..6], a[6..] == b[6..] }.Count(same => same) == 2;
        return twoDigits || onePart ? 2 : 3;
    }

    private static IEnumerable<string> OneSlip(string date)
    {
        for (int at = 0; at < 8; at++)
            for (char digit = '0'; digit <= '9'; digit++) yield return date[..at] + digit + date[(at + 1)..];
        for (int at = 0; at < 7; at++) yield return date[..at] + date[at + 1] + date[at] + date[(at + 2)..];
        yield return date[..4] + date[6..] + date[4..6];
    }
}
