namespace Shiremoot;

/// <summary>What opening a place needs besides its folder.</summary>
public sealed record ShireOptions
{
    /// <summary>The store: a path of a SQLite file or a PostgreSQL address. Null: SHIREMOOT_STORE if it is set, otherwise a file beside the place.</summary>
    public string? Store { get; init; }

    /// <summary>A further folder in which the files of feeds are looked for.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The clock. Tests pass their own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
