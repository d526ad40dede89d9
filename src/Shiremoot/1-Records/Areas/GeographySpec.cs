using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Records.Areas;

/// <summary>One lookup file: the columns that hold areas and which lies within which.</summary>
internal sealed record LookupSpec(string File, IReadOnlyList<(string Code, string Name)> Areas, IReadOnlyList<(string Child, string Parent)> Within);

/// <summary>A file of boundaries.</summary>
internal sealed record BoundarySpec(string Id, string Title, string File);

/// <summary>What lookups.yaml says of the geography folder.</summary>
internal sealed record GeographySpec(
    IReadOnlyList<LookupSpec> Lookups, string Countries, string Retired, string OtherNames, string EducationNumbers, string Wards, string Changes, string Centres,
    IReadOnlyList<BoundarySpec> Boundaries, IReadOnlyList<string> IgnoreAfterNames)
{
    public static Outcome<GeographySpec> Read(string folder) => PlaceFile.Read(Path.Combine(folder, "lookups.yaml"), "geography/lookups.yaml", map =>
    {
        map.Text("title");
        map.Text("source");
        MapNode? small = map.MapOr("small_areas");
        if (small is null) map.Fault("small_areas", "is missing; name the files of wards and changes.");
        return new GeographySpec(
            [.. map.Maps("lookups").Select(Lookup)], map.Text("countries"), map.Text("retired"), map.Text("other_names"), map.Text("education_numbers"),
            small?.Text("wards") ?? "", small?.Text("changes") ?? "", map.Text("centres"),
            [.. map.Maps("boundaries").Select(b => new BoundarySpec(b.Text("id"), b.Text("title"), b.Text("file")))], map.Texts("ignore_after_names"));
    });

    private static LookupSpec Lookup(MapNode map) =>
        new(map.Text("file"), [.. map.Maps("areas").Select(a => (a.Text("code"), a.Text("name")))], map.Pairs("within"));
}
