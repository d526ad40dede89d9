using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>The events of a measure's kinds that the people of a cohort have, in order of person and day.</summary>
/// <param name="Person">The person of each.</param>
/// <param name="Day">Its day.</param>
/// <param name="Event">Its row among all events.</param>
/// <param name="Place">The first class it is in; the number of classes for none.</param>
sealed record GatheredEvents(int[] Person, int[] Day, int[] Event, int[] Place)
{
    public static Outcome<GatheredEvents> Of(PeopleMeasure measure, IReadOnlyList<PeopleThing> classes, DrawnCohort drawn, PeopleSetting setting)
    {
        Stories stories = drawn.Stories;
        if (EventFilter.Of(stories, setting.Also, measure.Kinds, measure.KindsWhere).Refused(out Refusal? why, out EventFilter? wanted)) return why;
        List<EventFilter> filters = [];
        foreach (PeopleThing thing in classes)
        {
            if (EventFilter.Of(stories, setting.Also, measure.Kinds, thing.Where).Refused(out why, out EventFilter? filter)) return why;
            filters.Add(filter);
        }
        SortedList<int, List<(int Person, int Day, int Event, int Place)>> parts = [];
        StoryRows.Each(stories, null, people =>
        {
            StoryRows events = people.Events;
            bool[] fits = wanted.Of(events);
            if (!fits.AsSpan().Contains(true)) return;
            bool[][] places = [.. filters.Select(f => f.Of(events))];
            List<(int, int, int, int)> own = [];
            for (int p = 0; p < people.Count; p++)
            {
                if (!drawn.IsIn[people.From + p]) continue;
                for (int e = people.First[p]; e < people.First[p + 1]; e++)
                    if (fits[e]) own.Add((people.From + p, events.Starts[e], events.From + e, First(places, e)));
            }
            lock (parts) parts.Add(people.From, own);
        });
        (int Person, int Day, int Event, int Place)[] all = [.. parts.Values.SelectMany(p => p)];
        return new GatheredEvents([.. all.Select(a => a.Person)], [.. all.Select(a => a.Day)], [.. all.Select(a => a.Event)], [.. all.Select(a => a.Place)]);
    }

    private static int First(bool[][] places, int e)
    {
        for (int c = 0; c < places.Length; c++)
            if (places[c][e]) return c;
        return places.Length;
    }
}
