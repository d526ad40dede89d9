using System.Globalization;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>Prices one person's events, each with its sum.</summary>
static class PersonSums
{
    public static Outcome<PersonCosts> Of(CostSetting setting, int person, string priceYear)
    {
        CostQuestion question = new(priceYear, CostBy.Agency, CostBy.Year);
        List<CostEntry> entries = [];
        if (CostPass.RunOne(setting, question, person, (_, told) => entries.AddRange(told)).Refused(out Refusal? why, out CostSums? sums)) return why;
        if (PriceTable.Of(setting.Prices, setting.UnitCosts, question, sums.Years.All).Refused(out why, out PriceTable? table)) return why;
        ILookup<int, PricePart> parts = table.Parts.ToLookup(p => p.Rule);
        int[] order = InStory(setting.Stories, person);
        ILookup<int, CostEntry> of = entries.ToLookup(e => e.Event);
        var borne = entries.SelectMany(e => parts[e.Rule].Select(p => (p.Agency, sums.Years.All[e.Year].Label, Pounds: e.Quantity * p.Each[e.Year])));
        PersonAgencyCost[] byAgency = [.. borne.GroupBy(b => (b.Agency, b.Label)).Select(g => new PersonAgencyCost(g.Key.Agency, g.Key.Label, g.Sum(b => b.Pounds))).Where(a => a.Pounds > 0)];
        return new PersonCosts(priceYear, [.. order.Select(e => Event([.. of[e]], setting, parts, sums))], byAgency, byAgency.Sum(a => a.Pounds), Notes(sums));
    }

    private static PersonEventCost? Event(CostEntry[] entries, CostSetting setting, ILookup<int, PricePart> parts, CostSums sums)
    {
        if (entries.Length == 0 || !parts.Contains(entries[0].Rule)) return null;
        (string Agency, decimal Pounds)[] borne = [.. entries.SelectMany(e => parts[e.Rule].Select(p => (p.Agency, Pounds: e.Quantity * p.Each[e.Year]))).GroupBy(b => b.Agency).Select(g => (g.Key, g.Sum(b => b.Pounds)))];
        EventPrice price = setting.Prices.Priced[entries[0].Rule];
        string unit = price.Quantity switch { EventQuantity.Nights => "night", EventQuantity.Days => "day", _ => "" };
        string sum = string.Join("; ", entries.Select(e =>
        {
            string each = string.Create(CultureInfo.InvariantCulture, $"£{parts[e.Rule].Sum(p => p.Each[e.Year]):#,##0.00}");
            return unit.Length == 0 ? $"{each} ({price.UnitCost})" : string.Create(CultureInfo.InvariantCulture, $"{e.Quantity} {unit}{(e.Quantity == 1 ? "" : "s")} of {sums.Years.All[e.Year].Label} × {each} ({price.UnitCost})");
        }));
        return new PersonEventCost(price, borne.Sum(b => b.Pounds), borne, sum);
    }

    // A story tells events without a day last.
    private static int[] InStory(Stories stories, int person)
    {
        (int from, int count) = (stories.First[person], stories.First[person + 1] - stories.First[person]);
        int[] starts = stories.StartCells.Read(from, count);
        return [.. Enumerable.Range(0, count).OrderBy(e => starts[e] == Days.Unknown).Select(e => from + e)];
    }

    private static IReadOnlyList<string> Notes(CostSums sums) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"Fiscal cost at average unit costs. An event without a cost has no price, or its cost is counted with another: a case in court once a day at its dearest, each night once. Nothing is priced after {Days.Date(sums.Years.Until - 1):d MMMM uuuu}, the last day of the records."),
        .. sums.Tally.WithoutEnd > 0 ? (string[])["A spell without an end is priced to that day."] : [],
    ];
}
