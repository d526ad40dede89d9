using Shiremoot.Trust;

namespace Shiremoot.Economics.Costing;

/// <summary>What a pass added up.</summary>
/// <param name="Tally">Quantities, people and the two with the most.</param>
/// <param name="Cells">Their table.</param>
/// <param name="Years">The years.</param>
/// <param name="People">Whose they are.</param>
/// <param name="TotalOf">Each person's own total, in millionths of a pound, where asked for.</param>
sealed record CostSums(CostTally Tally, CostCells Cells, CostYears Years, CostPeople People, long[]? TotalOf)
{
    /// <summary>The table of one cohort, with its totals: quantities times prices, exactly.</summary>
    public RawAmount[,] Of(int cohort) => Table(g => (People.CohortsOfGroup[g] >> cohort & 1) == 1);

    /// <summary>The table of one cohort with a row for each part of its people, and the total of all. The cells must not be told apart by rows.</summary>
    public RawAmount[,] OfParts(int cohort, int parts)
    {
        RawAmount[,] table = new RawAmount[parts + 1, Cells.Wide];
        for (int part = 0; part <= parts; part++)
        {
            RawAmount[,] own = Table(g => (People.CohortsOfGroup[g] >> cohort & 1) == 1 && (part == parts || People.PartOfGroup[g] == part));
            for (int c = 0; c < Cells.Wide; c++) table[part, c] = own[own.GetLength(0) - 1, c];
        }
        return table;
    }

    private RawAmount[,] Table(Func<int, bool> isIn)
    {
        CostTally of = new(1, Cells.Count, Tally.Quantity.Length / People.Groups, 0);
        for (int g = 0; g < People.Groups; g++)
        {
            if (!isIn(g)) continue;
            for (int c = 0; c < Cells.Count; c++) of.Tops[c].Join(Tally.Tops[(g * Cells.Count) + c]);
            for (int q = 0; q < of.Quantity.Length; q++) of.Quantity[q] += Tally.Quantity[(g * of.Quantity.Length) + q];
        }
        decimal[] pounds = Pounds(of.Quantity);
        RawAmount[,] table = new RawAmount[Cells.Rows.Count + 1, Cells.Wide];
        for (int c = 0; c < pounds.Length; c++) table[c / Cells.Wide, c % Cells.Wide] = new(of.Tops[c].People, pounds[c], Units(of.Tops[c].First), Units(of.Tops[c].Second));
        return table;
    }

    private decimal[] Pounds(long[] quantity)
    {
        decimal[] pounds = new decimal[Cells.Count];
        int years = Years.All.Count;
        for (int rule = 0; rule < Cells.FirstPart.Length - 1; rule++)
        {
            for (int part = Cells.FirstPart[rule]; part < Cells.FirstPart[rule + 1]; part++)
            {
                for (int year = 0; year < years; year++)
                {
                    (int at, decimal more) = (Cells.CellOf[(part * years) + year], quantity[(rule * years) + year] * Cells.Pounds[(part * years) + year]);
                    pounds[at] += more;
                    pounds[Cells.RowTotal[at]] += more;
                    pounds[Cells.ColumnTotal[at]] += more;
                    pounds[^1] += more;
                }
            }
        }
        return pounds;
    }

    private static decimal Units(long millionths) => (decimal)millionths / PriceTable.Pound;
}
