using System.Text.Encodings.Web;
using System.Text.Json;
using Shiremoot.Picture;

namespace Shiremoot.Cli;

/// <summary>Prints drawn measures as one JSON document: the measure itself when there is one, a list when there are several.</summary>
static class DrawnJson
{
    public static void Print(IReadOnlyList<DrawnMeasure> drawn)
    {
        using Stream output = Console.OpenStandardOutput();
        using (Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (drawn.Count == 1) Write(json, drawn[0]);
            else WriteAll(json, drawn);
        }
        output.Write("\n"u8);
    }

    public static void WriteAll(Utf8JsonWriter json, IReadOnlyList<DrawnMeasure> drawn)
    {
        json.WriteStartArray();
        foreach (DrawnMeasure one in drawn) Write(json, one);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DrawnMeasure one)
    {
        if (one.OfAreas is { } areas) AreaJson.Write(json, areas);
        else PeopleJson.Write(json, one.OfPeople!);
    }
}
