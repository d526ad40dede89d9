using System.IO.Compression;
using System.Text.Json;
using Shiremoot.Terms;

namespace Shiremoot.Records.Areas;

/// <summary>Reads a GeoJSON file (plain or .gz) of polygons with a code and a name. Refuses anything else, with the feature at fault.</summary>
internal static class BoundaryFile
{
    private const long MostBytes = 256L * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow, MaxDepth = 16 };

    public static Outcome<AreaBoundaries> Read(string path, string shownAs, string title)
    {
        if (!File.Exists(path)) return Refusals.BadBoundaries(shownAs, "there is no such file.");
        try
        {
            using Stream file = File.OpenRead(path);
            using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using MemoryStream bytes = new();
            byte[] block = new byte[81920];
            for (int read = plain.Read(block); read > 0; read = plain.Read(block))
            {
                if (bytes.Length + read > MostBytes) return Refusals.BadBoundaries(shownAs, "the file unpacks to more than 256 MB.");
                bytes.Write(block, 0, read);
            }

            return Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), shownAs, title);
        }
        catch (InvalidDataException wrong)
        {
            return Refusals.BadBoundaries(shownAs, wrong.Message);
        }
    }

    public static Outcome<AreaBoundaries> Parse(ReadOnlyMemory<byte> json, string shownAs, string title)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Strict);
            Builder builder = new();
            int feature = 0;
            foreach (JsonElement element in document.RootElement.GetProperty("features").EnumerateArray())
            {
                feature++;
                if (builder.Add(element) is { } wrong) return Refusals.BadBoundaries(shownAs, $"feature {feature}: {wrong}");
            }

            return builder.Build(title);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Refusals.BadBoundaries(shownAs, wrong.Message);
        }
    }

    private sealed class Builder
    {
        private readonly List<string> codes = [], names = [];
        private readonly List<int> firstPolygon = [0], firstRing = [0], firstPoint = [0];
        private readonly List<double> longitude = [], latitude = [];

        public string? Add(JsonElement feature)
        {
            JsonElement properties = feature.GetProperty("properties");
            if (properties.GetProperty("code").GetString() is not { Length: > 0 } code) return "it has no code.";
            codes.Add(code);
            names.Add(properties.GetProperty("name").GetString() ?? code);
            JsonElement geometry = feature.GetProperty("geometry"), coordinates = geometry.GetProperty("coordinates");
            string? wrong = geometry.GetProperty("type").GetString() switch
            {
                "Polygon" => Polygon(coordinates),
                "MultiPolygon" => coordinates.EnumerateArray().Select(Polygon).FirstOrDefault(w => w is not null),
                var other => $"its geometry is '{other}'.",
            };
            firstPolygon.Add(firstRing.Count - 1);
            return wrong;
        }

        public AreaBoundaries Build(string title) =>
            new(title, [.. codes], [.. names], [.. firstPolygon], [.. firstRing], [.. firstPoint], [.. longitude], [.. latitude]);

        private string? Polygon(JsonElement rings)
        {
            foreach (JsonElement ring in rings.EnumerateArray())
            {
                if (ring.GetArrayLength() < 4) return "a ring has fewer than four points.";
                foreach (JsonElement point in ring.EnumerateArray())
                {
                    if (point.GetArrayLength() < 2) return "a point has no latitude.";
                    (double east, double north) = (point[0].GetDouble(), point[1].GetDouble());
                    if (!(Math.Abs(east) <= 180 && Math.Abs(north) <= 90)) return "a point is not in longitude and latitude.";
                    longitude.Add(east);
                    latitude.Add(north);
                }

                firstPoint.Add(longitude.Count);
            }

            firstRing.Add(firstPoint.Count - 1);
            return null;
        }
    }
}
