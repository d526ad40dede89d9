using System.Text.Json;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>A model as it is kept in the store, with every number as it was learned.</summary>
static class LinkModelText
{
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    public static string Write(LinkModel model) => JsonSerializer.Serialize(model, Options);

    public static Outcome<LinkModel> Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<LinkModel>(text, Options) is { } model ? model : Refusals.NotReadable("model");
        }
        catch (JsonException)
        {
            return Refusals.NotReadable("model");
        }
    }
}
