using Shiremoot.Records.StoriesReading;

namespace Shiremoot.Records;

/// <summary>What all records have in one field: pairs of record and value as they come, then for each record its different values, the most frequent first and of those the latest.</summary>
sealed class SourceField(string name)
{
    private readonly WordTable words = new();
    private int[] records = new int[1024], values = new int[1024], first = [];
    private int count;

    public string Name => name;

    public void Add(int record, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return;
        if (count == records.Length)
        {
            Array.Resize(ref records, count * 2);
            Array.Resize(ref values, count * 2);
        }
        (records[count], values[count]) = (record, words.Code(value));
        count++;
    }

    public void Finish(int all)
    {
        first = new int[all + 1];
        for (int n = 0; n < count; n++) first[records[n] + 1]++;
        for (int r = 0; r < all; r++) first[r + 1] += first[r];
        int[] next = first.AsSpan(0, all).ToArray(), sorted = new int[count];
        for (int n = 0; n < count; n++) sorted[next[records[n]]++] = values[n];
        int kept = 0;
        for (int r = 0; r < all; r++)
        {
            Span<int> own = sorted.AsSpan(first[r], first[r + 1] - first[r]);
            first[r] = kept;
            kept += Distinct(own, sorted.AsSpan(kept));
        }
        first[all] = kept;
        (values, records) = (sorted, []);
    }

    public int CountOf(int record) => first[record + 1] - first[record];

    public ReadOnlySpan<byte> ValueOf(int record, int which) => words.Bytes(values[first[record] + which]);

    // Writes over what was read already, so that no room is needed. Records have few values.
    private static int Distinct(Span<int> own, Span<int> into)
    {
        if (own.Length == 1)
        {
            into[0] = own[0];
            return 1;
        }
        int[] came = own.ToArray();
        int[] ordered = [.. came.Select((value, at) => (value, at)).GroupBy(v => v.value).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Max(v => v.at)).Select(g => g.Key)];
        ordered.CopyTo(into);
        return ordered.Length;
    }
}
