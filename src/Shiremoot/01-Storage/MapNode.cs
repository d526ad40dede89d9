using System.Globalization;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Shiremoot.Storage;

/// <summary>
/// A map of a place file. Each getter takes one key, reports what is wrong with it at its line, and then returns a harmless value,
/// so that one pass finds every fault. <see cref="Finish"/> reports the keys nobody asked for.
/// </summary>
public sealed class MapNode
{
    private readonly YamlMappingNode node;
    private readonly string path;
    private readonly FileFaults faults;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<MapNode> children = [];

    internal MapNode(YamlMappingNode node, string path, FileFaults faults) => (this.node, this.path, this.faults) = (node, path, faults);

    /// <summary>The line the map begins on.</summary>
    public long Line => node.Start.Line;

    /// <summary>The keys in the order they are written.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    public bool Has(string key) => Find(key) is not null;

    /// <summary>True if the map under a key has a key of its own; the map is read elsewhere, so its other keys are not looked at here.</summary>
    public bool HasUnder(string key, string inner) => Find(key) is YamlMappingNode map && map.Children.ContainsKey(new YamlScalarNode(inner));

    /// <summary>Where a key stands in the file, from the top: stages[3].days.</summary>
    public string PathOf(string key) => At(key);

    public string Text(string key) => TextOr(key) ?? Missing(key, "text", "");

    public string? TextOr(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value ?? "",
        var other => Wrong<string?>(other, key, "one value, not a list or a map", null),
    };

    public string TextOr(string key, string otherwise) => TextOr(key) ?? otherwise;

    public int Whole(string key) => WholeOr(key) ?? Missing(key, "a whole number", 0);

    public int? WholeOr(string key) => Scalar<int>(key, "a whole number", (string s, out int v) => int.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out v));

    public double Number(string key) => NumberOr(key) ?? Missing(key, "a number", 0.0);

    public double? NumberOr(string key) => Scalar<double>(key, "a number", (string s, out double v) => double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out v) && double.IsFinite(v));

    public decimal? DecimalOr(string key) => Scalar<decimal>(key, "an amount", (string s, out decimal v) => decimal.TryParse(s, NumberStyles.Number, CultureInfo.InvariantCulture, out v));

    public bool Flag(string key, bool otherwise = false) => Scalar<bool>(key, "true or false", (string s, out bool v) => bool.TryParse(s, out v)) ?? otherwise;

    public LocalDate Day(string key) => DayOr(key) ?? Missing(key, "a date such as 2024-03-31", default(LocalDate));

    public LocalDate? DayOr(string key) => Scalar<LocalDate>(key, "a date such as 2024-03-31", (string s, out LocalDate v) => LocalDatePattern.Iso.Parse(s).TryGetValue(default, out v));

    /// <summary>One of the named choices, or the first of them if the key is absent.</summary>
    public T Choice<T>(string key, params (string Name, T Value)[] choices)
    {
        if (TextOr(key) is not { } written) return choices[0].Value;
        foreach ((string name, T value) in choices)
            if (name == written) return value;
        return Wrong(Find(key)!, key, $"one of {string.Join(", ", choices.Select(c => c.Name))}", choices[0].Value);
    }

    /// <summary>A list of values; a single value counts as a list of one; empty if the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlScalarNode scalar => [scalar.Value ?? ""],
        YamlSequenceNode list when list.All(n => n is YamlScalarNode) => [.. list.Cast<YamlScalarNode>().Select(n => n.Value ?? "")],
        var other => Wrong<IReadOnlyList<string>>(other, key, "a list of values", []),
    };

    /// <summary>The map under a key, or null if the key is absent.</summary>
    public MapNode? MapOr(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => Child(map, key),
        var other => Wrong<MapNode?>(other, key, "a map of keys and values", null),
    };

    /// <summary>A list of maps; a single map counts as a list of one; empty if the key is absent.</summary>
    public IReadOnlyList<MapNode> Maps(string key) => Find(key) switch
    {
        null => [],
        YamlMappingNode map => [Child(map, key)],
        YamlSequenceNode list when list.All(n => n is YamlMappingNode) => [.. list.Cast<YamlMappingNode>().Select((m, i) => Child(m, $"{key}[{i + 1}]"))],
        var other => Wrong<IReadOnlyList<MapNode>>(other, key, "a list of maps", []),
    };

    /// <summary>The entries under a key whose values are single values, in order: code lists and renames.</summary>
    public IReadOnlyList<(string Key, string Value)> Pairs(string key)
    {
        if (MapOr(key) is not { } map) return [];
        return [.. map.Keys.Select(k => (k, map.Text(k)))];
    }

    /// <summary>True if the value under the key is a single value (so that a key may take a short or a long form).</summary>
    public bool IsScalar(string key) => Find(key) is YamlScalarNode;

    public bool IsList(string key) => Find(key) is YamlSequenceNode;

    public bool IsMap(string key) => Find(key) is YamlMappingNode;

    /// <summary>Reports a fault of meaning at a key's line, or at the map's line if the key is absent.</summary>
    public void Fault(string key, string says) => faults.Add(Find(key)?.Start.Line ?? Line, $"'{At(key)}' {says}");

    /// <summary>The line a key's value stands on.</summary>
    public long LineOf(string key) => Find(key)?.Start.Line ?? Line;

    internal void Finish()
    {
        foreach (YamlNode key in node.Children.Keys)
            if (key is YamlScalarNode { Value: { } name } && !asked.Contains(name))
                faults.Add(key.Start.Line, $"'{At(name)}' is not a key known here.{Spelling.Suggest(name, asked)}");
        foreach (MapNode child in children) child.Finish();
    }

    private delegate bool Parse<T>(string text, out T value);

    private T? Scalar<T>(string key, string expected, Parse<T> parse) where T : struct
    {
        if (TextOr(key) is not { } written) return null;
        return parse(written, out T value) ? value : Wrong<T?>(Find(key)!, key, expected, null);
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? found) && found is not YamlScalarNode { Value: null } ? found : null;
    }

    private MapNode Child(YamlMappingNode map, string key)
    {
        // One node for one map, however often it is asked for: the keys that were asked are gathered in one place.
        MapNode? child = children.Find(c => ReferenceEquals(c.node, map));
        if (child is null) children.Add(child = new(map, At(key), faults));
        return child;
    }

    private string At(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private T Missing<T>(string key, string expected, T harmless)
    {
        if (node.Children.ContainsKey(new YamlScalarNode(key)) && Find(key) is not null) return harmless; // already reported as wrong
        faults.Add(Line, $"'{At(key)}' is missing; add '{key}:' with {expected}.");
        return harmless;
    }

    private T Wrong<T>(YamlNode at, string key, string expected, T harmless)
    {
        faults.Add(at.Start.Line, $"'{At(key)}' must be {expected}.");
        return harmless;
    }
}
