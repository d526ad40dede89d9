namespace Shiremoot.Bench.Agreeing;

/// <summary>One file, and what is asked of it here and in R: a line of the manifest. Lists are told apart by blanks; what is not asked is empty.</summary>
sealed record SetAsked(string Set, string Kind, string File)
{
    public const string Followed = "followed", Compared = "compared", Combined = "combined";

    public static readonly string[] Columns = ["set", "kind", "file", "time", "entry", "event", "ending", "causes", "by", "strata", "cluster", "weight", "covariates", "compared", "treated", "outcome", "exact", "at", "measure"];

    public string Time { get; init; } = "";

    public string Entry { get; init; } = "";

    public string Event { get; init; } = "";

    /// <summary>The column of which event it was, of those in <see cref="Causes"/>, or none.</summary>
    public string Ending { get; init; } = "";

    public string Causes { get; init; } = "";

    public string By { get; init; } = "";

    public string Strata { get; init; } = "";

    public string Cluster { get; init; } = "";

    public string Weight { get; init; } = "";

    /// <summary>Of the hazard.</summary>
    public string Covariates { get; init; } = "";

    /// <summary>What people are made alike in.</summary>
    public string MadeAlike { get; init; } = "";

    public string Treated { get; init; } = "";

    public string Outcome { get; init; } = "";

    public string Exact { get; init; } = "";

    /// <summary>Times at which shares are told.</summary>
    public string At { get; init; } = "";

    /// <summary>OR, RR, IRR, or GEN for effects as they are.</summary>
    public string Measure { get; init; } = "";

    public string Line => string.Join('\t', [Set, Kind, File, Time, Entry, Event, Ending, Causes, By, Strata, Cluster, Weight, Covariates, MadeAlike, Treated, Outcome, Exact, At, Measure]);

    public static string[] Split(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string? Given(string column) => column.Length == 0 ? null : column;
}
