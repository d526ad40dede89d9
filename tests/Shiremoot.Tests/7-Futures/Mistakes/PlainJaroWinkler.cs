namespace Shiremoot.Tests.Futures.Mistakes;

/// <summary>The similarity of Jaro and Winkler, written out plainly (W. E. Winkler, 1990): prefix of four at most, weight 0.1, no threshold for the boost.</summary>
static class PlainJaroWinkler
{
    public static double Of(string a, string b)
    {
        if (a == b) return 1;
        if (a.Length == 0 || b.Length == 0) return 0;
        int window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1), matches = 0;
        (bool[] inA, bool[] inB) = (new bool[a.Length], new bool[b.Length]);
        for (int i = 0; i < a.Length; i++)
            for (int j = Math.Max(0, i - window); j < b.Length && j <= i + window; j++)
            {
                if (inB[j] || a[i] != b[j]) continue;
                (inA[i], inB[j]) = (true, true);
                matches++;
                break;
            }

        if (matches == 0) return 0;
        string common = new([.. a.Where((_, i) => inA[i])]), other = new([.. b.Where((_, j) => inB[j])]);
        double m = matches, turned = common.Zip(other).Count(p => p.First != p.Second) / 2.0;
        double jaro = ((m / a.Length) + (m / b.Length) + ((m - turned) / m)) / 3;
        int prefix = 0;
        while (prefix < 4 && prefix < a.Length && prefix < b.Length && a[prefix] == b[prefix]) prefix++;
        return jaro + (prefix * 0.1 * (1 - jaro));
    }
}
