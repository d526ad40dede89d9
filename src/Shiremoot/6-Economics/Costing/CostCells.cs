using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>The table that costs are put in: its rows and columns, and in which cell each part of each price falls in each year. The last row and the last column are the totals.</summary>
sealed class CostCells
{
    public CostCells(EventPrices prices, PriceTable table, IReadOnlyList<Period> years, CostQuestion question)
    {
        (List<string> rows, List<string> columns) = ([], []);
        int count = years.Count;
        (int Row, int Column)[] at = new (int, int)[table.Parts.Count * count];
        for (int p = 0; p < table.Parts.Count; p++)
            for (int y = 0; y < count; y++)
                at[(p * count) + y] = (Place(rows, Name(question.Rows, table.Parts[p], y)), Place(columns, Name(question.Columns, table.Parts[p], y)));

        (Rows, Columns, Wide) = (rows, columns, columns.Count + 1);
        Count = (rows.Count + 1) * Wide;
        FirstPart = new int[prices.Priced.Count + 1];
        for (int rule = 0, p = 0; rule <= prices.Priced.Count; rule++)
        {
            while (p < table.Parts.Count && table.Parts[p].Rule < rule) p++;
            FirstPart[rule] = p;
        }
        Pounds = [.. table.Parts.SelectMany(p => p.Each)];
        CellOf = Array.ConvertAll(at, c => (c.Row * Wide) + c.Column);
        RowTotal = [.. Enumerable.Range(0, Count).Select(c => (c / Wide * Wide) + columns.Count)];
        ColumnTotal = [.. Enumerable.Range(0, Count).Select(c => (rows.Count * Wide) + (c % Wide))];
        Possible = new bool[rows.Count, columns.Count];
        for (int i = 0; i < at.Length; i++) Possible[at[i].Row, at[i].Column] |= Pounds[i] != 0;
        (FirstAt, CellAt, EachAt) = Laid(prices.Priced.Count, count);

        string Name(CostBy by, PricePart part, int y)
        {
            EventPrice price = prices.Priced[part.Rule];
            return by switch
            {
                CostBy.Agency => part.Agency,
                CostBy.Stage => price.Stage,
                CostBy.Year => years[y].Label,
                CostBy.What => price.Id,
                CostBy.Unit => price.Quantity switch { EventQuantity.Nights => "Nights", EventQuantity.Days => "Days", _ => "Events" },
                CostBy.AgencyAndStage => $"{part.Agency}, {price.Stage}",
                _ => "",
            };
        }
    }

    public IReadOnlyList<string> Rows { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Cells in a row, its total with them.</summary>
    public int Wide { get; }

    /// <summary>All cells, margins with them.</summary>
    public int Count { get; }

    /// <summary>The first part of each price; one more at the end.</summary>
    public int[] FirstPart { get; }

    /// <summary>By part and year: what one costs, exactly.</summary>
    public decimal[] Pounds { get; }

    /// <summary>By part and year: the cell.</summary>
    public int[] CellOf { get; }

    public int[] RowTotal { get; }

    public int[] ColumnTotal { get; }

    /// <summary>By row and column: whether some price can fall there at all.</summary>
    public bool[,] Possible { get; }

    /// <summary>By price and year: where its parts begin in <see cref="CellAt"/> and <see cref="EachAt"/>; one more at the end.</summary>
    public int[] FirstAt { get; }

    /// <summary>The cells of the parts, those that cost nothing left out.</summary>
    public int[] CellAt { get; }

    /// <summary>What each part of one costs, in whole millionths of a pound.</summary>
    public long[] EachAt { get; }

    private (int[], int[], long[]) Laid(int rules, int years)
    {
        (List<int> first, List<int> cell, List<long> each) = ([], [], []);
        for (int at = 0; at < rules * years; at++)
        {
            first.Add(cell.Count);
            for (int part = FirstPart[at / years]; part < FirstPart[(at / years) + 1]; part++)
            {
                long one = (long)decimal.Round(Pounds[(part * years) + (at % years)] * PriceTable.Pound, MidpointRounding.AwayFromZero);
                if (one == 0) continue;
                cell.Add(CellOf[(part * years) + (at % years)]);
                each.Add(one);
            }
        }
        first.Add(cell.Count);
        return ([.. first], [.. cell], [.. each]);
    }

    private static int Place(List<string> names, string name)
    {
        int at = names.IndexOf(name);
        if (at >= 0) return at;
        names.Add(name);
        return names.Count - 1;
    }
}
