using System.Security.Cryptography;
using System.Text;
using Shiremoot.Picture.Areas;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>Reads the measures of areas among a place's measure files.</summary>
public static class AreaMeasures
{
    /// <summary>Every measure with "kind: statistic" in the folders measures/, in order of file name; refused with the faults of all of them.</summary>
    /// <param name="folders">Folders that hold measures/: a place's, or the vocabulary's and then a place's, whose files stand in for those of the same name.</param>
    public static Outcome<IReadOnlyList<AreaMeasure>> ReadAll(params IReadOnlyList<string> folders)
    {
        List<AreaMeasure> measures = [];
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "measures"))
        {
            string text = File.ReadAllText(path);
            if (!IsOfAreas(text)) continue;
            Outcome<AreaMeasure> read = ReadText(text, shownAs);
            if (read.Refused(out Refusal? why, out AreaMeasure? measure)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else if (measures.Exists(m => m.Id == measure.Id)) faults.Add($"{shownAs}:1: the id '{measure.Id}' is used by another file; give each its own.");
            else measures.Add(measure);
        }
        return faults.Count > 0 ? AreaRefusals.MeasureFaults(faults) : Outcome.Of<IReadOnlyList<AreaMeasure>>(measures);
    }

    /// <summary>Reads one measure; refused with every fault, each with file and line.</summary>
    public static Outcome<AreaMeasure> ReadText(string text, string shownAs)
    {
        string version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        return PlaceFile.ReadText(text, shownAs, map => MeasureReading.Read(map, version));
    }

    // Other kinds of measure are read elsewhere, so a file of another kind is not a fault here.
    private static bool IsOfAreas(string text) => MeasureKind.Of(text) == "statistic";
}
