using Shiremoot.Terms;

namespace Shiremoot.Trust;

/// <summary>A table fit to leave the building, with what a reader needs to judge it. Rows may be made as they are read, so a table can be long.</summary>
/// <param name="Title">What the table shows.</param>
/// <param name="Definition">What is counted and how; the definition's version where it has one.</param>
/// <param name="Period">The time it covers, in the source's words.</param>
/// <param name="Source">Who published it, or which records and feeds it was made from.</param>
/// <param name="Origin">Published, real or generated.</param>
/// <param name="Disclosure">How counts of people were protected: the label of the place's rules, or a line saying why none apply.</param>
/// <param name="Columns">The columns in order, each name used once.</param>
/// <param name="Rows">The rows in order, each with a cell for every column.</param>
public sealed record ReleaseTable(
    string Title, string Definition, string Period, string Source, Origin Origin, string Disclosure,
    IReadOnlyList<ReleaseColumn> Columns, IEnumerable<IReadOnlyList<ReleaseCell>> Rows)
{
    /// <summary>Further lines for the reader, such as a break in the series.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What every page and file says of where the data comes from.</summary>
    public string OriginLabel { get; init; } = Origin.Says();

    /// <summary>The table's facts, name and value, in the order files give them.</summary>
    internal IReadOnlyList<(string Name, string Value)> About =>
    [
        ("title", Title), ("definition", Definition), ("period", Period), ("source", Source), ("origin", OriginLabel), ("disclosure", Disclosure),
        .. Notes.Select(note => ("note", note)),
        ("marks", $"{ProtectedCount.Mark} = withheld, being small or a way to a small number; empty = not known or not applicable"),
    ];

    /// <summary>The row, having a cell for each column.</summary>
    /// <exception cref="InvalidOperationException">The row has too many cells or too few.</exception>
    internal IReadOnlyList<ReleaseCell> Checked(IReadOnlyList<ReleaseCell> row) => row.Count == Columns.Count
        ? row
        : throw new InvalidOperationException($"A row of '{Title}' has {row.Count} cells for {Columns.Count} columns.");
}

/// <summary>A column of a release.</summary>
/// <param name="Name">The heading, in words.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Unit">The unit of a number, such as people or per 1,000; empty for none.</param>
public sealed record ReleaseColumn(string Name, ReleaseKind Kind, string Unit = "")
{
    internal string Heading => Unit.Length == 0 ? Name : $"{Name} ({Unit})";
}

/// <summary>What the cells of a column hold.</summary>
public enum ReleaseKind
{
    Text,
    Count,

    /// <summary>Any number that is not a count or money.</summary>
    Rate,

    /// <summary>Pounds.</summary>
    Money,
    Date,
}
