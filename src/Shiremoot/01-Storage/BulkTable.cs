namespace Shiremoot.Storage;

/// <summary>What a column of a bulk table holds.</summary>
public enum CellKind
{
    /// <summary>UTF-8 text.</summary>
    Text,

    /// <summary>A whole number of 64 bits: counts, ids, days since 1970.</summary>
    Whole,

    /// <summary>A number of double precision.</summary>
    Number,
}

/// <summary>A column of a table that takes rows in bulk.</summary>
public readonly record struct BulkColumn(string Name, CellKind Kind);

/// <summary>A table that takes rows in bulk: its name and its columns in the order rows give them.</summary>
public sealed record BulkTable(string Name, params BulkColumn[] Columns)
{
    public string InsertSql =>
        $"INSERT INTO {Name} ({Names}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"?{i + 1}"))})";

    public string CopySql => $"COPY {Name} ({Names}) FROM STDIN (FORMAT BINARY)";

    private string Names => string.Join(", ", Columns.Select(c => c.Name));
}
