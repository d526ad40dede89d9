using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>How a figure of spend is known.</summary>
public enum SpendMark
{
    /// <summary>Read in the source named.</summary>
    Read,

    /// <summary>Worked out from the source named.</summary>
    WorkedOut,

    /// <summary>Not checked against a source: shown with that said.</summary>
    Unverified,
}

/// <summary>Money spent in a place on one thing in one year, as its source gives it.</summary>
/// <param name="Id">Unique in the file.</param>
/// <param name="Title">As shown.</param>
/// <param name="Cost">Pounds, in cash of the year.</param>
/// <param name="IsApproximate">True if the source says "about".</param>
/// <param name="Year">The year as the source gives it; null if it gives none.</param>
/// <param name="Payer">Who pays.</param>
/// <param name="PartOf">The entry it is within, so that nobody adds the two. Null if it stands by itself.</param>
/// <param name="Mark">How it is known.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Note">What a reader should know of it.</param>
public sealed record Spend(
    string Id, string Title, Money Cost, bool IsApproximate, string? Year, string Payer, string? PartOf, SpendMark Mark, string Source, string Note)
{
    /// <summary>The flows whose cost is within it.</summary>
    public IReadOnlyList<SpendCause> ExplainedBy { get; init; } = [];

    /// <summary>What of it the flows cannot explain, and why; empty where nobody has said.</summary>
    public string NotExplained { get; init; } = "";

    /// <summary>Where its source can be read; null if nowhere open.</summary>
    public string? Link { get; init; }

    private static readonly (string, SpendMark)[] Marks = [("read", SpendMark.Read), ("worked out", SpendMark.WorkedOut), ("unverified", SpendMark.Unverified)];

    /// <summary>Reads costs/spend.yaml of a place.</summary>
    public static Outcome<IReadOnlyList<Spend>> Read(string path, string shownAs)
    {
        Outcome<Spend[]> read = PlaceFile.Read(path, shownAs, map =>
        {
            IReadOnlyList<MapNode> nodes = map.Maps("spend");
            Spend[] lines = [.. nodes.Select(ReadOne)];
            HashSet<string> ids = [];
            foreach ((Spend line, MapNode node) in lines.Zip(nodes))
            {
                if (!ids.Add(line.Id)) node.Fault("id", $"'{line.Id}' is there twice; rename one.");
                if (line.PartOf is { } whole && (whole == line.Id || lines.All(l => l.Id != whole))) node.Fault("part_of", $"'{whole}' is not another entry of this file.");
            }
            return lines;
        });
        if (read.Refused(out Refusal? why, out Spend[]? spend)) return why;
        return spend;
    }

    private static Spend ReadOne(MapNode map)
    {
        if (map.DecimalOr("pounds") is null && !map.Has("pounds")) map.Fault("pounds", "is missing; add 'pounds:' with an amount.");
        if (map.TextOr("link") is { } link && !link.StartsWith("https://", StringComparison.Ordinal)) map.Fault("link", "must begin with https://.");
        if (map.Maps("explained_by").Count > 0 && !map.Has("year")) map.Fault("explained_by", "needs the 'year' of the spend, so that flows are priced at its prices.");
        if (map.TextOr("year") is { } year && !Period.TryRead(year, out _)) map.Fault("year", $"'{year}' cannot be read as a year; write it as 2016/17, or leave it out if the source gives none.");
        return new(
            map.Text("id"), map.Text("title"), new(map.DecimalOr("pounds") ?? 0), map.Flag("approximate"), map.TextOr("year"),
            map.Text("payer"), map.TextOr("part_of"), map.Choice("mark", Marks), map.Text("source"), map.TextOr("note", ""))
        {
            ExplainedBy = [.. map.Maps("explained_by").Select(c => new SpendCause(c.Text("flow"), c.TextOr("agency")))],
            NotExplained = map.TextOr("not_explained", ""),
            Link = map.TextOr("link"),
        };
    }
}
