namespace Shiremoot.Futures;

/// <summary>What a series of a flows file is, which decides how it can move.</summary>
public enum SeriesKind
{
    /// <summary>So many in a quarter: arrests, receptions, releases.</summary>
    Flow,

    /// <summary>How many there are at the end of a quarter. It carries over: last year's level says nothing of this year's.</summary>
    Stock,

    /// <summary>A mean or a share of a quarter: days waited.</summary>
    Rate,
}

/// <summary>A series of a flows file.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Unit">What it counts, such as people; empty if the file does not say.</param>
/// <param name="Kind">What it is.</param>
/// <param name="In">Columns of the flows that add to a stock; empty for none.</param>
/// <param name="Out">Columns of the flows that take from it.</param>
public sealed record SeriesSpec(string Column, string Title, string Unit, SeriesKind Kind, IReadOnlyList<string> In, IReadOnlyList<string> Out);

/// <summary>A column that is not forecast, and why.</summary>
public sealed record ColumnLeftOut(string Column, string Why);

/// <summary>How a file of quarterly flows is laid out: which columns are stocks, flows and rates, which flows feed which stock, and what is left out and why.</summary>
public sealed record FlowModel
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Who publishes the figures.</summary>
    public required string Source { get; init; }

    /// <summary>The file of the folder 'statistics' that is forecast where none is named; null for none.</summary>
    public string? File { get; init; }

    /// <summary>The column that names the quarter; null to look for it.</summary>
    public string? Quarter { get; init; }

    public required IReadOnlyList<SeriesSpec> Series { get; init; }

    public required IReadOnlyList<ColumnLeftOut> LeftOut { get; init; }

    /// <summary>What the figures cannot show; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where the file of <see cref="File"/> lies; null if there is none.</summary>
    public string? Path { get; init; }
}
