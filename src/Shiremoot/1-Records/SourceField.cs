using Shiremoot.Records.StoriesReading;

namespace Shiremoot.Records;

/// <summary>What all records have in one field: pairs of record and value as they come, then for each record its different values, the most frequent first and of those the latest.</summary>
sealed class SourceField(string name)
{
    private const int FewValues = 64;
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

    // Writes over what was read already, so that no room is needed. Records have few values, so each is looked for among those before it.
    private static int Distinct(Span<int> own, Span<int> into)
    {
        if (own.Length <= 1)
        {
            own.CopyTo(into);
            return own.Length;
        }
        Span<(int Value, int Times, int Last)> met = own.Length <= FewValues ? stackalloc (int, int, int)[own.Length] : new (int, int, int)[own.Length];
        int kinds = 0;
        for (int n = 0; n < own.Length; n++)
        {
            int at = 0;
            while (at < kinds && met[at].Value != own[n]) at++;
            met[at] = (own[n], at == kinds ? 1 : met[at].Times + 1, n);
            if (at == kinds) kinds++;
        }
        met[..kinds].Sort((x, y) => x.Times != y.Times ? y.Times.CompareTo(x.Times) : y.Last.CompareTo(x.Last));
        for (int k = 0; k < kinds; k++) into[k] = met[k].Value;
        return kinds;
    }
}
