namespace Shiremoot.Storage;

/// <summary>Suggests the known word nearest to a misspelt one.</summary>
public static class Spelling
{
    /// <summary>" Did you mean 'columns'?", or " Known here: …" when nothing is near.</summary>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        string[] words = [.. known.Order(StringComparer.Ordinal)];
        if (words.Length == 0) return "";
        string nearest = words.MinBy(k => Distance(word, k))!;
        return Distance(word, nearest) <= Math.Max(2, word.Length / 3)
            ? $" Did you mean '{nearest}'?"
            : $" Known here: {string.Join(", ", words.Take(20))}.";
    }

    // Levenshtein (1966): single-letter edits from one word to the other.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
