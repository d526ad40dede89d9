using System.Buffers.Text;
using System.Text;
using Shiremoot.Intake;
using Shiremoot.Spine.Standardising;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>Builds the columns of a table of records, row by row.</summary>
sealed class RecordBuilding
{
    private const int MostSources = 255;
    private readonly ColumnBuilding[] columns;
    private readonly int[][] joined;
    private readonly ByteList ids = new();
    private readonly string[] near;
    private readonly List<string> sourceNames = [];
    private int settled;
    private bool hasTooManySources;
    private readonly Dictionary<string, int> sourceNumbers = [];
    private byte[] sources = new byte[1 << 10];
    private byte[] lastSource = [];
    private int lastSourceNumber = -1;

    public RecordBuilding(LinkModel model)
    {
        near = [.. model.Blocks.SelectMany(b => b.Parts.Select(p => p.Field).Distinct()).CountBy(f => f).OrderByDescending(f => f.Value).Select(f => f.Key).Take(3)];
        columns = [.. model.Fields.Select(f => new ColumnBuilding(f, Standards.Of(f.Kind)!))];
        joined = [.. model.Fields.Select(f => f.Join.Select(j => model.Fields.ToList().FindIndex(k => k.Name == j)).ToArray())];
    }

    public int Count => ids.Count;

    public int Source(string name)
    {
        if (sourceNumbers.TryGetValue(name, out int number)) return number;
        if (sourceNames.Count == MostSources)
        {
            hasTooManySources = true;
            return 0;
        }
        sourceNames.Add(name);
        return sourceNumbers[name] = sourceNames.Count - 1;
    }

    public int Source(ReadOnlySpan<byte> name)
    {
        if (lastSourceNumber >= 0 && name.SequenceEqual(lastSource)) return lastSourceNumber;
        lastSource = name.ToArray();
        return lastSourceNumber = Source(Encoding.UTF8.GetString(name));
    }

    /// <summary>Adds the row the reader stands on.</summary>
    public void Add(TableReader reader, int[][] from, int id, int source, long row)
    {
        if (id >= 0)
        {
            Begin(reader.Field(id), source);
        }
        else
        {
            Span<byte> number = stackalloc byte[20];
            Utf8Formatter.TryFormat(row, number, out int length);
            Begin(number[..length], source);
        }
        for (int c = 0; c < columns.Length; c++)
            foreach (int column in from[c])
                if (!columns[c].Offer(reader.Field(column))) break;
    }

    /// <summary>Makes room at once for about so many records of the file at hand, rather than a little more again and again.</summary>
    public void Expect(long records)
    {
        Settle();
        int all = (int)Math.Min(Array.MaxLength, ids.Count + (long)(records * 1.03));
        foreach (ColumnBuilding column in columns) column.Expect(all);
    }

    /// <summary>Begins a record; its values follow by <see cref="Offer"/>.</summary>
    public void Begin(ReadOnlySpan<byte> id, int source)
    {
        if (ids.Count - settled == StagedValues.Most / 2) Settle();
        if (ids.Count == sources.Length) Array.Resize(ref sources, sources.Length * 2);
        sources[ids.Count] = (byte)source;
        ids.Add(id);
        foreach (ColumnBuilding column in columns) column.Row = ids.Count - 1;
    }

    /// <summary>Offers a value to a field of the record; of a field that holds one value the first counts.</summary>
    public void Offer(int column, ReadOnlySpan<byte> value) => columns[column].Offer(value);

    public Outcome<RecordTable> Finish(string what)
    {
        Settle();
        if (hasTooManySources) return Refusals.TooManySources(what, MostSources);
        return Count == 0 ? Refusals.NoRecords(what) : new RecordTable(ids, sources.AsSpan(0, Count).ToArray(), sourceNames, [.. columns.Select(c => c.Finish())], near);
    }

    // Gives all that wait their numbers, and ends their rows.
    private void Settle()
    {
        foreach (ColumnBuilding column in columns) column.Settle();
        for (int c = 0; c < columns.Length; c++)
            if (joined[c].Length > 0)
                for (int row = settled; row < ids.Count; row++) columns[c].Join(row, joined[c], columns);
        foreach (ColumnBuilding column in columns) column.End(ids.Count);
        settled = ids.Count;
    }
}
