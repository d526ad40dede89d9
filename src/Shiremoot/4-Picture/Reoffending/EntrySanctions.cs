using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture.Reoffending;

/// <summary>The sanctions of people up to each of their entries, as columns: what a score asks of a criminal career. A sanction is a day on which something was proven.</summary>
/// <param name="Count">Days with a proof up to the day of entry, that day too; 0 where there is none.</param>
/// <param name="First">The first such day; unknown where there is none.</param>
/// <param name="Last">The last such day: of the current sanction.</param>
/// <param name="Event">The proof of the last day that names an offence, or the first of that day, by its number among all events; -1 for none.</param>
sealed record EntrySanctions(int[] Count, int[] First, int[] Last, int[] Event)
{
    // The event after the last one looked at, from which the person's next entry goes on.
    private readonly int[] resume = new int[Count.Length];

    /// <summary>Looks at the events of everyone with an entry.</summary>
    /// <param name="entries">In order of person and day.</param>
    /// <param name="proof">What proves an offence.</param>
    /// <param name="stories">The stories.</param>
    public static EntrySanctions Of(EntryList entries, EventFilter proof, Stories stories)
    {
        (int[] person, int[] day) = (entries.Person, entries.Day);
        EntrySanctions made = new(new int[person.Length], new int[person.Length], new int[person.Length], new int[person.Length]);
        Cells<int> offences = stories.OfEvents.First(c => c.Name == "offence").CodeCells;
        StoryRows.Each(stories, null, people =>
        {
            int from = FirstOf(person, people.From), until = FirstOf(person, people.From + people.Count);
            if (from == until) return;
            StoryRows events = people.Events;
            bool[] isProof = proof.Of(events);
            int[] offence = offences.Read(events.From, events.Count), start = events.Starts, first = people.First;
            for (int n = from; n < until; n++)
            {
                int p = person[n] - people.From;
                bool isSame = n > from && person[n] == person[n - 1];
                int e = isSame ? made.resume[n - 1] : first[p];
                Career career = isSame ? made.Of(n - 1) : Career.None;
                for (; e < first[p + 1] && start[e] <= day[n]; e++)
                    if (isProof[e] && start[e] != Days.Unknown) career = career.With(start[e], events.From + e, offence[e] >= 0, career.Event >= 0 && offence[career.Event - events.From] >= 0);
                made.Put(n, career, e);
            }
        });
        return made;
    }

    private Career Of(int n) => new(Count[n], First[n], Last[n], Event[n]);

    private void Put(int n, Career career, int next) => (Count[n], First[n], Last[n], Event[n], resume[n]) = (career.Count, career.First, career.Last, career.Event, next);

    private static int FirstOf(int[] sorted, int value)
    {
        int at = Array.BinarySearch(sorted, value);
        if (at < 0) return ~at;
        while (at > 0 && sorted[at - 1] == value) at--;
        return at;
    }

    // The sanctions of a person up to some day.
    private readonly record struct Career(int Count, int First, int Last, int Event)
    {
        public static readonly Career None = new(0, Days.Unknown, Days.Unknown, -1);

        public Career With(int day, int @event, bool namesOffence, bool hasOffence) =>
            Count == 0 ? new(1, day, day, @event)
            : day != Last ? new(Count + 1, First, day, @event)
            : namesOffence && !hasOffence ? this with { Event = @event }
            : this;
    }
}
