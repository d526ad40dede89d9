using Shiremoot.Terms;

namespace Shiremoot.Storage;

/// <summary>What Storage may refuse.</summary>
static class Refusals
{
    public static Refusal NoPlaceFile(string file) =>
        new("PLACE-01", $"There is no file {file}.", "Create it, or correct the name.");

    public static Refusal NotYaml(string file, long line, string why) =>
        new("PLACE-02", $"{file}:{line}: this is not valid YAML: {why}", "Correct the line; check its indentation and quotes.");

    public static Refusal NotUtf8(string file) =>
        new("PLACE-05", $"{file} is not UTF-8.", "Save it as UTF-8; an accented letter or a pound sign was saved in another encoding.");

    public static Refusal NotAMap(string file) =>
        new("PLACE-03", $"{file}:1: the file must hold one map of keys and values.", "Begin it with a line such as 'id: my-id'.");

    public static Refusal FileFaults(string file, IReadOnlyList<string> lines) =>
        new("PLACE-04", $"{file} has {(lines.Count == 1 ? "a fault" : $"{lines.Count} faults")}.", "Correct the lines named and run the command again.") { Details = lines };

    public static Refusal LaterVersion(string store, string step) =>
        new("STORE-01", $"The {store} was made by a later version of Shiremoot (it has the step {step}).", "Use that version, or restore a backup made by this one.");

    public static Refusal StepAltered(string store, string step) =>
        new("STORE-02", $"The {store} was made with another form of the step {step}.", "It comes from an unreleased version: take the data in again into a new store.");

    public static Refusal NotAStore(string path) =>
        new("STORE-03", $"{path} is not a Shiremoot store or backup.", "Choose a file that 'backup' wrote.");

    public static Refusal CannotOpen(string store, string why) =>
        new("STORE-04", $"The {store} cannot be opened: {why}", "Check that it exists, that you may read and write it, and that nothing else has locked it.");
}
