namespace Shiremoot.Trust;

/// <summary>How a cell of a workbook looks.</summary>
public enum CellLook
{
    Plain,
    Bold,

    /// <summary>Pounds and pence.</summary>
    Pounds,

    /// <summary>A whole number with its thousands marked.</summary>
    Whole,
}

/// <summary>A cell of a workbook that goes on working: text, a number, or a formula with the value it has now (with none, a spreadsheet works it out as it opens the file).</summary>
/// <param name="Text">Text; of a formula, its value where that is text.</param>
/// <param name="Number">A number; of a formula, its value.</param>
/// <param name="Formula">Without the equals sign; made by the program, never from a text of others. Null for none.</param>
/// <param name="Look">How it looks.</param>
public sealed record FormulaCell(string? Text, double? Number, string? Formula, CellLook Look);

/// <summary>A sheet of formulas.</summary>
/// <param name="Name">Letters alone, so that a formula may name it as it stands.</param>
/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="Rows">The first is the heading and is frozen.</param>
public sealed record FormulaSheet(string Name, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<FormulaCell>> Rows);
