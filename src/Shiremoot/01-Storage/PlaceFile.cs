using Shiremoot.Terms;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Shiremoot.Storage;

/// <summary>
/// Reads one YAML file of a place or of the vocabulary. All faults of the file are found in one pass, each with file, line and the mend.
/// </summary>
public static class PlaceFile
{
    /// <summary>Reads <paramref name="path"/> and hands its top map to <paramref name="read"/>; refused with every fault if there is any.</summary>
    /// <param name="path">The file to read.</param>
    /// <param name="shownAs">The name used in messages, relative to the place: feeds/arrests.yaml.</param>
    /// <param name="read">Turns the map into a value; reports faults on the map rather than throwing.</param>
    public static Outcome<T> Read<T>(string path, string shownAs, Func<MapNode, T> read)
    {
        if (!File.Exists(path)) return Refusals.NoPlaceFile(shownAs);
        return ReadText(File.ReadAllText(path), shownAs, read);
    }

    /// <summary>As <see cref="Read{T}"/>, from text already in hand.</summary>
    public static Outcome<T> ReadText<T>(string text, string shownAs, Func<MapNode, T> read)
    {
        YamlStream stream = new();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException wrong)
        {
            return Refusals.NotYaml(shownAs, wrong.Start.Line, wrong.Message);
        }

        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
            return Refusals.NotAMap(shownAs);

        FileFaults faults = new(shownAs);
        MapNode map = new(root, "", faults);
        T value = read(map);
        map.Finish();
        return faults.Any ? Refusals.FileFaults(shownAs, faults.Lines) : value;
    }
}
