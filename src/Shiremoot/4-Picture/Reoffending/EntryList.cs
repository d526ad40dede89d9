namespace Shiremoot.Picture.Reoffending;

/// <summary>Entries into the cohort and what followed, in order of person and day: one entry a person and quarter.</summary>
sealed class EntryList
{
    public List<int> Person { get; } = [];

    /// <summary>The entry event, by its number among all events.</summary>
    public List<int> Event { get; } = [];

    public List<int> Day { get; } = [];

    /// <summary>Which of the ways in.</summary>
    public List<int> Way { get; } = [];

    /// <summary>Quarters since the year 0.</summary>
    public List<int> Quarter { get; } = [];

    /// <summary>Offences committed in the follow-up and proven in time.</summary>
    public List<int> Reoffences { get; } = [];

    /// <summary>Proofs in time of offences committed before or on the day of entry: pseudo-reconvictions, which do not count.</summary>
    public List<int> Earlier { get; } = [];

    /// <summary>Proofs in time of offences whose day is not known, which do not count.</summary>
    public List<int> Undated { get; } = [];

    /// <summary>The day the first of the reoffences was committed; unknown if there is none.</summary>
    public List<int> FirstDay { get; } = [];

    public int Count => Person.Count;

    public void Add(EntryList other)
    {
        Person.AddRange(other.Person);
        Event.AddRange(other.Event);
        Day.AddRange(other.Day);
        Way.AddRange(other.Way);
        Quarter.AddRange(other.Quarter);
        Reoffences.AddRange(other.Reoffences);
        Earlier.AddRange(other.Earlier);
        Undated.AddRange(other.Undated);
        FirstDay.AddRange(other.FirstDay);
    }
}
