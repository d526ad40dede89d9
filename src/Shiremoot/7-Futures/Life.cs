namespace Shiremoot.Futures;

/// <summary>
/// One generated person's life in the justice system and around it: what they are, and their events in time order.
/// A buffer, filled again for each person: copy what must stay. Days are numbers of <see cref="Terms.Days"/>.
/// </summary>
public sealed class Life
{
    private LifeEvent[] events = new LifeEvent[64];

    /// <summary>The person's number in the run, from 0: the subject of all their streams of chance.</summary>
    public long Person { get; set; }

    public bool IsFemale { get; set; }

    /// <summary>Place in the list of ethnicities of the population.</summary>
    public int Ethnicity { get; set; }

    /// <summary>Place in the list of districts: where they live when first known.</summary>
    public int District { get; set; }

    public int BirthDay { get; set; }

    /// <summary>A bit for each need and adverse experience of the model, in its order.</summary>
    public uint Needs { get; set; }

    public int Count { get; private set; }

    /// <summary>The events in the order of their days.</summary>
    public ReadOnlySpan<LifeEvent> Events => events.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(in LifeEvent happened)
    {
        if (Count == events.Length) Array.Resize(ref events, events.Length * 2);
        events[Count++] = happened;
    }

    /// <summary>Moves the whole life, birth and all, by so many days.</summary>
    public void Shift(int days)
    {
        BirthDay += days;
        for (int i = 0; i < Count; i++)
        {
            ref LifeEvent e = ref events[i];
            e = e with { Day = e.Day + days, Until = e.Until + days };
        }
    }

    /// <summary>Puts the events in order of day; those of one day stay in the order they were added.</summary>
    public void Order()
    {
        for (int i = 1; i < Count; i++)
        {
            LifeEvent moving = events[i];
            int at = i;
            for (; at > 0 && events[at - 1].Day > moving.Day; at--) events[at] = events[at - 1];
            events[at] = moving;
        }
    }
}

/// <summary>Something that happened to a person.</summary>
/// <param name="Kind">Place in the model's list of event kinds (ids of the vocabulary).</param>
/// <param name="Disposal">Place in the model's list of disposals, or -1.</param>
/// <param name="Offence">Place in the model's list of offences, or -1.</param>
/// <param name="Case">Number of the case within the life, from 0; -1 for what belongs to no case.</param>
/// <param name="Day">The day it happened or began.</param>
/// <param name="Until">The day a span ended, not included; equal to <paramref name="Day"/> for what has no length. It may lie after the years generated.</param>
/// <param name="Amount">Days of the sentence passed, for a sentence; otherwise 0.</param>
public readonly record struct LifeEvent(short Kind, short Disposal, short Offence, short Case, int Day, int Until, int Amount);
