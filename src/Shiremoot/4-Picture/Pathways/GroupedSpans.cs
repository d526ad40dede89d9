namespace Shiremoot.Picture.Pathways;

/// <summary>Spans of time by group, in one array: counted first, then put in.</summary>
sealed class GroupedSpans
{
    private readonly long[] spans;
    private readonly int[] start, next;

    /// <param name="counts">How many spans each group will hold.</param>
    public GroupedSpans(ReadOnlySpan<int> counts)
    {
        start = new int[counts.Length + 1];
        for (int g = 0; g < counts.Length; g++) start[g + 1] = start[g] + counts[g];
        next = start[..counts.Length];
        spans = new long[start[^1]];
    }

    public void Put(int group, long span) => spans[next[group]++] = span;

    /// <summary>Puts a span at a place of its group, for those who keep their own count.</summary>
    public void Put(int group, int place, long span) => spans[start[group] + place] = span;

    public Span<long> Of(int group) => spans.AsSpan(start[group]..start[group + 1]);
}
