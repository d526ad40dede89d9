using Shiremoot.Records;
using Shiremoot.Records.Cohorts;

namespace Shiremoot.Economics.Costing;

/// <summary>The columns of a stretch of people that pricing looks at; those nobody asks about are empty.</summary>
sealed class CostColumns
{
    private readonly StoryRows events;
    private readonly byte[]?[] truth;
    private readonly Condition[] where;

    public CostColumns(StoryRows rows, CostRules rules)
    {
        events = rows.Events;
        (where, truth) = (rules.Where, new byte[]?[rules.Where.Length]);
        Stories stories = rows.Stories;
        (Kinds, Starts, Ends) = (events.Kinds, events.Starts, stories.EndCells.Read(events.From, events.Count));
        Offences = rules.AsksOffence ? Codes(stories, "offence") : [];
        Disposals = rules.AsksDisposal ? Codes(stories, "disposal") : [];
        Births = rules.AsksAge ? stories.OfPeople.First(c => c.Name == "birth_date").DayCells.Read(rows.From, rows.Count) : [];
    }

    public int[] Kinds { get; }

    public int[] Starts { get; }

    public int[] Ends { get; }

    public int[] Offences { get; }

    public int[] Disposals { get; }

    /// <summary>By person.</summary>
    public int[] Births { get; }

    /// <summary>Whether a further condition surely holds of an event. Worked out for the stretch the first time it is asked.</summary>
    public bool Holds(int condition, int e) => (truth[condition] ??= where[condition].Of(events))[e] == Truth.Yes;

    private int[] Codes(Stories stories, string column) => stories.OfEvents.First(c => c.Name == column).CodeCells.Read(events.From, events.Count);
}
