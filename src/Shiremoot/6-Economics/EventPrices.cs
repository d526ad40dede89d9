using Shiremoot.Economics.Costing;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>What each kind of event costs: costs/events.yaml of the country, with a place's own laid over it by id.</summary>
/// <param name="Priced">In the order of the file: the first price that fits an event is its price.</param>
/// <param name="NotPriced">Kinds of event without a price, with the reason.</param>
/// <param name="Source">Where the choice of unit costs comes from.</param>
public sealed record EventPrices(IReadOnlyList<EventPrice> Priced, IReadOnlyList<EventNotPriced> NotPriced, string Source)
{
    /// <summary>Reads the file and checks it against the unit costs and the vocabulary; refused with every fault, each with its line.</summary>
    /// <param name="lower">The text of the country's file.</param>
    /// <param name="upper">The text of the place's own; null: none.</param>
    /// <param name="shownAs">The name in messages: costs/events.yaml.</param>
    /// <param name="costs">The unit costs.</param>
    /// <param name="words">The kinds of event, stages, groups of offence and disposals there are.</param>
    public static Outcome<EventPrices> Read(string lower, string? upper, string shownAs, UnitCosts costs, Vocabulary words) =>
        upper is null
            ? PlaceFile.ReadText(lower, shownAs, map => EventPriceReading.Read(map, costs, words))
            : PlaceFile.ReadTextOver(lower, upper, shownAs, map => EventPriceReading.Read(map, costs, words));
}
