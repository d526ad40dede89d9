using Shiremoot.Terms;

namespace Shiremoot.Storage;

/// <summary>What Storage may refuse.</summary>
static class Refusals
{
    public static Refusal LaterVersion(string store, string step) =>
        new("STORE-01", $"The {store} was made by a later version of Shiremoot (it has the step {step}).", "Use that version, or restore a backup made by this one.");

    public static Refusal StepAltered(string store, string step) =>
        new("STORE-02", $"The {store} was made with another form of the step {step}.", "It comes from an unreleased version: take the data in again into a new store.");

    public static Refusal NotAStore(string path) =>
        new("STORE-03", $"{path} is not a Shiremoot store or backup.", "Choose a file that 'backup' wrote.");

    public static Refusal CannotOpen(string store, string why) =>
        new("STORE-04", $"The {store} cannot be opened: {why}", "Check that it exists, that you may read and write it, and that nothing else has locked it.");
}
