using Shiremoot.Storage;

namespace Shiremoot.Futures.Contracts;

/// <summary>Reads the set sums of a contract: grants, investment, services.</summary>
internal static class SumReading
{
    public static ContractSum[] Read(MapNode map, string[] years, PartyReading parties)
    {
        List<ContractSum> sums = [];
        foreach (MapNode node in map.Maps("sums"))
        {
            string name = node.Text("name");
            if (sums.Exists(s => s.Name == name)) node.Fault("name", $"'{name}' is there twice; rename one.");
            sums.Add(Sum(node, name, years, parties));
        }
        return [.. sums];
    }

    private static ContractSum Sum(MapNode node, string name, string[] years, PartyReading parties)
    {
        ContractSumKind kind = node.Choice("kind", ("grant", ContractSumKind.Grant), ("upfront", ContractSumKind.Upfront), ("service", ContractSumKind.Service));
        bool isStated = node.Has("amount");
        decimal[] amounts = isStated ? ContractYears.Amounts(node, "amount", years, 0, "pounds") : new decimal[years.Length];
        decimal? ofBaseline = ContractYears.Above(node, "baseline_share", "a share of what the baseline costs", orNought: true, most: 10), ofSaving = node.DecimalOr("saving_share"), most = ContractYears.Above(node, "most", "the most in a year", orNought: true);
        if (((string[])["amount", "baseline_share", "saving_share"]).Count(node.Has) != 1) node.Fault("amount", "or 'baseline_share' or 'saving_share' must be there, and one of them only.");
        if (ofSaving is < 0 or > 1) node.Fault("saving_share", "lies between 0 and 1: a share of what was not spent the year before.");
        if (node.MapOr("part_of") is { } part)
        {
            decimal? own = part.DecimalOr("part"), whole = part.DecimalOr("whole");
            if (own is not > 0 || whole is not > 0 || own > whole) part.Fault("part", "and 'whole' must be there, above nought, and the part no greater than the whole.");
            else for (int t = 0; t < amounts.Length; t++) amounts[t] = Pence.Round(amounts[t] * own.Value / whole.Value);
            part.TextOr("source");
        }
        return new(name, kind, Math.Max(0, parties.Need(node, "from")), Math.Max(0, parties.Need(node, "to")), amounts, ofBaseline ?? 0, ofSaving ?? 0, most, node.Text("source"));
    }
}
