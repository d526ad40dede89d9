namespace Shiremoot.Economics.Costing;

/// <summary>For each group of people: how much there is of each price in each year; and for each cell of a table with its margins how many people have any, and what the two with the most have.</summary>
sealed class CostTally(int groups, int cells, int quantities, int kinds)
{
    /// <summary>By group, price and year: events, nights or days.</summary>
    public long[] Quantity { get; } = new long[groups * quantities];

    /// <summary>By group and cell.</summary>
    public CostTop[] Tops { get; } = new CostTop[groups * cells];

    /// <summary>Events without a day, which cannot be put in a year.</summary>
    public long Undated { get; set; }

    /// <summary>Spans without an end, counted to the last day of the records.</summary>
    public long WithoutEnd { get; set; }

    /// <summary>Spans that end before they begin, which have no nights.</summary>
    public long Backwards { get; set; }

    /// <summary>By kind: events of a kind with prices that none of them fits.</summary>
    public long[] NoPriceFits { get; } = new long[kinds];

    /// <summary>Adds another tally of other people. The order does not matter: everything is whole numbers.</summary>
    public void Add(CostTally other)
    {
        for (int q = 0; q < Quantity.Length; q++) Quantity[q] += other.Quantity[q];
        for (int c = 0; c < Tops.Length; c++) Tops[c].Join(other.Tops[c]);
        (Undated, WithoutEnd, Backwards) = (Undated + other.Undated, WithoutEnd + other.WithoutEnd, Backwards + other.Backwards);
        for (int k = 0; k < NoPriceFits.Length; k++) NoPriceFits[k] += other.NoPriceFits[k];
    }
}
