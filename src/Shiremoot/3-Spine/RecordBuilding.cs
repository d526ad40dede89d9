using System.Buffers.Text;
using System.Text;
using Shiremoot.Intake;
using Shiremoot.Spine.Standardising;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>Builds the columns of a table of records, row by row.</summary>
sealed class RecordBuilding
{
    private readonly ColumnBuilding[] columns;
    private readonly int[][] joined;
    private readonly ByteList ids = new();
    private readonly string[] near;
    private readonly List<string> sourceNames = [];
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
        if (sourceNames.Count == byte.MaxValue) return byte.MaxValue - 1;
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
        Begin(source);
        if (id >= 0)
        {
            ids.Add(reader.Field(id));
        }
        else
        {
            Span<byte> number = stackalloc byte[20];
            Utf8Formatter.TryFormat(row, number, out int length);
            ids.Add(number[..length]);
        }
        for (int c = 0; c < columns.Length; c++)
        {
            foreach (int column in from[c])
                if (!columns[c].Offer(reader.Field(column))) break;
            if (joined[c].Length > 0) columns[c].OfferJoined(joined[c], columns);
            columns[c].End();
        }
    }

    /// <summary>Adds a record from another place than a file: its id, and then its values by <see cref="Offer"/> until <see cref="End"/>.</summary>
    public void Begin(ReadOnlySpan<byte> id, int source)
    {
        Begin(source);
        ids.Add(id);
    }

    public void Offer(int column, ReadOnlySpan<byte> value) => columns[column].Offer(value);

    public void End()
    {
        for (int c = 0; c < columns.Length; c++)
        {
            if (joined[c].Length > 0) columns[c].OfferJoined(joined[c], columns);
            columns[c].End();
        }
    }

    public Outcome<RecordTable> Finish(string what) =>
        Count == 0 ? Refusals.NoRecords(what) : new RecordTable(ids, sources.AsSpan(0, Count).ToArray(), sourceNames, [.. columns.Select(c => c.Finish())], near);

    private void Begin(int source)
    {
        if (ids.Count == sources.Length) Array.Resize(ref sources, sources.Length * 2);
        sources[ids.Count] = (byte)source;
    }

    /// <summary>One column. Texts are standardised once each, however often they come.</summary>
    private sealed class ColumnBuilding(LinkField field, IStandard standard)
    {
        private readonly ValueTable written = new(), values = new();
        private readonly byte[][] ignored = [.. field.Ignored.Select(Encoding.UTF8.GetBytes)];
        private readonly byte[] split = field.Split is { } s ? Encoding.UTF8.GetBytes(s) : [];
        private readonly byte[] standardised = new byte[(ValueTable.MostBytes * 2) + 16];
        private readonly List<int> own = [];
        private int[] numberOf = new int[256];
        private int[] column = new int[1 << 10];
        private int[]? first = field.IsList ? new int[1 << 10] : null;
        private int filled, rows;

        /// <summary>Offers a value to the row; false if the row needs no more.</summary>
        public bool Offer(ReadOnlySpan<byte> value)
        {
            if (split.Length > 0)
            {
                foreach (Range part in value.Split(split)) Put(Number(value[part]));
                return true;
            }
            Put(Number(value));
            return field.IsList || own.Count == 0;
        }

        public void OfferJoined(int[] parts, ColumnBuilding[] columns)
        {
            Span<byte> whole = stackalloc byte[ValueTable.MostBytes];
            int length = 0;
            foreach (int part in parts)
            {
                ReadOnlySpan<byte> value = columns[part].Last;
                if (value.IsEmpty) continue;
                if (length > 0 && length < whole.Length) whole[length++] = (byte)' ';
                value = value[..Math.Min(value.Length, whole.Length - length)];
                value.CopyTo(whole[length..]);
                length += value.Length;
            }
            if (length > 0 && !columns[parts[0]].Last.IsEmpty && !columns[parts[^1]].Last.IsEmpty) Put(values.Number(whole[..length]));
        }

        // The value of the row that was ended last.
        private ReadOnlySpan<byte> Last => first is null ? values[column[rows - 1]] : first[rows - 1] < filled ? values[column[first[rows - 1]]] : default;

        public void End()
        {
            if (first is null)
            {
                if (rows == column.Length) Array.Resize(ref column, rows * 2);
                column[rows++] = own.Count > 0 ? own[0] : 0;
            }
            else
            {
                if (rows + 1 >= first.Length) Array.Resize(ref first, first.Length * 2);
                foreach (int value in own)
                {
                    if (filled == column.Length) Array.Resize(ref column, filled * 2);
                    column[filled++] = value;
                }
                first[++rows] = filled;
            }
            own.Clear();
        }

        public RecordColumn Finish() => first is null
            ? new RecordColumn(field.Name, field.Kind, values, column[..rows], null)
            : new RecordColumn(field.Name, field.Kind, values, column[..filled], first[..(rows + 1)]);

        private void Put(int value)
        {
            if (value != 0 && !own.Contains(value)) own.Add(value);
        }

        private int Number(ReadOnlySpan<byte> value)
        {
            if (value.IsEmpty) return 0;
            if (value.Length > ValueTable.MostBytes) value = value[..ValueTable.MostBytes];
            if (standard.IsQuick) return values.Number(Kept(standardised.AsSpan(0, standard.Write(value, standardised))));
            int before = written.Count, text = written.Number(value);
            if (text == 0) return 0;
            if (text <= before) return numberOf[text];
            if (text >= numberOf.Length) Array.Resize(ref numberOf, numberOf.Length * 2);
            return numberOf[text] = values.Number(Kept(standardised.AsSpan(0, standard.Write(value, standardised))));
        }

        private ReadOnlySpan<byte> Kept(ReadOnlySpan<byte> value)
        {
            foreach (byte[] none in ignored)
                if (value.SequenceEqual(none)) return default;
            return value;
        }
    }
}
