namespace Shiremoot.Economics.Costing;

/// <summary>What one pass over the stories is told: prices, cells, whose costs and which days.</summary>
/// <param name="Rules">Which price an event has.</param>
/// <param name="Cells">Where it goes.</param>
/// <param name="Years">The years.</param>
/// <param name="GroupOf">The group of each person, -1 if left out; null: all in group 0.</param>
/// <param name="Groups">Number of groups.</param>
/// <param name="From">By person, the first day that counts; null: any.</param>
/// <param name="Until">By person, the day after the last.</param>
/// <param name="TotalOf">Filled, if given, with the total of each person.</param>
/// <param name="Hear">Makes, for each thread, what is told of each person's priced stretches; null: nothing is.</param>
sealed record CostFrame(CostRules Rules, CostCells Cells, CostYears Years, int[]? GroupOf, int Groups, int[]? From, int[]? Until, long[]? TotalOf, Func<HearPerson>? Hear = null)
{
    /// <summary>Prices times years.</summary>
    public int Quantities => (Cells.FirstPart.Length - 1) * Years.All.Count;
}
