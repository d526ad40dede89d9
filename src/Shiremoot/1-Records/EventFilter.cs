using Shiremoot.Records.Cohorts;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>Events of some kinds that meet a condition on the event, such as sentences where disposal in list custodial.</summary>
sealed class EventFilter
{
    private readonly bool[] wanted;

    private EventFilter(bool[] wanted, Condition? where) => (this.wanted, Where) = (wanted, where);

    /// <summary>Which kinds of event may fit.</summary>
    public IReadOnlyList<bool> Wanted => wanted;

    /// <summary>What must hold of the event besides; null: nothing.</summary>
    public Condition? Where { get; }

    /// <summary>Refused where a name is not to be found. A kind that may come, but of which no event is at hand, fits none.</summary>
    public static Outcome<EventFilter> Of(Stories stories, CohortNames also, IReadOnlyList<string> kinds, CohortText? where)
    {
        Binding binding = new(stories, also, mayUseIndex: false);
        bool[] wanted = binding.Wanted([.. kinds.Select(k => new Syntax.Name(0, k))]);
        Condition? bound = where is null ? null : binding.OfEvents(where.Syntax);
        return binding.Faults.Count > 0 ? CohortRefusals.DoesNotFit($"{string.Join(" or ", kinds)}{(where is null ? "" : $", where {where.Written}")}", binding.Faults) : new EventFilter(wanted, bound);
    }

    /// <summary>For each of the events whether it surely fits.</summary>
    public bool[] Of(StoryRows events)
    {
        int[] kinds = events.Kinds;
        bool[] fits = new bool[kinds.Length];
        bool any = false;
        for (int e = 0; e < kinds.Length; e++) any |= fits[e] = wanted[kinds[e]];
        if (Where is null || !any) return fits;
        byte[] truth = Where.Of(events);
        for (int e = 0; e < fits.Length; e++) fits[e] &= truth[e] == Truth.Yes;
        return fits;
    }
}
