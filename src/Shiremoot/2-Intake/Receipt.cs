using Shiremoot.Terms;

namespace Shiremoot.Intake;

/// <summary>How a file was dealt with.</summary>
public enum LoadStatus
{
    /// <summary>Its rows are part of the place's data.</summary>
    Active,

    /// <summary>A later file has taken its place; its rows stay for audit and are not used.</summary>
    Replaced,

    /// <summary>The file was refused whole; nothing of it was kept but this receipt and examples of its faults.</summary>
    Refused,

    /// <summary>Its rows have been deleted.</summary>
    Forgotten,
}

/// <summary>What became of one file. Rows in = accepted + quarantined, always.</summary>
public sealed record Receipt
{
    public required long Load { get; init; }

    public required string Feed { get; init; }

    /// <summary>SHA-256 of the feed file whose rules were applied.</summary>
    public required string FeedVersion { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file as it came.</summary>
    public required string FileHash { get; init; }

    public required long RowsIn { get; init; }

    public required long RowsAccepted { get; init; }

    public required long RowsQuarantined { get; init; }

    /// <summary>Of the accepted rows, those the feed's own filter leaves out of the place's data.</summary>
    public required long RowsLeftOut { get; init; }

    /// <summary>What was recognised and noticed: encoding, delimiter, columns not used, reasons for quarantine.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required Origin Origin { get; init; }

    public required LoadStatus Status { get; init; }

    /// <summary>The load this one took the place of.</summary>
    public long? Replaces { get; init; }

    /// <summary>Why the file was refused.</summary>
    public string? Refusal { get; init; }

    /// <summary>When it was taken in, UTC, ISO 8601.</summary>
    public required string TakenInAt { get; init; }

    public required long Milliseconds { get; init; }

    /// <summary>True if this very content was there already, so that nothing was changed.</summary>
    public bool AlreadyThere { get; init; }
}
