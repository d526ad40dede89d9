using System.Globalization;
using Shiremoot.Records;

namespace Shiremoot.Picture;

/// <summary>What a measure of people shows, said in plain English.</summary>
static class PeopleWords
{
    public static string Definition(PeopleMeasure measure, Cohort cohort)
    {
        string shown = measure.Shows switch
        {
            PeopleShows.People => "Number of people.",
            PeopleShows.Events => $"Events: {measure.Count!.InWords}, added up; and the people with any.",
            PeopleShows.Spells => $"Spells of {string.Join(", ", measure.Kinds)}: their number, the people with any, and their length from start to end in days.",
            PeopleShows.Concentration => $"Share of {measure.Count!.InWords} held by the people with the most.",
            PeopleShows.Outcome => $"Share for whom {measure.Outcome!.InWords}.",
            PeopleShows.Return => string.Create(CultureInfo.InvariantCulture, $"Share for whom {measure.To!.InWords} falls after the index date and at most {measure.WithinDays} days after it."),
            _ => $"Mean and median of {measure.Value!.InWords}.",
        };
        return $"{shown} Cohort: {cohort.Title}. {cohort.InWords}";
    }

    public static string Dated(Stories stories) =>
        stories.Dated is { } dated ? string.Create(CultureInfo.InvariantCulture, $"{dated.First:d MMMM uuuu} to {dated.Last:d MMMM uuuu}") : "not dated";

    public static string Records(Stories stories) => $"Records taken in by {string.Join(", ", stories.Sources.Select(s => s.Feed).Distinct().Order(StringComparer.Ordinal))}";
}
