using Shiremoot.Storage;

namespace Shiremoot.Economics.Costing;

/// <summary>Finds what the prices of events would count twice, and names the pair.</summary>
static class PriceChecks
{
    public static void Check(IReadOnlyList<(MapNode Node, EventPrice Price)> read, IReadOnlyList<(MapNode Node, EventNotPriced Not)> left, UnitCosts costs)
    {
        for (int b = 0; b < read.Count; b++)
        {
            (MapNode node, EventPrice price) = read[b];
            for (int a = 0; a < read.Count; a++)
            {
                EventPrice other = read[a].Price;
                if (a == b) continue;
                if (a < b && other.Id == price.Id) node.Fault("id", $"'{price.Id}' is there twice; rename one.");
                if (a < b && other.IsForAll && other.Kinds.Intersect(price.Kinds).FirstOrDefault() is { } kind) node.Fault("kinds", $"'{kind}' is already priced, all of it, by '{other.Id}'; give one of the two a condition, or leave one out.");
                if (other.Holds.Intersect(price.Kinds).FirstOrDefault() is { } held) node.Fault("kinds", $"'{held}' has a price in '{price.Id}', but the cost of '{other.Id}' ({other.UnitCost}) already holds it: adding both counts it twice. Leave out '{price.Id}', or '{held}' from 'holds' of '{other.Id}'.");

                // Of events of one kind only one price is taken; of two kinds both would be.
                if (a < b && price.UnitCost != other.UnitCost && !SameKinds(price, other) && costs.Overlap(price.UnitCost, other.UnitCost))
                    node.Fault("unit_cost", $"{price.UnitCost} of '{price.Id}' and {other.UnitCost} of '{other.Id}' overlap: one is within the other, so adding both counts it twice. Price one of them at another unit cost.");
                if (a < b && price.Once.Length > 0 && price.Once == other.Once && (price.Quantity == EventQuantity.Each) != (other.Quantity == EventQuantity.Each))
                    node.Fault("once", $"'{price.Once}' is shared with '{other.Id}', but one is counted by event and the other by nights; use two words.");
            }
        }
        foreach ((MapNode node, EventNotPriced not) in left)
            if (read.FirstOrDefault(r => r.Price.IsForAll && r.Price.Kinds.Intersect(not.Kinds).Any()).Price is { } priced)
                node.Fault("kinds", $"'{priced.Kinds.Intersect(not.Kinds).First()}' is said to have no price, but '{priced.Id}' prices all of it; leave out one of the two.");
    }

    private static bool SameKinds(EventPrice one, EventPrice other) => one.Kinds.Count == 1 && other.Kinds.Count == 1 && one.Kinds[0] == other.Kinds[0];
}
