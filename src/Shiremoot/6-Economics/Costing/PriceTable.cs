using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>One bearer's part of a price, in each year.</summary>
/// <param name="Rule">Place of the price in the list.</param>
/// <param name="Agency">Who bears it.</param>
/// <param name="Each">What one event, night or day costs in each reporting year, in pounds, of 28 digits.</param>
sealed record PricePart(int Rule, string Agency, decimal[] Each);

/// <summary>
/// What one event, night or day costs each bearer in each reporting year, at the prices of one year. Sums over people are quantities, which are whole numbers, times these: they
/// are rounded once, where they are shown. What one person costs is added up in whole millionths of a pound.
/// </summary>
sealed class PriceTable
{
    /// <summary>A pound in the unit that one person's costs are added up in.</summary>
    public const long Pound = 1_000_000;

    private PriceTable(IReadOnlyList<PricePart> parts) => Parts = parts;

    public IReadOnlyList<PricePart> Parts { get; }

    /// <summary>Prices of one kind; refused where a unit cost cannot be brought to the year.</summary>
    public static Outcome<PriceTable> Of(EventPrices prices, UnitCosts costs, CostQuestion question, IReadOnlyList<Period> years)
    {
        List<PricePart> parts = [];
        for (int rule = 0; rule < prices.Priced.Count; rule++)
        {
            EventPrice price = prices.Priced[rule];
            if (costs.Uprate(price.UnitCost, question.PriceYear).Refused(out Refusal? why, out UpratedCost? unit) || costs.Payers(price.UnitCost).Refused(out why, out IReadOnlyList<(string Agency, decimal Share)>? payers)) return why;
            if (unit.Amount(question.Kind) is not { } amount || (price.Only.Count > 0 && !price.Only.Contains(question.Kind))) continue;
            (string Agency, decimal Share)[] bearers = question.Kind != CostKind.Fiscal ? [(FlowCosts.Society, 1m)] : price.BorneBy.Count > 0 ? Shares(price.BorneBy) : [.. payers];
            if (question is { Basis: CostBasis.AtOnce, Kind: CostKind.Fiscal } && price.Fall.AtOnceBy.Count > 0) bearers = Shares(price.Fall.AtOnceBy);
            decimal share = question.Basis == CostBasis.AtOnce ? price.Fall.AtOnce : 1;
            decimal[] whole = [.. years.Select(y => amount.Cost.Pounds * share * price.Times * Units(price, y))];
            foreach ((string agency, decimal of) in bearers) parts.Add(new PricePart(rule, agency, Array.ConvertAll(whole, w => w * of)));
        }
        return new PriceTable(parts);
    }

    /// <summary>One for every event, night and day: the quantities themselves.</summary>
    public static PriceTable OfQuantities(EventPrices prices, IReadOnlyList<Period> years) =>
        new([.. prices.Priced.Select((_, rule) => new PricePart(rule, "", [.. years.Select(_ => 1m)]))]);

    /// <summary>Parts as shares of one.</summary>
    public static (string Agency, decimal Share)[] Shares(IReadOnlyList<(string Agency, decimal Part)> parts) => [.. parts.Select(p => (p.Agency, p.Part / parts.Sum(o => o.Part)))];

    // A year's cost is spread over the days of the reporting year it falls in, so that a whole year costs the same in a leap year.
    private static decimal Units(EventPrice price, Period year) => price.Quantity == EventQuantity.Each ? 1 : price.Length switch
    {
        CostUnitLength.Year => 1m / year.Days,
        CostUnitLength.Month => 12m / year.Days,
        CostUnitLength.Week => 1m / 7,
        _ => 1,
    };
}
