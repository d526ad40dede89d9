using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Shiremoot.Tests.Places;

/// <summary>A schema of docs/schemas, as far as keys and named choices go.</summary>
sealed class SchemaFile
{
    private readonly JsonObject root;

    private SchemaFile(JsonObject root) => this.root = root;

    public static SchemaFile Read(string name) =>
        new(JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(TestData.Root, "docs", "schemas", $"{name}.schema.json")))!.AsObject());

    /// <summary>Every key of the schema at any depth.</summary>
    public IReadOnlySet<string> Keys
    {
        get
        {
            HashSet<string> keys = [];
            Gather(root, keys);
            return keys;
        }
    }

    /// <summary>What a file has that the schema does not allow: keys and named choices.</summary>
    public IReadOnlyList<string> Faults(YamlNode file)
    {
        List<string> faults = [];
        Look(file, root, "", faults);
        return faults;
    }

    /// <summary>For each key and each named choice a file as small as the schema allows that has it, as JSON, which is YAML too.</summary>
    public IEnumerable<(string Path, string Text)> Smallest() => Examples(root).Select(e => (e.Path, e.Value.ToJsonString()));

    private static void Gather(JsonNode? at, HashSet<string> keys)
    {
        if (at is JsonObject map)
        {
            if (map["properties"] is JsonObject properties) keys.UnionWith(properties.Select(p => p.Key));
            foreach ((string _, JsonNode? below) in map) Gather(below, keys);
        }
        else if (at is JsonArray list)
        {
            foreach (JsonNode? below in list) Gather(below, keys);
        }
    }

    private void Look(YamlNode node, JsonObject schema, string path, List<string> faults)
    {
        schema = Fitting(schema, node);
        if (node is YamlSequenceNode list)
        {
            foreach (YamlNode item in list) Look(item, schema["items"]?.AsObject() ?? [], path, faults);
        }
        else if (node is YamlScalarNode scalar)
        {
            if (schema["enum"] is JsonArray choices && choices.All(c => c!.GetValue<string>() != scalar.Value)) faults.Add($"{path}: '{scalar.Value}'");
        }
        else if (node is YamlMappingNode map && !IsOpen(schema))
        {
            foreach ((YamlNode key, YamlNode value) in map.Children)
            {
                string name = ((YamlScalarNode)key).Value!, at = $"{path}.{name}";
                if (schema["properties"]?[name] is JsonObject known) Look(value, known, at, faults);
                else if (schema["additionalProperties"] is JsonObject any) Look(value, any, at, faults);
                else faults.Add(at);
            }
        }
    }

    // A map of which nothing more is said: the lines of a model that a scenario changes are read with the model.
    private static bool IsOpen(JsonObject schema) => schema["type"] is JsonValue type && type.GetValue<string>() == "object" && schema["properties"] is null && schema["additionalProperties"] is null;

    // Of several forms the one that fits the node's: a map, a list or a single value.
    private JsonObject Fitting(JsonObject schema, YamlNode node)
    {
        schema = Resolved(schema);
        if (schema["oneOf"] is not JsonArray forms) return schema;
        return forms.Select(f => Fitting(f!.AsObject(), node)).FirstOrDefault(f => FormOf(f) == node.NodeType) ?? schema;
    }

    private static YamlNodeType FormOf(JsonObject schema) => schema["type"] switch
    {
        JsonValue type when type.GetValue<string>() == "object" => YamlNodeType.Mapping,
        JsonValue type when type.GetValue<string>() == "array" => YamlNodeType.Sequence,
        _ => YamlNodeType.Scalar,
    };

    private JsonObject Resolved(JsonObject schema) =>
        schema["$ref"] is { } name ? root["$defs"]![name.GetValue<string>().Split('/')[^1]]!.AsObject() : schema;

    // A value for the schema alone, and then one for each thing that may be said below it.
    private IEnumerable<(string Path, JsonNode Value)> Examples(JsonObject schema)
    {
        schema = Resolved(schema);
        if (schema["oneOf"] is JsonArray forms) return forms.SelectMany(f => Examples(f!.AsObject()));
        if (schema["enum"] is JsonArray choices) return choices.Select(c => ($"={c}", c!.DeepClone()));
        if (schema["items"] is JsonObject items) return Examples(items).Select(e => (e.Path, (JsonNode)new JsonArray(e.Value)));
        if (schema["properties"] is JsonObject properties)
            return properties.SelectMany(p => Examples(p.Value!.AsObject()).Select(e => ($".{p.Key}{e.Path}", (JsonNode)With(schema, p.Key, e.Value))));
        if (schema["additionalProperties"] is JsonObject any) return Examples(any).Select(e => ($".any{e.Path}", (JsonNode)new JsonObject { ["any"] = e.Value }));
        return [("", Plain(schema))];
    }

    private JsonObject With(JsonObject schema, string key, JsonNode value)
    {
        JsonObject map = new() { [key] = value };
        IEnumerable<string> also = [.. Names(schema["required"]), .. Names(schema["dependentRequired"]?[key])];
        foreach (string name in also)
            if (!map.ContainsKey(name)) map[name] = Examples(schema["properties"]![name]!.AsObject()).First().Value;
        return map;
    }

    private static IEnumerable<string> Names(JsonNode? list) => list is JsonArray names ? names.Select(n => n!.GetValue<string>()) : [];

    private static JsonValue Plain(JsonObject schema) => schema["type"] is JsonValue type && type.GetValue<string>() is var name
        ? name switch { "integer" or "number" => JsonValue.Create(1), "boolean" => JsonValue.Create(true), _ => JsonValue.Create("x") }
        : JsonValue.Create("x");
}
