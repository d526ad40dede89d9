namespace Shiremoot.Picture.Reoffending;

/// <summary>An entry into the cohort, and what followed.</summary>
/// <param name="Person">The person's number.</param>
/// <param name="Event">The entry event, by its number among all events.</param>
/// <param name="Way">Which of the ways in.</param>
/// <param name="Quarter">Quarters since the year 0.</param>
/// <param name="Day">The day of entry.</param>
/// <param name="Reoffences">Offences committed in the follow-up and proven in time.</param>
/// <param name="Earlier">Proofs in time of offences committed before or on the day of entry: pseudo-reconvictions, which do not count.</param>
/// <param name="Undated">Proofs in time of offences whose day is not known, which do not count.</param>
/// <param name="FirstDay">The day the first of the reoffences was committed; unknown if there is none.</param>
readonly record struct Entry(int Person, int Event, int Way, int Quarter, int Day, int Reoffences, int Earlier, int Undated, int FirstDay);

/// <summary>Entries into the cohort and what followed, as columns in order of person and day: one entry a person and quarter.</summary>
sealed class EntryList
{
    private EntryList(int count)
    {
        static int[] Column(int count) => GC.AllocateUninitializedArray<int>(count);
        (Person, Event, Way, Quarter, Day) = (Column(count), Column(count), Column(count), Column(count), Column(count));
        (Reoffences, Earlier, Undated, FirstDay) = (Column(count), Column(count), Column(count), Column(count));
    }

    public int[] Person { get; }

    public int[] Event { get; }

    public int[] Day { get; }

    public int[] Way { get; }

    public int[] Quarter { get; }

    public int[] Reoffences { get; }

    public int[] Earlier { get; }

    public int[] Undated { get; }

    public int[] FirstDay { get; }

    public int Count => Person.Length;

    /// <summary>Puts the entries of stretches of people together, in the order given.</summary>
    public static EntryList Of(IReadOnlyList<List<Entry>> stretches)
    {
        int[] from = new int[stretches.Count + 1];
        for (int s = 0; s < stretches.Count; s++) from[s + 1] = from[s] + stretches[s].Count;
        EntryList all = new(from[^1]);
        Parallel.For(0, stretches.Count, s =>
        {
            int at = from[s];
            foreach (Entry entry in stretches[s]) all.Put(at++, entry);
        });
        return all;
    }

    private void Put(int at, in Entry entry)
    {
        (Person[at], Event[at], Way[at], Quarter[at], Day[at]) = (entry.Person, entry.Event, entry.Way, entry.Quarter, entry.Day);
        (Reoffences[at], Earlier[at], Undated[at], FirstDay[at]) = (entry.Reoffences, entry.Earlier, entry.Undated, entry.FirstDay);
    }
}
