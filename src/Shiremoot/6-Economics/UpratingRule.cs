using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>Which index brings some unit costs to other prices, in place of the deflator: costs/uprating.yaml.</summary>
/// <param name="Index">A price index: pay.</param>
/// <param name="Codes">The codes it holds for; empty for every code of the agency, or every code.</param>
/// <param name="Agency">The agency whose costs it holds for; null for any.</param>
/// <param name="Why">Why this index.</param>
public sealed record UpratingRule(string Index, IReadOnlyList<string> Codes, string? Agency, string Why)
{
    /// <summary>Whether it holds for a unit cost.</summary>
    public bool HoldsFor(UnitCost unit) => (Codes.Count == 0 || Codes.Contains(unit.Code)) && (Agency is null || Agency == unit.Agency);

    /// <summary>Reads the rules of a place, the first that holds being taken, and checks them against its costs and indices.</summary>
    internal static Outcome<UpratingRule[]> Read(string path, string shownAs, IReadOnlyCollection<string> codes, PriceIndices prices) => PlaceFile.Read(path, shownAs, map =>
        map.Maps("uprating").Select(rule =>
        {
            UpratingRule read = new(rule.Text("index"), rule.Texts("codes"), rule.TextOr("agency"), rule.Text("why"));
            if (!prices.Names.Contains(read.Index)) rule.Fault("index", $"'{read.Index}' is not a price index; there are {string.Join(", ", prices.Names)}.");
            foreach (string code in read.Codes.Where(c => !codes.Contains(c))) rule.Fault("codes", $"'{code}' is not a unit cost.{Spelling.Suggest(code, codes)}");
            return read;
        }).ToArray());
}
