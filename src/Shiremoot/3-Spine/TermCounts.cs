namespace Shiremoot.Spine;

/// <summary>How common the values of a field are among all records, or the parts of them.</summary>
/// <param name="Known">The records that hold any.</param>
/// <param name="Collision">How often two records share one: the sum of the squares of the shares.</param>
/// <param name="OfKey">Of a part, how many records hold each, by its key; empty for whole values.</param>
sealed record TermCounts(double Known, double Collision, Dictionary<uint, long> OfKey)
{
    public static TermCounts Of(RecordColumn column, PartColumn? part)
    {
        Dictionary<uint, long> ofKey = [];
        long[] counts = column.Counts;
        if (part is not null)
            for (int v = 1; v < counts.Length; v++)
                if (part.Of(v) is [var key, ..]) ofKey[key] = ofKey.GetValueOrDefault(key) + counts[v];
        double known = Math.Max(1, column.Known), collision = 0;
        foreach (long count in part is null ? counts : [.. ofKey.Values]) collision += count / known * (count / known);
        return new TermCounts(known, collision, ofKey);
    }
}
