using Shiremoot.Records;

namespace Shiremoot.Web.Api;

/// <summary>An area of the place, or one it is compared with.</summary>
/// <param name="Code">The code of the Government Statistical Service.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">local-authority, police-force, combined-authority, country and so on.</param>
/// <param name="IsCompared">False for an area of the place, true for one it is compared with.</param>
internal sealed record AreaAnswer(string Code, string Name, string Kind, bool IsCompared);

internal static class AreasApi
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapGet("/areas", (Shire shire) => (IReadOnlyList<AreaAnswer>)[.. shire.Place.Areas.Select(a => Of(a, false)), .. shire.Place.Comparators.Select(a => Of(a, true))])
            .WithName("areas").WithSummary("The areas of the place, and those it is compared with.");

    private static AreaAnswer Of(PlaceArea area, bool isCompared) => new(area.Code, area.Name, area.Kind, isCompared);
}
