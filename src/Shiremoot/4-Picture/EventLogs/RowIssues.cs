namespace Shiremoot.Picture.EventLogs;

/// <summary>Rows that were left out, by reason: how many, and where the first of them are. Never what they say.</summary>
sealed class RowIssues
{
    private const int LinesShown = 10;
    private readonly SortedDictionary<string, (long Rows, List<long> First)> byReason = new(StringComparer.Ordinal);

    public IReadOnlyList<EventLogIssue> All => [.. byReason.Select(r => new EventLogIssue(r.Key, r.Value.Rows, r.Value.First)).OrderByDescending(i => i.Rows)];

    public void Add(string reason, long line)
    {
        (long rows, List<long> first) = byReason.TryGetValue(reason, out (long, List<long>) there) ? there : (0, []);
        if (first.Count < LinesShown) first.Add(line);
        byReason[reason] = (rows + 1, first);
    }
}
