namespace Shiremoot.Futures.Extracts;

/// <summary>Which event a column speaks of: the row's own, or one of some kinds in its case.</summary>
sealed class EventChoice
{
    private readonly bool[]? kinds;
    private readonly EventPick pick;

    public EventChoice(ExtractColumn column, IReadOnlyList<string> known)
    {
        kinds = column.Of.Count == 0 ? null : Mask(column.Of, known);
        pick = column.Pick;
    }

    public bool IsOwn => kinds is null;

    public static bool[] Mask(IReadOnlyList<string> ids, IReadOnlyList<string> known) => [.. known.Select(k => ids.Contains(k))];

    /// <summary>Its place in the life, or -1. What happens after the extracts end has not happened.</summary>
    public int Find(ExtractRow row)
    {
        if (kinds is null) return row.Index;
        int found = -1;
        ReadOnlySpan<LifeEvent> life = row.Life.Events;
        foreach (int at in row.Cases.Of(row.Event.Case))
        {
            ref readonly LifeEvent e = ref life[at];
            if (e.Day >= row.Until) break;
            if (!kinds[e.Kind]) continue;
            switch (pick)
            {
                case EventPick.First: return at;
                case EventPick.Last: found = at; break;
                case EventPick.Next when at != row.Index && e.Day >= row.Event.Day: return at;
                case EventPick.Before when at != row.Index && e.Day <= row.Event.Day: found = at; break;
                default: break;
            }
        }
        return found;
    }
}
