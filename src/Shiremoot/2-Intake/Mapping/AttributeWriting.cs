using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shiremoot.Intake.Mapping;

/// <summary>Writes the cells a feed keeps beside the common columns as one JSON map: numbers as numbers, everything else as text.</summary>
sealed class AttributeWriting : IDisposable
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly (int Column, JsonEncodedText Name, bool IsNumber)[] kept;
    private readonly ArrayBufferWriter<byte> buffer = new(256);
    private readonly Utf8JsonWriter json;

    public AttributeWriting(IEnumerable<(int Column, string Name, bool IsNumber)> kept)
    {
        this.kept = [.. kept.Select(k => (k.Column, JsonEncodedText.Encode(k.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping), k.IsNumber))];
        json = new Utf8JsonWriter(buffer, Plain);
    }

    public bool IsEmpty => kept.Length == 0;

    /// <summary>The map's bytes, valid until the next call; empty when no cell has a value.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<Cell> row, RowScratch scratch)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        bool any = false;
        foreach ((int column, JsonEncodedText name, bool isNumber) in kept)
        {
            ref readonly Cell cell = ref row[column];
            if (cell.State != CellState.Present) continue;
            any = true;
            if (isNumber) json.WriteNumber(name, cell.Number);
            else json.WriteString(name, scratch.Text(cell));
        }
        if (!any) return default;
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan;
    }

    public void Dispose() => json.Dispose();
}
