using Shiremoot.Terms;

namespace Shiremoot.Cli;

/// <summary>What the command line may refuse of itself.</summary>
static class Refusals
{
    public static Refusal NoWebApp() =>
        new("CLI-01", "The web app has not been built.", "Run './shiremoot serve PLACE', which builds it; it needs Node 20 or later once.");
}
