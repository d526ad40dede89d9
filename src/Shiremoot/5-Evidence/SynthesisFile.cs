using Shiremoot.Evidence.Synthesising;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>Published studies that are combined: a file of the folder 'syntheses', beside the table it names. Form: docs/schemas/synthesis.schema.json.</summary>
/// <param name="Id">Small letters, digits and hyphens.</param>
/// <param name="Title">In words.</param>
/// <param name="Source">Where the figures of the studies are from.</param>
/// <param name="Path">The table of studies.</param>
/// <param name="Question">How they are combined.</param>
/// <param name="Groups">What the two groups are, such as 'visited a prison' and 'left alone'; empty where there are none.</param>
/// <param name="Note">What a reader must know.</param>
public sealed record SynthesisFile(string Id, string Title, string Source, string Path, SynthesisQuestion Question, IReadOnlyList<string> Groups, string Note)
{
    /// <summary>Every synthesis of the folders, in order of file name; refused with the faults of all.</summary>
    /// <param name="folders">Folders that hold syntheses/, the place's last.</param>
    public static Outcome<IReadOnlyList<SynthesisFile>> ReadAll(IReadOnlyList<string> folders)
    {
        List<SynthesisFile> found = [];
        List<string> faults = [];
        foreach ((string path, string shownAs) in PlaceFiles.In(folders, "syntheses"))
        {
            if (Read(path, shownAs).Refused(out Refusal? why, out SynthesisFile? one)) faults.AddRange(why.Details.Count > 0 ? why.Details : [why.Says]);
            else found.Add(one);
        }
        foreach (IGrouping<string, SynthesisFile> same in found.GroupBy(s => s.Id).Where(g => g.Count() > 1)) faults.Add($"syntheses: the id '{same.Key}' is used by {same.Count()} files; give each its own.");
        return faults.Count > 0 ? SynthesisRefusals.FilesFaulty(faults) : Outcome.Of<IReadOnlyList<SynthesisFile>>(found);
    }

    /// <summary>The one of an id.</summary>
    public static Outcome<SynthesisFile> Find(IReadOnlyList<SynthesisFile> known, string id) =>
        known.FirstOrDefault(s => s.Id == id) is { } found ? found : SynthesisRefusals.NoSuchSynthesis(id, known.Select(s => s.Id));

    /// <summary>Reads one; its table is looked for beside it.</summary>
    public static Outcome<SynthesisFile> Read(string path, string shownAs) =>
        PlaceFile.Read(path, shownAs, map => SynthesisReading.Read(map, System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!));

    /// <summary>Reads one from text in hand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shownAs">What it is called in faults.</param>
    /// <param name="folder">Where its table is looked for.</param>
    public static Outcome<SynthesisFile> ReadText(string text, string shownAs, string folder) => PlaceFile.ReadText(text, shownAs, map => SynthesisReading.Read(map, folder));
}
