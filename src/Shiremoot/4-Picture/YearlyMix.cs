using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>
/// The people of a cohort with an event in each year, by the first class that any of theirs of that year is in: sentences, the heaviest first. Method: docs/methods/yearly-mix.md.
/// </summary>
static class YearlyMix
{
    public const string ByYear = "year";

    public static Outcome<List<PeopleRow>> Rows(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, List<string> notes)
    {
        if (GatheredEvents.Of(measure, measure.Classes, drawn, setting).Refused(out Refusal? why, out GatheredEvents? events)) return why;
        WholeYears years = WholeYears.Of(events.Day, measure.YearBegins);
        int people = drawn.Stories.PeopleCount, wide = years.Count;
        int[] best = new int[people * wide];
        YearKernel.Best(events.Person, years.Places(events.Day), events.Place, wide, best);
        notes.Add("A person counts once in each year, in the first class listed that any event of theirs of that year is in. Years that the events do not cover are left out.");

        // A row stands for a person in a year; everyone's row for all of them.
        Groups all = new("", ["Everyone"], []), byYear = new(ByYear, years.Labels, []);
        ClassTables tables = new([.. measure.Classes.Select(c => c.Name), PeopleMix.Rest], years.Count == 0 ? [all] : [all, byYear], (counts, groups) =>
        {
            for (int at = 0; at < best.Length; at++)
                if (best[at] >= 0) counts[groups == all ? 0 : at % wide, best[at]]++;
        }, setting);
        return tables.Rows();
    }
}
