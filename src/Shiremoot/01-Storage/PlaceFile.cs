using System.Text;
using Shiremoot.Terms;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Shiremoot.Storage;

/// <summary>
/// Reads one YAML file of a place or of the vocabulary. All faults of the file are found in one pass, each with file, line and the mend.
/// </summary>
public static class PlaceFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads <paramref name="path"/> and hands its top map to <paramref name="read"/>; refused with every fault if there is any.</summary>
    /// <param name="path">The file to read.</param>
    /// <param name="shownAs">The name used in messages, relative to the place: feeds/arrests.yaml.</param>
    /// <param name="read">Turns the map into a value; reports faults on the map rather than throwing.</param>
    public static Outcome<T> Read<T>(string path, string shownAs, Func<MapNode, T> read) => TextOf(path, shownAs).Then(text => ReadText(text, shownAs, read));

    /// <summary>The text of a place file; refused if it is not there or not UTF-8, since a letter lost here would be a code that never matches.</summary>
    public static Outcome<string> TextOf(string path, string shownAs)
    {
        if (!File.Exists(path)) return Refusals.NoPlaceFile(shownAs);
        try
        {
            return File.ReadAllText(path, Strict);
        }
        catch (DecoderFallbackException)
        {
            return Refusals.NotUtf8(shownAs);
        }
    }

    /// <summary>As <see cref="Read{T}"/>, from text already in hand.</summary>
    public static Outcome<T> ReadText<T>(string text, string shownAs, Func<MapNode, T> read)
    {
        if (Load(text, shownAs).Refused(out Refusal? why, out YamlStream? stream)) return why;
        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root) return Refusals.NotAMap(shownAs);
        return Finished(root, shownAs, read);
    }

    private static Outcome<T> Finished<T>(YamlMappingNode root, string shownAs, Func<MapNode, T> read)
    {
        FileFaults faults = new(shownAs);
        MapNode map = new(root, "", faults);
        T value = read(map);
        map.Finish();
        return faults.Any ? Refusals.FileFaults(shownAs, faults.Lines) : value;
    }

    /// <summary>
    /// As <see cref="ReadText{T}"/>, from a file of the whole country with a place's own laid over it: what the place writes wins, maps key by key and
    /// lists of maps by their id. Lines in messages are of whichever of the two files holds what is wrong.
    /// </summary>
    public static Outcome<T> ReadTextOver<T>(string lower, string upper, string shownAs, Func<MapNode, T> read)
    {
        return ReadLayers([(lower, null), (upper, null)], shownAs, read);
    }

    /// <summary>The same with any number of files, each laid over those before it.</summary>
    /// <param name="layers">Texts, the lowest first; of a text with a key only the map under that key is laid, and nothing where it has no such map.</param>
    /// <param name="shownAs">The name used in messages.</param>
    /// <param name="read">Turns the map into a value.</param>
    public static Outcome<T> ReadLayers<T>(IReadOnlyList<(string Text, string? Key)> layers, string shownAs, Func<MapNode, T> read)
    {
        YamlMappingNode? all = null;
        foreach ((string text, string? key) in layers)
        {
            if (Load(text, shownAs).Refused(out Refusal? why, out YamlStream? stream)) return why;
            if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root) return Refusals.NotAMap(shownAs);
            if (key is not null)
            {
                if (!root.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? under) || under is not YamlMappingNode map) continue;
                root = map;
            }
            all = all is null ? root : YamlOver.Lay(all, root);
        }
        return all is null ? Refusals.NotAMap(shownAs) : Finished(all, shownAs, read);
    }

    private static Outcome<YamlStream> Load(string text, string shownAs)
    {
        try
        {
            if (YamlGuard.Fault(text) is { } fault) return Refusals.NotYaml(shownAs, fault.Line, fault.Says);
            YamlStream stream = new();
            stream.Load(new StringReader(text));
            return stream;
        }
        catch (YamlException wrong)
        {
            return Refusals.NotYaml(shownAs, wrong.Start.Line, wrong.Message);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            // The YAML library's scanner throws these for some texts that are no YAML, without saying where.
            return Refusals.NotYaml(shownAs, 1, "it cannot be scanned; look for a bracket, brace or quote that is not closed");
        }
    }
}
