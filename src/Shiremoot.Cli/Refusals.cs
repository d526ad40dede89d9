using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>What the command line may refuse of itself.</summary>
static class Refusals
{
    public static Refusal NoWebApp() =>
        new("CLI-01", "The web app has not been built.", "Run './shiremoot serve PLACE', which builds it; it needs Node 20 or later once.");

    public static Refusal OneMeasureForAFile() =>
        new("CLI-02", "A file holds one measure.", "Name one measure with --xlsx.");

    public static Refusal CannotWrite(string path, string why) =>
        new("CLI-03", $"{path} cannot be written: {why}", "Choose a folder that exists and that you may write to.");
}
