using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Tests.Records;
using Shiremoot.Trust;

namespace Shiremoot.Tests.Economics.Costing;

/// <summary>Little stories priced with the shipped unit costs and a few prices written for the test.</summary>
static class PricedStories
{
    public static readonly UnitCosts Costs = UnitCosts.Read(CostFolder.Shipped).Value;

    public static readonly string Shipped = File.ReadAllText(Path.Combine(CostFolder.Shipped, "events.yaml"));

    public static Outcome<EventPrices> Read(string text, string? over = null) => EventPrices.Read(text, over, "costs/events.yaml", Costs, TheVocabulary.Read);

    public static CostSetting Setting(IReadOnlyList<string> stories, string? prices = null, UnitCosts? costs = null) => Setting(StoryText.Read(stories).Value, prices, costs);

    public static CostSetting Setting(Stories stories, string? prices = null, UnitCosts? costs = null) =>
        new(stories, EventPrices.Read(prices ?? Shipped, null, "costs/events.yaml", costs ?? Costs, TheVocabulary.Read).Value, costs ?? Costs, DisclosureRules.None)
        {
            Offence = code => TheVocabulary.Read.TryFindOffence(code, out Offence? found) ? found : null,
            Also = CohortNames.Of(TheVocabulary.Read.EventKinds.All.Select(k => k.Term.Id), []),
        };

    /// <summary>Pounds by row and column, those there are.</summary>
    public static Dictionary<(string Row, string Column), decimal> Cells(StoryCosts costs, int cohort = 0)
    {
        CostTable table = costs.Tables[cohort];
        Dictionary<(string, string), decimal> cells = [];
        for (int r = 0; r < table.Rows.Count; r++)
            for (int c = 0; c < table.Columns.Count; c++)
                if (table.Cells[r, c].Amount.Shown is > 0 and { } pounds) cells[(table.Rows[r], table.Columns[c])] = decimal.Round(pounds, 6); // shares of a cost are of 28 digits
        return cells;
    }

    public static decimal Penny(decimal pounds) => decimal.Round(pounds, 2, MidpointRounding.AwayFromZero);
}
