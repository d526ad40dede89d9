using Shiremoot.Records.Cohorts;

namespace Shiremoot.Records;

/// <summary>Several filters looked up at once: for each event a bit for each that it surely fits. One look at the kind serves them all.</summary>
sealed class EventRoles
{
    /// <summary>The most filters there may be.</summary>
    public const int Most = 32;

    private readonly IReadOnlyList<EventFilter> filters;
    private readonly uint[] ofKind;

    public EventRoles(IReadOnlyList<EventFilter> filters)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filters.Count, Most);
        this.filters = filters;
        ofKind = new uint[filters.Max(f => f.Wanted.Count)];
        for (int f = 0; f < filters.Count; f++)
            for (int kind = 0; kind < filters[f].Wanted.Count; kind++)
                if (filters[f].Wanted[kind]) ofKind[kind] |= 1u << f;
    }

    /// <summary>For each of the events the filters it fits.</summary>
    public uint[] Of(StoryRows events)
    {
        int[] kinds = events.Kinds;
        uint[] roles = new uint[kinds.Length];
        uint any = 0;
        for (int e = 0; e < kinds.Length; e++) any |= roles[e] = ofKind[kinds[e]];
        for (int f = 0; f < filters.Count; f++)
        {
            if (filters[f].Where is not { } where || (any >> f & 1) == 0) continue;
            byte[] truth = where.Of(events);
            for (int e = 0; e < roles.Length; e++)
                if (truth[e] != Truth.Yes) roles[e] &= ~(1u << f);
        }
        return roles;
    }
}
