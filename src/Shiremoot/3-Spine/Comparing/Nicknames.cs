using System.Text;

namespace Shiremoot.Spine.Comparing;

/// <summary>Forenames and the short forms of them in common use.</summary>
sealed class Nicknames
{
    private readonly HashSet<(string, string)> pairs = [];

    public Nicknames(IEnumerable<(string Formal, string Short)> forms)
    {
        Dictionary<string, List<string>> shortsOf = [];
        foreach ((string formal, string brief) in forms)
        {
            string one = Plain(formal), other = Plain(brief);
            if (!shortsOf.TryGetValue(one, out List<string>? shorts)) shortsOf[one] = shorts = [];
            shorts.Add(other);
            Add(one, other);
        }
        // Two short forms of one name are forms of one another: Bill and Will.
        foreach (List<string> shorts in shortsOf.Values)
            foreach (string one in shorts)
                foreach (string other in shorts) Add(one, other);
    }

    /// <summary>For every value of a table, the values there that are forms of the same name, in order.</summary>
    public (int[] First, int[] Others) In(ValueTable table)
    {
        List<(int, int)> found = [];
        foreach ((string one, string other) in pairs)
            if (table.Find(Encoding.UTF8.GetBytes(one)) is > 0 and int a && table.Find(Encoding.UTF8.GetBytes(other)) is > 0 and int b) found.Add((a, b));
        found.Sort();
        int[] first = new int[table.Count + 2];
        foreach ((int a, _) in found) first[a + 1]++;
        for (int v = 1; v < first.Length; v++) first[v] += first[v - 1];
        return (first, [.. found.Select(f => f.Item2)]);
    }

    private void Add(string one, string other)
    {
        if (one == other) return;
        pairs.Add((one, other));
        pairs.Add((other, one));
    }

    private static string Plain(string name) => name.Trim().ToUpperInvariant();
}
