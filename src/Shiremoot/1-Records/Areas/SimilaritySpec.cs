using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Records.Areas;

/// <summary>A quantity published for local authorities: columns of a file, added up; or a mean to be weighted by another quantity.</summary>
internal sealed record QuantitySpec(string Id, string File, string Code, IReadOnlyList<string> Columns, string? MeanBy);

/// <summary>A trait that areas are compared by: a quantity, or one over another, plain or on a log scale.</summary>
internal sealed record TraitSpec(string Id, string Title, string Unit, string Of, string? Per, bool IsLog);

/// <summary>What similarity.yaml says.</summary>
internal sealed record SimilaritySpec(string Source, IReadOnlyList<QuantitySpec> Quantities, IReadOnlyList<TraitSpec> Traits)
{
    public static Outcome<SimilaritySpec> Read(string folder) => PlaceFile.Read(Path.Combine(folder, "similarity.yaml"), "areas/similarity.yaml", map =>
    {
        map.Text("title");
        List<QuantitySpec> quantities = [];
        foreach (MapNode q in map.Maps("quantities"))
        {
            quantities.Add(new(q.Text("id"), q.Text("file"), q.Text("code"), q.Texts("columns"), q.TextOr("mean_by")));
            Known(q, "mean_by", quantities);
        }

        List<TraitSpec> traits = [];
        foreach (MapNode t in map.Maps("traits"))
        {
            traits.Add(new(t.Text("id"), t.Text("title"), t.Text("unit"), t.Text("of"), t.TextOr("per"), t.Choice("scale", ("plain", false), ("log", true))));
            Known(t, "of", quantities);
            Known(t, "per", quantities);
        }

        if (traits.Count == 0) map.Fault("traits", "is empty; name at least one trait.");
        return new SimilaritySpec(map.Text("source"), quantities, traits);
    });

    // A mean is weighted by a quantity that stands before it, so that one pass reads them all.
    private static void Known(MapNode map, string key, List<QuantitySpec> quantities)
    {
        if (map.TextOr(key) is { } id && !quantities.Exists(q => q.Id == id)) map.Fault(key, $"is '{id}', which is not a quantity named before it.");
    }
}
