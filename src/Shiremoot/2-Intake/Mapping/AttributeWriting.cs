using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Shiremoot.Intake.Mapping;

/// <summary>How a kept cell is written: as text, as the whole number it is, or as a number.</summary>
enum KeptAs
{
    Text,
    Whole,
    Number,
}

/// <summary>Writes the cells a feed keeps beside the common columns as one JSON map: numbers as numbers, everything else as text (RFC 8259).</summary>
sealed class AttributeWriting
{
    private const int LongestNumber = 32;

    // What RFC 8259 (section 7) asks to be escaped, and nothing else: text stays as it was sent.
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(i => (byte)i), (byte)'"', (byte)'\\']);

    private readonly (int Column, byte[] Name, KeptAs As)[] kept;
    private byte[] json = new byte[1024];
    private int length;

    public AttributeWriting(IEnumerable<(int Column, string Name, KeptAs As)> kept) =>
        this.kept = [.. kept.Select(k => (k.Column, Encoding.UTF8.GetBytes($"\"{System.Text.Json.JsonEncodedText.Encode(k.Name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\":"), k.As))];

    public bool IsEmpty => kept.Length == 0;

    /// <summary>The map's bytes, valid until the next call; empty when no cell has a value.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<Cell> row, RowScratch scratch)
    {
        length = 0;
        foreach ((int column, byte[] name, KeptAs kind) in kept)
        {
            ref readonly Cell cell = ref row[column];
            if (cell.State != CellState.Present) continue;
            Room(name.Length + LongestNumber);
            json[length++] = length == 1 ? (byte)'{' : (byte)',';
            name.CopyTo(json, length);
            length += name.Length;
            if (kind == KeptAs.Text) Text(scratch.Text(cell));
            else Number(cell, kind);
        }
        if (length == 0) return default;
        Room(1);
        json[length++] = (byte)'}';
        return json.AsSpan(0, length);
    }

    private void Number(in Cell cell, KeptAs kind)
    {
        int written;
        if (kind == KeptAs.Whole) Utf8Formatter.TryFormat(cell.Whole, json.AsSpan(length), out written);
        else Utf8Formatter.TryFormat(cell.Number, json.AsSpan(length), out written);
        length += written;
    }

    private void Text(ReadOnlySpan<byte> text)
    {
        Room((text.Length * 6) + 2);
        json[length++] = (byte)'"';
        for (int at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            Put(text[..at]);
            Escape(text[at]);
            text = text[(at + 1)..];
        }
        Put(text);
        json[length++] = (byte)'"';
    }

    private void Put(ReadOnlySpan<byte> text)
    {
        text.CopyTo(json.AsSpan(length));
        length += text.Length;
    }

    private void Escape(byte mark)
    {
        json[length++] = (byte)'\\';
        if (mark is (byte)'"' or (byte)'\\') json[length++] = mark;
        else
        {
            Put("u00"u8);
            Utf8Formatter.TryFormat(mark, json.AsSpan(length), out int written, new StandardFormat('x', 2));
            length += written;
        }
    }

    private void Room(int wanted)
    {
        if (json.Length - length < wanted + 1) Array.Resize(ref json, Math.Max(json.Length * 2, length + wanted + 1));
    }
}
