using System.Buffers;
using System.Text.Json;

namespace Shiremoot.Records;

/// <summary>
/// Outlines of areas in longitude and latitude, simplified for the screen: draw with them, measure nothing.
/// Held as columns: features point into polygons, polygons into rings, rings into points.
/// </summary>
public sealed class AreaBoundaries
{
    internal AreaBoundaries(string title, string[] codes, string[] names, int[] firstPolygon, int[] firstRing, int[] firstPoint, double[] longitude, double[] latitude)
    {
        (Title, Codes, Names) = (title, codes, names);
        (FirstPolygon, FirstRing, FirstPoint, Longitude, Latitude) = (firstPolygon, firstRing, firstPoint, longitude, latitude);
    }

    public string Title { get; }

    /// <summary>The code of each feature, in the order of the file.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>The name of each feature.</summary>
    public IReadOnlyList<string> Names { get; }

    internal int[] FirstPolygon { get; }

    internal int[] FirstRing { get; }

    internal int[] FirstPoint { get; }

    internal double[] Longitude { get; }

    internal double[] Latitude { get; }

    /// <summary>The features whose code is wanted, or all.</summary>
    internal IEnumerable<int> Choose(IReadOnlySet<string>? codes) => Enumerable.Range(0, Codes.Count).Where(i => codes is null || codes.Contains(Codes[i]));

    /// <summary>GeoJSON in UTF-8 with <c>code</c> and <c>name</c> as properties: what a chart library takes as a map.</summary>
    /// <param name="codes">Only these areas; all if null.</param>
    public byte[] ToGeoJson(IReadOnlySet<string>? codes = null)
    {
        ArrayBufferWriter<byte> bytes = new();
        using Utf8JsonWriter json = new(bytes);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (int feature in Choose(codes)) WriteFeature(json, feature);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private void WriteFeature(Utf8JsonWriter json, int feature)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("code", Codes[feature]);
        json.WriteString("name", Names[feature]);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        for (int polygon = FirstPolygon[feature]; polygon < FirstPolygon[feature + 1]; polygon++)
        {
            json.WriteStartArray();
            for (int ring = FirstRing[polygon]; ring < FirstRing[polygon + 1]; ring++) WriteRing(json, ring);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteRing(Utf8JsonWriter json, int ring)
    {
        json.WriteStartArray();
        for (int point = FirstPoint[ring]; point < FirstPoint[ring + 1]; point++)
        {
            json.WriteStartArray();
            json.WriteNumberValue(Longitude[point]);
            json.WriteNumberValue(Latitude[point]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
