using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Files;

/// <summary>Brings the spellings of an agency to one name, by agencies.yaml. What is not written there keeps its name.</summary>
internal sealed class AgencyNames
{
    private readonly Dictionary<string, string> oneName = [];

    public string One(string written) => oneName.GetValueOrDefault(written, written);

    /// <summary>Adds the names of a file; a name given again is given anew.</summary>
    public Refusal? Add(string path, string shownAs)
    {
        Outcome<List<(string Written, string Name)>> read = PlaceFile.Read(path, shownAs, map =>
            map.Maps("agencies").SelectMany(a => a.Texts("written").Append(a.Text("name")).Select(w => (w, a.Text("name")))).ToList());
        if (read.Refused(out Refusal? why, out var names)) return why;
        foreach ((string written, string name) in names) oneName[written] = name;
        return null;
    }
}
