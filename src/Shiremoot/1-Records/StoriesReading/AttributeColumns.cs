using System.Text;
using System.Text.Json;

namespace Shiremoot.Records.StoriesReading;

/// <summary>The columns that JSON maps of attributes turn into, one for each key.</summary>
sealed class AttributeColumns
{
    private readonly List<(byte[] Key, GrowingColumn Column)> columns = [];
    private byte[] scratch = new byte[256];

    public IEnumerable<GrowingColumn> All => columns.Select(c => c.Column);

    /// <summary>Puts the values of a map into the row; keys the map lacks keep what the row has.</summary>
    public void Put(int row, ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        int expected = 0; // maps of one feed have their keys in one order
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            GrowingColumn column = ColumnOf(ref reader, ref expected);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number) column.Set(row, reader.GetDouble());
            else if (reader.TokenType == JsonTokenType.String) column.Set(row, Plain(ref reader));
            else if (reader.TokenType is JsonTokenType.True or JsonTokenType.False) column.Set(row, reader.ValueSpan);
            else reader.Skip();
        }
    }

    /// <summary>The column of a name, made if it is new.</summary>
    public GrowingColumn Named(string name)
    {
        byte[] key = Encoding.UTF8.GetBytes(name);
        int at = columns.FindIndex(c => c.Key.AsSpan().SequenceEqual(key));
        return at >= 0 ? columns[at].Column : Add(key);
    }

    private GrowingColumn ColumnOf(ref Utf8JsonReader reader, ref int expected)
    {
        if (expected < columns.Count && reader.ValueTextEquals(columns[expected].Key)) return columns[expected++].Column;
        for (int i = 0; i < columns.Count; i++)
        {
            if (!reader.ValueTextEquals(columns[i].Key)) continue;
            expected = i + 1;
            return columns[i].Column;
        }
        expected = columns.Count + 1;
        return Add(Plain(ref reader).ToArray());
    }

    private GrowingColumn Add(byte[] key)
    {
        GrowingColumn column = new(Encoding.UTF8.GetString(key));
        columns.Add((key, column));
        return column;
    }

    private ReadOnlySpan<byte> Plain(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        if (scratch.Length < reader.ValueSpan.Length) scratch = new byte[reader.ValueSpan.Length * 2];
        return scratch.AsSpan(0, reader.CopyString(scratch));
    }
}
