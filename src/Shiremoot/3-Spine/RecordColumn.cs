using Shiremoot.Spine.Parts;

namespace Shiremoot.Spine;

/// <summary>A field of all records: its distinct values, and by the rows which record has which.</summary>
public sealed class RecordColumn
{
    private readonly RecordRows rows;
    private readonly Dictionary<string, TermCounts> terms = [];
    private long[]? counts;
    private long known;

    internal RecordColumn(string name, string kind, ValueTable table, bool isList, RecordRows rows, int place) =>
        (Name, Kind, Table, IsList, this.rows, Place) = (name, kind, table, isList, rows, place);

    /// <summary>The field's name in the model.</summary>
    public string Name { get; }

    /// <summary>The standard its values are written in: name, date, postcode.</summary>
    public string Kind { get; }

    public ValueTable Table { get; }

    /// <summary>A record may hold several values, each once.</summary>
    public bool IsList { get; }

    /// <summary>The field's place in a row.</summary>
    internal int Place { get; }

    /// <summary>The same field of all records, where this column is of some of them only: how common a value is, is asked of all.</summary>
    internal RecordColumn? Whole { get; init; }

    /// <summary>How many records hold each value, by its number.</summary>
    internal long[] Counts
    {
        get
        {
            if (counts is not null) return counts;
            (counts, known) = rows.Counted(Place, Table.Count);
            if (Whole is null) return counts;
            for (int v = 1; v < counts.Length; v++)
                if (Whole.Table.Find(Table[v]) is > 0 and int there) counts[v] = Math.Max(counts[v], Whole.Counts[there]);
            known = Whole.Known;
            return counts;
        }
    }

    /// <summary>How common the values are among all records, or a part of them; worked out once.</summary>
    internal TermCounts Terms(PartColumn? part)
    {
        if (Whole is not null) return Whole.TermsOf(part?.Name, null);
        return TermsOf(part?.Name, part);
    }

    private TermCounts TermsOf(string? name, PartColumn? part)
    {
        lock (terms)
        {
            if (!terms.TryGetValue(name ?? "", out TermCounts? found)) terms[name ?? ""] = found = TermCounts.Of(this, name is null ? null : part ?? ValueParts.Column(Table, name));
            return found;
        }
    }

    /// <summary>The records that hold any value.</summary>
    internal long Known => Counts.Length > 0 ? known : 0;

    /// <summary>The values of a record: none, one or several.</summary>
    internal ReadOnlySpan<int> Of(int record) => rows.Values(rows.Row(record), Place);
}
