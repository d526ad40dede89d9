using System.Globalization;
using Shiremoot.Storage;

namespace Shiremoot.Futures.Contracts;

/// <summary>Reads the worked figures of a contract.</summary>
internal static class ExampleReading
{
    public static ContractExample[] Read(MapNode map, int years, PartyReading parties, ContractLine[] lines) =>
        [.. map.Maps("examples").Select(node => Example(node, years, parties, lines))];

    private static ContractExample Example(MapNode node, int years, PartyReading parties, ContractLine[] lines)
    {
        List<(int, decimal)> net = [];
        if (node.MapOr("net") is { } named)
            foreach (string id in named.Keys)
            {
                decimal pounds = named.DecimalOr(id) ?? 0;
                int party = parties.Find(named, id, id);
                if (party >= 0) net.Add((party, pounds));
            }
        else node.Fault("net", "is missing; add what parties have at the end, such as { site: 950000 }.");
        return new(node.Text("says"), Units(node, "actual", years, lines)!, node.Has("control") ? Units(node, "control", years, lines) : null, node.Has("leaves") ? node.Flag("leaves") : null, net, node.Text("source"));
    }

    private static decimal[][] Units(MapNode node, string key, int years, ContractLine[] lines)
    {
        decimal[][] units = [.. lines.Select(_ => new decimal[years])];
        if (node.MapOr(key) is not { } map)
        {
            node.Fault(key, "is missing; add the units of each line by year, such as { nights: [1000, 900] }.");
            return units;
        }
        foreach (string id in map.Keys)
        {
            IReadOnlyList<string> written = map.Texts(id);
            int at = Array.FindIndex(lines, l => l.Id == id);
            if (at < 0) map.Fault(id, $"is no line of 'demand'; its lines are {string.Join(", ", lines.Select(l => l.Id))}.");
            else if (written.Count != years) map.Fault(id, $"has {written.Count} figures and the contract {years} years; give one for each.");
            else
                for (int t = 0; t < years; t++)
                    if (!decimal.TryParse(written[t], NumberStyles.Number, CultureInfo.InvariantCulture, out units[at][t]) || units[at][t] < 0) map.Fault(id, $"'{written[t]}' is not a number of units; write one from nought on.");
        }
        return units;
    }
}
