using System.Collections.Frozen;
using System.Text.Json;

namespace Shiremoot.Picture.Series;

/// <summary>Reads the JSON map of dimensions that Intake writes with each statistic.</summary>
static class DimensionText
{
    public static FrozenDictionary<string, string> Parse(string json)
    {
        if (json.Length == 0) return FrozenDictionary<string, string>.Empty;
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : p.Value.GetRawText(), StringComparer.Ordinal);
    }
}
