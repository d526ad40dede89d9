using System.Globalization;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>What a measure of people shows, said in plain English.</summary>
static class PeopleWords
{
    private const int MostFeeds = 3;

    public static string Definition(PeopleMeasure measure, Cohort cohort)
    {
        string shown = measure.Shows switch
        {
            PeopleShows.People => "Number of people.",
            PeopleShows.Events => $"Events: {Counted(measure)}, added up; and the people with any.",
            PeopleShows.Spells => $"Spells ({string.Join(", ", measure.Kinds.Select(k => k.Replace('-', ' ')))}): their number, the people with any, and their length from start to end in days.",
            PeopleShows.Concentration => $"Share of {Counted(measure)} held by the people with the most.",
            PeopleShows.Outcome => $"Share for whom {measure.Outcome!.InWords}.",
            PeopleShows.Return => string.Create(CultureInfo.InvariantCulture, $"Share for whom {measure.To!.InWords} falls after the index date and at most {measure.WithinDays} days after it."),
            PeopleShows.Reoffending => Reoffending(measure.Reoffending!),
            PeopleShows.Expected => $"Of the entries with a score, how many reoffended, and how many the score {measure.Score} expects to from sex, age, sanctions and offence. {Reoffending(measure.Reoffending!)}",
            PeopleShows.Tracker => $"Share for whom {measure.To!.InWords} has come by so many days after the index date, of the people watched for so long{(measure.Unless is { } unless ? $"; the matter ends with {unless.InWords}" : "")}.",
            PeopleShows.Prevalence => $"Share of people for each of: {Listed(measure.Each)}. Someone may have several.{Beside(measure)}",
            PeopleShows.Mix => $"Share of people in each class, everyone in the first that holds: {Listed(measure.Each)}.",
            PeopleShows.Yearly => $"People with an event in the year ({Kinds(measure)}), by the first class that any of theirs is in: {Listed(measure.Classes)}.",
            PeopleShows.Persistence => string.Create(CultureInfo.InvariantCulture, $"Of the {measure.Top[0]}% of people with the most events in a year ({Kinds(measure)}), the share who are among them the next year; and the same of the others with any."),
            PeopleShows.Where => $"People with any event ({Kinds(measure)}) in each place, by {measure.At.Replace('_', ' ')}{(measure.From is null ? "" : ", and the kilometres from home")}. Someone may be in several.",
            PeopleShows.Factors => string.Create(CultureInfo.InvariantCulture, $"Which of these go with coming back ({measure.To!.InWords}, at most {measure.WithinDays} days after the index date) when the others are held alike: {Listed(measure.Each)}.{HeldAlike(measure)} Chosen by the lasso on one half of the people and measured on the other: the odds with a thing over the odds without it, and the percentage points by which more come back."),
            _ => $"Mean and median of {measure.Value!.InWords}.",
        };
        if (measure.Adjust.Count > 0) shown += $" Adjusted for {string.Join("; ", measure.Adjust.Select(Alike))}.";
        return cohort == Cohort.Everyone ? $"{shown} Cohort: {cohort.Title}." : $"{shown} Cohort: {cohort.Title}. {cohort.InWords}";
    }

    private static string Alike(CaseMixPart part) => part.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{part.Name} ({value.InWords}{(part.Bands.Count > 0 ? $", from {string.Join(", ", part.Bands)}" : "")})")
        : $"{part.Name} ({string.Join(", ", part.Each.Select(e => e.Name))})";

    private static string Counted(PeopleMeasure measure) => measure.Adds switch
    {
        EventAmount.Days => $"days from start to end of {Kinds(measure)}",
        EventAmount.Severity => $"severity weights of the offences of {Kinds(measure)}",
        _ => measure.Count!.InWords,
    };

    private static string Kinds(PeopleMeasure measure) =>
        $"{string.Join(", ", measure.Kinds.Select(k => k.Replace('-', ' ')))}{(measure.KindsWhere is { } where ? $", where {where.InWords}" : "")}";

    private static string Listed(IReadOnlyList<PeopleThing> things) =>
        string.Join("; ", things.Select(t => t.Where is { } where ? $"{t.Name} ({where.InWords})" : $"{t.Name} (the cohort {t.Cohort})"));

    private static string HeldAlike(PeopleMeasure measure) => measure.With.Count == 0 ? "" : $" Held alike besides: {string.Join(", ", measure.With.Select(w => w.InWords))}.";

    /// <summary>With its first letter large.</summary>
    public static string Capital(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Beside(PeopleMeasure measure) => measure.To is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" Beside it those who came back ({measure.To.InWords}, at most {measure.WithinDays} days after the index date) and those who did not.");

    private static string Reoffending(ReoffendingRule rule) => string.Create(CultureInfo.InvariantCulture,
        $"Share of entries ({string.Join("; ", rule.Entries.Select(e => e.Name))}) after which the person committed an offence within {rule.FollowUpMonths} months that was proven ({string.Join(", ", rule.ProofKinds.Select(k => k.Replace('-', ' ')))}) within {rule.ProofMonths} months of entry.");

    // The days of the cohort where it has them: an offence long before the first arrest is no part of the time the arrests cover.
    // Months, since a first or last day may be one person's.
    public static string Dated(DrawnCohort drawn)
    {
        if (drawn.IndexDay is not { } index) return Dated(drawn.Stories);
        int[] days = [.. index.Where((day, p) => drawn.IsIn[p] && day != Days.Unknown)];
        return days.Length == 0 ? "not dated" : string.Create(CultureInfo.InvariantCulture, $"{Days.Date(days.Min()):MMMM uuuu} to {Days.Date(days.Max()):MMMM uuuu}");
    }

    private static string Dated(Stories stories) =>
        stories.Dated is { } dated ? string.Create(CultureInfo.InvariantCulture, $"{dated.First:MMMM uuuu} to {dated.Last:MMMM uuuu}") : "not dated";

    // A few feeds are named; of many, the agencies that sent them say more.
    public static string Records(Stories stories, PeopleNames names)
    {
        string[] feeds = [.. stories.Sources.Select(s => s.Feed).Distinct().Order(StringComparer.Ordinal)];
        string[] agencies = [.. feeds.Select(names.AgencyOfFeed).Where(a => a.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        return feeds.Length <= MostFeeds || agencies.Length == 0
            ? $"Records taken in by {string.Join(", ", feeds)}"
            : string.Create(CultureInfo.InvariantCulture, $"Records of {string.Join(", ", agencies)}, taken in by {feeds.Length} feeds");
    }
}
