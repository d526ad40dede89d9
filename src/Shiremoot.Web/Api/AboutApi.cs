using Shiremoot.Terms;
using Shiremoot.Web.Start;

namespace Shiremoot.Web.Api;

/// <summary>What this is: the program, the place and where its data comes from.</summary>
/// <param name="Program">Always Shiremoot.</param>
/// <param name="Version">The version of the program.</param>
/// <param name="Place">The name of the place.</param>
/// <param name="Origins">Where its data comes from: published, real, generated.</param>
/// <param name="OriginsSay">The same in the standing words, such as that no such people exist.</param>
/// <param name="SmallNumbersProtected">False if the place shows counts of people as they are, because its source records are public.</param>
internal sealed record AboutAnswer(string Program, string Version, string Place, IReadOnlyList<string> Origins, IReadOnlyList<string> OriginsSay, bool SmallNumbersProtected);

internal static class AboutApi
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapGet("/about", (PlaceOnShow place) => new AboutAnswer(
                "Shiremoot", ProgramVersion.Text, place.Name, [.. place.Origins.Select(o => o.ToString().ToLowerInvariant())], [.. place.Origins.Select(o => o.Says())], !place.Undisclosed))
            .WithName("about").WithSummary("The program, the place and where its data comes from.");
}
