using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Economics;

/// <summary>How far estimates of a kind have been too hopeful: costs are raised and benefits lowered by it.</summary>
/// <param name="Id">standard-buildings; weak.</param>
/// <param name="Title">As shown.</param>
/// <param name="Upper">Share of the estimate, before anything is done about it.</param>
/// <param name="Lower">Share of the estimate once all that causes it is dealt with; that of a grade is the upper.</param>
/// <param name="IsVerified">False where the figure was not checked in its source: shown with that said.</param>
/// <param name="Source">Where it is from.</param>
public sealed record OptimismBias(string Id, string Title, decimal Upper, decimal Lower, bool IsVerified, string Source)
{
    /// <summary>The share to use when a part of its causes is dealt with: upper × (1 - mitigated), and not under the lower.</summary>
    public decimal Share(decimal mitigated) => Math.Max(Lower, Upper * (1 - mitigated));
}

/// <summary>The table of optimism bias: costs/optimism.yaml. A place may put its own over it.</summary>
public sealed record OptimismTable(IReadOnlyList<OptimismBias> Capital, IReadOnlyList<OptimismBias> Grades)
{
    /// <summary>Reads the file.</summary>
    public static Outcome<OptimismTable> Read(string path, string shownAs) => PlaceFile.TextOf(path, shownAs).Then(text => ReadText(text, shownAs));

    /// <summary>As <see cref="Read"/>, from text in hand.</summary>
    public static Outcome<OptimismTable> ReadText(string text, string shownAs) => PlaceFile.ReadText(text, shownAs, map =>
    {
        map.Text("source");
        OptimismBias[] capital = [.. map.Maps("capital").Select(ReadCapital)];
        OptimismBias[] grades = [.. map.Maps("grades").Select(ReadGrade)];
        foreach (IGrouping<string, OptimismBias> twice in capital.Concat(grades).GroupBy(b => b.Id).Where(g => g.Count() > 1))
            map.Fault("grades", $"and 'capital' have the id '{twice.Key}' more than once; rename one.");
        return new OptimismTable(capital, grades);
    });

    /// <summary>A line by its id, of either kind.</summary>
    public OptimismBias? Find(string id) => Capital.Concat(Grades).FirstOrDefault(b => b.Id == id);

    private static OptimismBias ReadCapital(MapNode map)
    {
        // How much longer things take is kept in the table for those who plan; costs are raised by the shares of cost alone.
        foreach (string time in (string[])["upper_time", "lower_time"]) map.NumberOr(time);
        return new(map.Text("id"), map.Text("title"), Share(map, "upper"), Share(map, "lower"), Verified(map), map.Text("source"));
    }

    private static OptimismBias ReadGrade(MapNode map)
    {
        decimal share = Share(map, "share");
        return new(map.Text("id"), map.Text("title"), share, share, Verified(map), map.Text("source"));
    }

    private static bool Verified(MapNode map) => map.Choice("verified", ("no", false), ("yes", true));

    private static decimal Share(MapNode map, string key)
    {
        decimal? share = map.DecimalOr(key);
        if (share is null && !map.Has(key)) map.Fault(key, $"is missing; add '{key}:' with a share such as 0.24.");
        if (share < 0) map.Fault(key, $"is {share}, below zero; optimism raises costs, so write it as a share above zero.");
        return share ?? 0;
    }
}
