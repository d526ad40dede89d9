namespace Shiremoot.Futures.Targets;

/// <summary>Looks back through the events of one case.</summary>
internal static class CasesBack
{
    /// <summary>
    /// The place of the last event of a kind before another in the same case, or -1. Contacts that belong to no case, and what is left over of the case
    /// before, may lie between.
    /// </summary>
    public static int Before(ReadOnlySpan<LifeEvent> events, int at, int kind)
    {
        int of = events[at].Case;
        for (int i = at - 1; i >= 0; i--)
        {
            if (events[i].Case == of && events[i].Kind == kind) return i;
            if (events[i].Case >= 0 && events[i].Case < of - 1) return -1;
        }
        return -1;
    }
}
