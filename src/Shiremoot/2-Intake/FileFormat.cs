namespace Shiremoot.Intake;

/// <summary>What a feed file says about the form of its extract. Everything has a default, which is to look and say what was found.</summary>
public sealed record FileFormat
{
    /// <summary>auto, csv (any delimited text) or xlsx. A .gz or .zip around the table is always recognised.</summary>
    public string Kind { get; init; } = "auto";

    /// <summary>auto, or one of comma, semicolon, tab, vertical bar as the character itself.</summary>
    public string Delimiter { get; init; } = "auto";

    /// <summary>auto, utf-8, utf-16 or windows-1252.</summary>
    public string Encoding { get; init; } = "auto";

    /// <summary>rfc4180: a field that begins with a quote ends with one. none: a quote is a character like any other.</summary>
    public string Quotes { get; init; } = "rfc4180";

    /// <summary>Rows that name the columns, after <see cref="SkipRows"/>; the parts of a name in several rows are joined by a space. 0: column1, column2 ...</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>Names of the columns by position, in place of those in the header rows (which are then passed over). As many as the file has columns.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>strict: a blank or repeated name is refused. lenient: a blank becomes column4, a repeat "name (2)".</summary>
    public string Headers { get; init; } = "strict";

    /// <summary>The sheet of a workbook, needed if it has more than one that is not hidden.</summary>
    public string? Sheet { get; init; }

    /// <summary>The file inside a zip, with * and ?; it must match one entry and no more.</summary>
    public string? Entry { get; init; }

    /// <summary>Lines (rows of a sheet) before the header, such as a title.</summary>
    public int SkipRows { get; init; }

    /// <summary>Longest row in bytes of UTF-8.</summary>
    public long MaxRowBytes { get; init; } = 1 << 20;

    /// <summary>Most columns.</summary>
    public int MaxColumns { get; init; } = 1000;

    /// <summary>Most bytes that may come out of a gz, zip or xlsx.</summary>
    public long MaxUnpackedBytes { get; init; } = 20L << 30;

    /// <summary>Most bytes that may come out for each byte that went in, once more than 10 MB have come out.</summary>
    public double MaxRatio { get; init; } = 100;

    /// <summary>A regular expression for a last line that is no data row, with a group "rows" for the number of rows it declares.</summary>
    public string? Trailer { get; init; }

    /// <summary>Spaces and tabs around a field are left off.</summary>
    public bool TrimFields { get; init; } = true;
}
