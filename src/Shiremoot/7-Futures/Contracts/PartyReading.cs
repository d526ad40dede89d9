using System.Globalization;
using Shiremoot.Storage;

namespace Shiremoot.Futures.Contracts;

/// <summary>The parties of a contract, and where others of its keys name them.</summary>
internal sealed class PartyReading
{
    private static readonly ContractParty[] Usual =
    [
        new("commissioner", "Commissioner", ContractPartyKind.Budget), new("holder", "Budget holder", ContractPartyKind.Budget), new("provider", "Providers", ContractPartyKind.Provider),
    ];

    private readonly List<ContractParty> parties = [];

    public IReadOnlyList<ContractParty> All => parties;

    public static PartyReading Read(MapNode map)
    {
        PartyReading reading = new();
        foreach (MapNode node in map.Maps("parties"))
        {
            string id = node.Text("id");
            if (reading.parties.Exists(p => p.Id == id)) node.Fault("id", $"'{id}' is there twice; rename one.");
            reading.parties.Add(new(id, node.TextOr("title", id), node.Choice("kind", ("budget", ContractPartyKind.Budget), ("provider", ContractPartyKind.Provider))));
        }
        if (reading.parties.Count == 0) reading.parties.AddRange(Usual);
        return reading;
    }

    public int AddPot(string id, string title)
    {
        parties.Add(new(id, title, ContractPartyKind.Pot));
        return parties.Count - 1;
    }

    /// <summary>The place of the party a key names; -1 with a fault if there is none.</summary>
    public int Need(MapNode map, string key) => map.Text(key) is { Length: > 0 } id ? Find(map, key, id) : -1;

    /// <summary>As <see cref="Need"/>; -1 without a fault if the key is absent.</summary>
    public int Optional(MapNode map, string key, string? id) => id is null ? -1 : Find(map, key, id);

    public int Find(MapNode map, string key, string id)
    {
        int at = parties.FindIndex(p => p.Id == id && p.Kind != ContractPartyKind.Pot);
        if (at < 0) map.Fault(key, $"names '{id}', who is no party here; the parties are {string.Join(", ", parties.Where(p => p.Kind != ContractPartyKind.Pot).Select(p => p.Id))}.");
        return at;
    }

    /// <summary>One party, or several with shares that add up to one.</summary>
    public IReadOnlyList<PartyShare> Shares(MapNode map, string key)
    {
        if (!map.Has(key))
        {
            map.Fault(key, $"is missing; add '{key}:' with a party, or parties with shares such as {{ council: 0.6, police: 0.4 }}.");
            return [new(0, 1)];
        }
        if (!map.IsMap(key)) return [new(Math.Max(0, Need(map, key)), 1)];
        MapNode node = map.MapOr(key)!;
        List<PartyShare> shares = [];
        foreach (string id in node.Keys)
        {
            decimal share = node.DecimalOr(id) ?? 0;
            if (share is < 0 or > 1) node.Fault(id, $"is {share.ToString(CultureInfo.InvariantCulture)}; a share lies between 0 and 1.");
            int party = Find(node, id, id);
            if (party >= 0) shares.Add(new(party, share));
        }
        decimal all = shares.Sum(s => s.Share);
        if (all != 1) map.Fault(key, $"has shares that add up to {all.ToString(CultureInfo.InvariantCulture)}; they must add up to 1.");
        return shares.Count == 0 ? [new(0, 1)] : shares;
    }
}
