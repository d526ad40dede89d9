using Shiremoot.Economics;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// What stages cost whom: each event that a stage records, at the price of such an event, by the share of times it is recorded; what lasts as long as the stay
/// by the day. Prices that hang on the offence are weighted by the model's mix of offences.
/// </summary>
public sealed class FuturePrices
{
    /// <summary>Who bears what is no agency's: victims, and everyone.</summary>
    public const string Society = FlowCosts.Society;

    private const int DaysAYear = 365;
    private readonly EventPrices prices;
    private readonly UnitCosts costs;
    private readonly Func<string, string?> groupOf;

    /// <param name="prices">What each kind of event costs.</param>
    /// <param name="costs">The unit costs.</param>
    /// <param name="groupOf">The group of offences, as prices name them, of an offence code; null where the vocabulary has none.</param>
    /// <param name="priceYear">The year whose prices the money is in.</param>
    public FuturePrices(EventPrices prices, UnitCosts costs, Func<string, string?> groupOf, string priceYear) =>
        (this.prices, this.costs, this.groupOf, PriceYear) = (prices, costs, groupOf, priceYear);

    public string PriceYear { get; }

    /// <summary>The prices of a model's stages.</summary>
    /// <param name="model">The model.</param>
    /// <param name="groups">Groups that people are counted in; boys and girls are priced as children.</param>
    public Outcome<IReadOnlyList<StagePrice>> Of(SystemModel model, IReadOnlyList<string> groups)
    {
        List<StagePrice> all = [];
        Dictionary<string, double> mix = Mix(model);
        for (int s = 0; s < model.Stages.Count; s++)
            foreach (Emission record in model.Stages[s].Records)
                foreach (bool child in (bool[])[false, true])
                {
                    double left = 1;
                    foreach (EventPrice price in prices.Priced.Where(p => p.Kinds.Contains(model.Kinds[record.Kind])))
                    {
                        if (price.Where is not null || price.From is not null || price.Until is not null || (child ? price.FromAge >= 18 : price.UnderAge <= 18)) continue;
                        if (price.Disposals.Count > 0 && (record.Disposal < 0 || !price.Disposals.Contains(model.Disposals[record.Disposal]))) continue;
                        double share = price.Offences.Count == 0 ? left : Math.Min(left, price.Offences.Sum(o => mix.GetValueOrDefault(o)));
                        left -= share;
                        if (Parts(price).Refused(out Refusal? why, out IReadOnlyList<(string Agency, CostKind Kind, double Each)>? parts)) return why;
                        foreach ((string agency, CostKind kind, double each) in parts)
                        {
                            (double entry, double day) = Quantity(price, record, model.Stages[s]);
                            if (share > 0 && entry + day > 0) all.Add(new(s, child, agency, kind, price.Title, share * record.Share * each * entry, share * record.Share * each * day));
                        }
                    }
                }
        return Outcome.Of<IReadOnlyList<StagePrice>>(groups.Count > 1 ? all : [.. all.Where(p => !p.OfChildren)]);
    }

    /// <summary>Pounds of one price year at the prices of <see cref="PriceYear"/>.</summary>
    public Outcome<double> Uprated(decimal pounds, string priceYear)
    {
        if (costs.Deflator.Year(priceYear, "").Refused(out Refusal? why, out DeflatorYear? from) || costs.Deflator.Year(PriceYear, "").Refused(out why, out DeflatorYear? to)) return why;
        return (double)pounds * (double)(to.Index / from.Index);
    }

    // How many of a price's units an entry is, and a day of the stay.
    private static (double Entry, double Day) Quantity(EventPrice price, Emission record, ModelStage stage)
    {
        if (price.Quantity == EventQuantity.Each) return (1, 0);
        if (record.SpansStage) return (0, 1);
        double sentence = stage.Sentence?.Mean ?? 0;
        return (record.Remainder ? sentence * (record.OnLeaving ? 1 - stage.Served : 1) : record.Lasts?.Mean ?? 0, 0);
    }

    private Outcome<IReadOnlyList<(string Agency, CostKind Kind, double Each)>> Parts(EventPrice price)
    {
        if (costs.Uprate(price.UnitCost, PriceYear).Refused(out Refusal? why, out UpratedCost? unit) || costs.Payers(price.UnitCost).Refused(out why, out IReadOnlyList<(string Agency, decimal Share)>? payers)) return why;
        double units = price.Quantity == EventQuantity.Each ? 1 : price.Length switch
        {
            CostUnitLength.Year => 1.0 / DaysAYear,
            CostUnitLength.Month => 12.0 / DaysAYear,
            CostUnitLength.Week => 1.0 / 7,
            _ => 1,
        };
        decimal whole = price.BorneBy.Sum(b => b.Part);
        List<(string, CostKind, double)> parts = [];
        foreach (UpratedAmount amount in unit.Amounts.Where(a => price.Only.Count == 0 || price.Only.Contains(a.Kind)))
        {
            double each = (double)(amount.Cost.Pounds * price.Times) * units;
            if (amount.Kind != CostKind.Fiscal) parts.Add((Society, amount.Kind, each));
            else if (price.BorneBy.Count > 0) parts.AddRange(price.BorneBy.Select(b => (b.Agency, CostKind.Fiscal, each * (double)(b.Part / whole))));
            else parts.AddRange(payers.Select(p => (p.Agency, CostKind.Fiscal, each * (double)p.Share)));
        }
        return Outcome.Of<IReadOnlyList<(string, CostKind, double)>>(parts);
    }

    private Dictionary<string, double> Mix(SystemModel model)
    {
        Dictionary<string, double> mix = new(StringComparer.Ordinal);
        double all = model.OffenceGroups.Sum(g => g.Share);
        foreach (OffenceGroup group in model.OffenceGroups)
        {
            double codes = group.Codes.Sum(c => c.Share);
            foreach ((int code, double share) in group.Codes)
                if (groupOf(model.OffenceCodes[code]) is { } name) mix[name] = mix.GetValueOrDefault(name) + (group.Share / all * share / codes);
        }
        return mix;
    }
}

/// <summary>What one stage costs one bearer.</summary>
/// <param name="Stage">Number of the stage.</param>
/// <param name="OfChildren">For groups of children, or for everyone else.</param>
/// <param name="Agency">Who bears it.</param>
/// <param name="Kind">Fiscal, economic or social.</param>
/// <param name="What">The price's title.</param>
/// <param name="PerEntry">Pounds for each entry.</param>
/// <param name="PerDay">Pounds for each day of the stay.</param>
public sealed record StagePrice(int Stage, bool OfChildren, string Agency, CostKind Kind, string What, double PerEntry, double PerDay);
