using Shiremoot.Terms;

namespace Shiremoot.Futures.Extracts;

/// <summary>What the making of extracts may refuse.</summary>
static class Refusals
{
    public static Refusal Layouts(IReadOnlyList<string> faults) =>
        new("EXTRACT-01", $"The layouts of extracts have {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}.", "Correct the lines named and run the command again.") { Details = faults };

    public static Refusal Run(IReadOnlyList<string> faults) =>
        new("EXTRACT-02", "The layouts of extracts do not fit what is generated.", "Correct the layouts named, or what the place generates.") { Details = faults };

    public static Refusal FolderInUse(string folder) =>
        new("EXTRACT-03", $"The folder {folder} holds files that are no earlier generated run.", "Choose an empty or a new folder: files of an earlier run are replaced, and nothing else may be.");

    public static Refusal NoFolder(string folder, string why) =>
        new("EXTRACT-04", $"The folder {folder} cannot be written to: {why}", "Choose a folder that you may write to.");
}
