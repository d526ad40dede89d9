using System.Globalization;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Evidence;

/// <summary>Entries of the register as a table: each effect with its interval, its quality and whether it was checked.</summary>
public static class RegisterTables
{
    private const string NotOfPeople = "As published: no count of our people is in it";

    public static ReleaseTable ToTable(this IReadOnlyList<RegisterEntry> entries) => new(
        "What is known to work, and how well it is known", "Effects on the outcome, as published, turned so that more is more of the outcome; quality on the Maryland Scientific Methods Scale, 1 to 5. In order of intervention, not of effect",
        "As each entry says", "As each entry says", Origin.Published, NotOfPeople,
        [
            new("Id", ReleaseKind.Text), new("Intervention", ReleaseKind.Text), new("Population", ReleaseKind.Text), new("Outcome", ReleaseKind.Text), new("Measure", ReleaseKind.Text), new("Effect", ReleaseKind.Rate),
            new("Lower", ReleaseKind.Rate), new("Upper", ReleaseKind.Rate), new("Interval", ReleaseKind.Text), new("Follow-up", ReleaseKind.Text), new("Design", ReleaseKind.Text), new("Quality", ReleaseKind.Rate), new("Place", ReleaseKind.Text), new("Year", ReleaseKind.Text), new("Verified", ReleaseKind.Text),
            new("Local", ReleaseKind.Text), new("Source", ReleaseKind.Text), new("Note", ReleaseKind.Text),
        ],
        entries.Select(e => (IReadOnlyList<ReleaseCell>)
        [
            ReleaseCell.Of(e.Id), ReleaseCell.Of(e.Intervention), ReleaseCell.Of(e.Population), ReleaseCell.Of(e.Outcome), ReleaseCell.Of(e.Scale.Says()), Figure(e, e.Effect),
            Figure(e, e.HigherIsBetter ? e.Upper : e.Lower), Figure(e, e.HigherIsBetter ? e.Lower : e.Upper), ReleaseCell.Of(e.IntervalIs()), ReleaseCell.Of(e.FollowUp.Length == 0 ? null : e.FollowUp),
            ReleaseCell.Of(e.Design), ReleaseCell.NotOfPeople((double)e.Quality), ReleaseCell.Of(e.Place),
            ReleaseCell.Of(e.Year.ToString(CultureInfo.InvariantCulture)), ReleaseCell.Of(e.IsVerified ? "yes" : "no"), ReleaseCell.Of(e.IsLocal ? "yes" : null), ReleaseCell.Of(e.Source), ReleaseCell.Of(e.Note),
        ]));

    private static ReleaseCell Figure(RegisterEntry entry, double? published) => ReleaseCell.NotOfPeople(published is { } p ? entry.Shown(p) : null);

    /// <summary>A published figure as shown: turned, where higher is better, so that more is more of the outcome.</summary>
    public static double Shown(this RegisterEntry entry, double published) => entry.Scale.Shown(entry.On(published));

    /// <summary>The effect in words, with its interval or with what is missing.</summary>
    public static string InWords(this RegisterEntry entry)
    {
        if (entry.Effect is not { } effect) return "no figure";
        string value = $"{(entry.Scale.IsRatio() ? $"{entry.Scale.Says()} " : "")}{entry.Scale.Write(entry.Shown(effect))}";
        if (!entry.HasInterval) return $"{value} (no interval)";
        (double one, double other) = (entry.Shown(entry.Lower!.Value), entry.Shown(entry.Upper!.Value));
        return string.Create(CultureInfo.InvariantCulture, $"{value} ({100 * entry.Confidence:0.#}% interval {Bare(Math.Min(one, other))} to {Bare(Math.Max(one, other))}{(entry.IsDerived ? ", worked out here" : "")})");

        // The unit is said once, with the figure.
        string Bare(double shown) => entry.Scale.Write(shown).Split(' ')[0];
    }

    /// <summary>Where the interval of an entry is from: without one, no other file can use the effect.</summary>
    public static string IntervalIs(this RegisterEntry entry) => entry switch
    {
        { Effect: null } => "no figure",
        { HasInterval: false } => "none",
        { IsDerived: true } => "worked out here",
        _ => "published",
    };

    /// <summary>How many of the entries have an effect that costs and forecasts can draw from, and how many of those were checked.</summary>
    public static string UseInWords(this IReadOnlyList<RegisterEntry> entries)
    {
        int usable = entries.Count(e => e.HasInterval), read = entries.Count(e => e.HasInterval && e.IsVerified), bare = entries.Count(e => e.Effect is not null && !e.HasInterval), none = entries.Count(e => e.Effect is null);
        return string.Create(CultureInfo.InvariantCulture, $"Other files can use {usable} of the {entries.Count}, which have an interval ({read} of them verified); {bare} have a figure and no interval, {none} no figure.");
    }
}
