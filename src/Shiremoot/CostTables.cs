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

    private static string Covered(PlaceCosts priced)
    {
        string[] periods = [.. priced.Costs.Lines.Select(l => l.Period).Distinct()];
        return periods.Length == 0 ? "None" : $"{periods[0]} to {periods[^1]}";
    }
}
