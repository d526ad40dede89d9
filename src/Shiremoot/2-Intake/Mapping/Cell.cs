namespace Shiremoot.Intake.Mapping;

/// <summary>The value of one column on one row. Text lies in the row's scratch space.</summary>
struct Cell
{
    public CellState State;

    /// <summary>A whole number, a day since 1970, or the first day of a period.</summary>
    public long Whole;

    /// <summary>A number; for a period its first day after.</summary>
    public double Number;

    /// <summary>Minute of the day, or -1.</summary>
    public int Minute;

    public int TextAt;

    public int TextLength;
}

enum CellState : byte
{
    Missing,
    Present,
    Bad,
}
