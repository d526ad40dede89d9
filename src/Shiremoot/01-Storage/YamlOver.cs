using YamlDotNet.RepresentationModel;

namespace Shiremoot.Storage;

/// <summary>
/// Lays one YAML map over another: keys of the upper one win, maps are laid over each other key by key, and lists of maps that have an id item by item.
/// Other lists and values are replaced whole.
/// </summary>
internal static class YamlOver
{
    private static readonly YamlScalarNode Id = new("id");

    public static YamlMappingNode Lay(YamlMappingNode lower, YamlMappingNode upper)
    {
        YamlMappingNode both = [];
        foreach ((YamlNode key, YamlNode value) in lower.Children)
            both.Add(key, upper.Children.TryGetValue(key, out YamlNode? over) ? Lay(value, over) : value);
        foreach ((YamlNode key, YamlNode value) in upper.Children)
            if (!lower.Children.ContainsKey(key)) both.Add(key, value);
        return both;
    }

    private static YamlNode Lay(YamlNode lower, YamlNode upper) => (lower, upper) switch
    {
        (YamlMappingNode low, YamlMappingNode up) => Lay(low, up),
        (YamlSequenceNode low, YamlSequenceNode up) when HaveIds(low) && HaveIds(up) => LayById(low, up),
        _ => upper,
    };

    private static bool HaveIds(YamlSequenceNode list) => list.Children.Count > 0 && list.All(n => n is YamlMappingNode map && map.Children.ContainsKey(Id));

    private static YamlSequenceNode LayById(YamlSequenceNode lower, YamlSequenceNode upper)
    {
        List<YamlMappingNode> items = [.. lower.Cast<YamlMappingNode>()];
        foreach (YamlMappingNode over in upper.Cast<YamlMappingNode>())
        {
            int at = items.FindIndex(i => i.Children[Id].Equals(over.Children[Id]));
            if (at < 0) items.Add(over);
            else items[at] = Lay(items[at], over);
        }
        return new(items);
    }
}
