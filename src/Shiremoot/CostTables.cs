using Shiremoot.Economics;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot;

/// <summary>Costs as tables fit to leave the building. They are made of published quantities and unit costs, not of counts of our people.</summary>
public static class CostTables
{
    private const string NotOfPeople = "Made of published figures: no count of our people is in it";

    public static ReleaseTable OfFlows(PlaceCosts priced, Shire shire) => new(
        $"What the flows of {shire.Place.Title} cost, at {priced.Costs.Year} prices",
        "Published quantity of each flow × the unit cost that fits it, uprated by the GDP deflator; a fiscal cost whose entry has parts is shared among their agencies. Average costs: fewer cases do not save them all",
        Covered(priced), "Measures of this place; unit costs of vocabulary/costs and of the place", Origin.Published, NotOfPeople,
        [
            new("Flow", ReleaseKind.Text), new("Period", ReleaseKind.Text), new("Agency", ReleaseKind.Text), new("Kind", ReleaseKind.Text), new("Quantity", ReleaseKind.Rate),
            new("Unit cost", ReleaseKind.Text), new("Each", ReleaseKind.Money, "£"), new("Cost", ReleaseKind.Money, "£"), new("Quality", ReleaseKind.Text),
        ],
        priced.Costs.Lines.Select(l => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(priced.Flows.Priced.First(f => f.Id == l.Flow).Title), ReleaseCell.Of(l.Period), ReleaseCell.Of(l.Agency), ReleaseCell.Of($"{l.Kind}".ToLowerInvariant()),
            ReleaseCell.NotOfPeople((double)l.Quantity), ReleaseCell.Of(l.UnitCost), ReleaseCell.NotOfPeople(l.Each), ReleaseCell.NotOfPeople(l.Cost), ReleaseCell.Of(l.Quality),
        ]))
    {
        Notes = [.. priced.Flows.Priced.Select(f => $"{f.Title}: {f.Note}")],
    };

    public static ReleaseTable OfSpend(IReadOnlyList<Spend> spend, Shire shire) => new(
        $"What is spent in {shire.Place.Title}, as its sources give it", "Cash of the year named. Entries overlap and are not a total", "As each entry says", "As each entry says", Origin.Published, NotOfPeople,
        [
            new("What", ReleaseKind.Text), new("Spent", ReleaseKind.Money, "£"), new("About", ReleaseKind.Text), new("Year", ReleaseKind.Text), new("Payer", ReleaseKind.Text),
            new("Known by", ReleaseKind.Text), new("Source", ReleaseKind.Text), new("Note", ReleaseKind.Text),
        ],
        spend.Select(s => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(s.Title), ReleaseCell.NotOfPeople(s.Cost), ReleaseCell.Of(s.IsApproximate ? "about" : null), ReleaseCell.Of(s.Year), ReleaseCell.Of(s.Payer),
            ReleaseCell.Of(s.Mark switch { SpendMark.Read => "read in the source", SpendMark.WorkedOut => "worked out", _ => "not checked" }), ReleaseCell.Of(s.Source), ReleaseCell.Of(s.Note),
        ]));

    public static ReleaseTable OfExplained(IReadOnlyList<SpendExplained> explained, Shire shire) => new(
        $"How much of what is spent in {shire.Place.Title} the flows explain", "Flow × unit cost at the prices of the year of the spend, over what was spent; what is left has no flow or no unit cost", "The period of each flow nearest the year of the spend", "Spend as each entry says; flows are measures of this place", Origin.Published, NotOfPeople,
        [
            new("What", ReleaseKind.Text), new("Year", ReleaseKind.Text), new("Spent", ReleaseKind.Money, "£"), new("Explained", ReleaseKind.Money, "£"), new("Share explained", ReleaseKind.Rate, "%"),
            new("Not explained", ReleaseKind.Money, "£"), new("By", ReleaseKind.Text), new("Why not more", ReleaseKind.Text), new("Source", ReleaseKind.Text),
        ],
        explained.Select(e => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(e.Spend.Title), ReleaseCell.Of(e.Spend.Year), ReleaseCell.NotOfPeople(e.Spend.Cost), ReleaseCell.NotOfPeople(e.Explained), ReleaseCell.NotOfPeople((double)Math.Round(100 * e.Share, 1)),
            ReleaseCell.NotOfPeople(e.Unexplained), ReleaseCell.Of(PartsOf(e)), ReleaseCell.Of(e.Spend.NotExplained), ReleaseCell.Of(e.Spend.Source),
        ]));

    /// <summary>Unit costs at the prices of a year, a row an amount, each with the sum that brought it there. One that cannot be brought says why.</summary>
    public static ReleaseTable OfUnits(IReadOnlyList<UnitCost> units, UnitCosts costs, string year) => new(
        $"Unit costs at {year} prices", "The source's amount × index of the year ÷ index of its price year", "As each source says", "As each entry says", Origin.Published, NotOfPeople,
        [
            new("Code", ReleaseKind.Text), new("What", ReleaseKind.Text), new("Per", ReleaseKind.Text), new("Agency", ReleaseKind.Text), new("Kind", ReleaseKind.Text), new("In the source", ReleaseKind.Money, "£"),
            new("Prices of", ReleaseKind.Text), new($"At {year} prices", ReleaseKind.Money, "£"), new("Worked sum", ReleaseKind.Text), new("Quality", ReleaseKind.Text), new("Source", ReleaseKind.Text), new("Note", ReleaseKind.Text),
        ],
        units.SelectMany(u => u.Amounts.Select(a =>
        {
            UpratedAmount? amount = costs.Uprate(u.Code, year).Refused(out Refusal? why, out UpratedCost? uprated) ? null : uprated.Amount(a.Kind);
            return (IReadOnlyList<ReleaseCell>)
            [
                ReleaseCell.Of(u.Code), ReleaseCell.Of(u.What), ReleaseCell.Of(u.Per), ReleaseCell.Of(u.Agency), ReleaseCell.Of($"{a.Kind}".ToLowerInvariant()), ReleaseCell.NotOfPeople(a.Cost),
                ReleaseCell.Of(a.PriceYear), amount is null ? ReleaseCell.Of((string?)null) : ReleaseCell.NotOfPeople(amount.Cost), ReleaseCell.Of(amount is null ? why!.Says : costs.SumOf(amount)), ReleaseCell.Of(u.Quality),
                ReleaseCell.Of(u.Source), ReleaseCell.Of(u.Note),
            ];
        })));

    /// <summary>What explains a line, as a worked sum: 37,170 arrests of 2015/16 (CR7.0) × £718.50.</summary>
    public static string PartsOf(SpendExplained explained) => explained.Parts.Count == 0
        ? "no flow"
        : string.Join("; ", explained.Parts.Select(p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{p.Quantity:#,##0} × {p.Each} ({p.UnitCost}): {p.Flow.Title}, {p.Period}")));

    private static string Covered(PlaceCosts priced)
    {
        string[] periods = [.. priced.Costs.Lines.Select(l => l.Period).Distinct()];
        return periods.Length == 0 ? "None" : $"{periods[0]} to {periods[^1]}";
    }
}
