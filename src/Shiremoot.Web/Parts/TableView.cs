namespace Shiremoot.Web.Parts;

/// <summary>A table of figures already written as text. Show it with <c>&lt;partial name="_Table" model="table" /&gt;</c>.</summary>
/// <param name="Caption">What the table holds: measure, area, period, unit.</param>
/// <param name="Columns">The first names the row; its cells become row headings.</param>
/// <param name="Rows">One cell a column.</param>
public sealed record TableView(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows)
{
    /// <summary>Notes under the table: what a mark means, what was suppressed, where a series breaks.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>True when the caption repeats a heading right above it, and need only be read out.</summary>
    public bool CaptionHidden { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Name">The heading.</param>
/// <param name="IsNumber">Set right, with digits of one width.</param>
public sealed record Column(string Name, bool IsNumber = false);

public sealed record Row(IReadOnlyList<Cell> Cells, bool IsTotal = false)
{
    public static Row Of(params Cell[] cells) => new(cells);

    public static Row TotalOf(params Cell[] cells) => new(cells, true);
}

/// <summary>A cell's text, and where it leads if anywhere.</summary>
public readonly record struct Cell(string Text, string? Href = null)
{
    public static implicit operator Cell(string text) => new(text);

    public static Cell FromString(string text) => new(text);
}
