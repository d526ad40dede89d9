using YamlDotNet.RepresentationModel;

namespace Shiremoot.Storage;

/// <summary>
/// Lays one YAML map over another: keys of the upper one win, maps are laid over each other key by key, and lists of maps that are told apart by an id, the stage
/// they lead to or the service they offer item by item. Other lists and values are replaced whole, and so is a length of time by one of another shape. <c>{ times: NAME }</c> over a
/// value keeps it, under 'of', to be multiplied.
/// </summary>
internal static class YamlOver
{
    private static readonly YamlScalarNode[] Names = [new("id"), new("stage"), new("service")];

    public static YamlMappingNode Lay(YamlMappingNode lower, YamlMappingNode upper)
    {
        YamlMappingNode both = [];
        foreach ((YamlNode key, YamlNode value) in lower.Children)
            both.Add(key, upper.Children.TryGetValue(key, out YamlNode? over) ? Lay(value, over) : value);
        foreach ((YamlNode key, YamlNode value) in upper.Children)
            if (!lower.Children.ContainsKey(key)) both.Add(key, value);
        return both;
    }

    private static readonly YamlScalarNode Number = new("number"), Times = new("times"), Of = new("of");

    private static YamlNode Lay(YamlNode lower, YamlNode upper) => (lower, upper) switch
    {
        // A number by name stands in place of what was there; one that multiplies keeps what was there beside it.
        (_, YamlMappingNode up) when up.Children.ContainsKey(Number) => up,
        (YamlScalarNode low, YamlMappingNode up) when up.Children.ContainsKey(Times) => Lay(new YamlMappingNode { { Of, low } }, up),
        (YamlMappingNode low, YamlMappingNode up) when ShapeOf(low) is { } from && ShapeOf(up) is { } to && !from.Equals(to) => up,
        (YamlMappingNode low, YamlMappingNode up) => Lay(low, up),
        (YamlSequenceNode low, YamlSequenceNode up) when Names.FirstOrDefault(n => AreToldApart(low, n) && AreToldApart(up, n)) is { } name => LayByName(low, up, name),
        _ => upper,
    };

    private static readonly YamlScalarNode[] Shapes = [new("fixed"), new("exponential"), new("weibull"), new("lognormal"), new("uniform")];

    private static YamlScalarNode? ShapeOf(YamlMappingNode map) => Shapes.FirstOrDefault(map.Children.ContainsKey);

    private static bool AreToldApart(YamlSequenceNode list, YamlScalarNode name) =>
        list.Children.Count > 0 && list.All(n => n is YamlMappingNode map && map.Children.ContainsKey(name)) && list.Select(n => n[name]).Distinct().Count() == list.Children.Count;

    private static YamlSequenceNode LayByName(YamlSequenceNode lower, YamlSequenceNode upper, YamlScalarNode name)
    {
        List<YamlMappingNode> items = [.. lower.Cast<YamlMappingNode>()];
        foreach (YamlMappingNode over in upper.Cast<YamlMappingNode>())
        {
            int at = items.FindIndex(i => i.Children[name].Equals(over.Children[name]));
            if (at < 0) items.Add(over);
            else items[at] = Lay(items[at], over);
        }
        return new(items);
    }
}
