namespace Shiremoot.Spine;

/// <summary>A field of all records: its distinct values, and by the rows which record has which.</summary>
public sealed class RecordColumn
{
    private readonly RecordRows rows;
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

    /// <summary>How many records hold each value, by its number.</summary>
    internal long[] Counts
    {
        get
        {
            if (counts is null) (counts, known) = rows.Counted(Place, Table.Count);
            return counts;
        }
    }

    /// <summary>The records that hold any value.</summary>
    internal long Known => Counts.Length > 0 ? known : 0;

    /// <summary>The values of a record: none, one or several.</summary>
    internal ReadOnlySpan<int> Of(int record) => rows.Values(rows.Row(record), Place);
}
