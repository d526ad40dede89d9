namespace Shiremoot.Futures.Extracts;

/// <summary>The events of one life by case, so that a column may look at other events of its row's case without walking the whole life.</summary>
sealed class CaseEvents
{
    private int[] starts = new int[16];
    private int[] events = new int[64];
    private int cases;

    public void Index(ReadOnlySpan<LifeEvent> life)
    {
        cases = 0;
        foreach (ref readonly LifeEvent e in life) cases = Math.Max(cases, e.Case + 1);
        if (starts.Length < cases + 2) starts = new int[Math.Max(cases + 2, starts.Length * 2)];
        if (events.Length < life.Length) events = new int[Math.Max(life.Length, events.Length * 2)];
        Array.Clear(starts, 0, cases + 2);
        foreach (ref readonly LifeEvent e in life)
            if (e.Case >= 0) starts[e.Case + 2]++;
        for (int c = 2; c < cases + 2; c++) starts[c] += starts[c - 1];
        for (int i = 0; i < life.Length; i++)
            if (life[i].Case >= 0) events[starts[life[i].Case + 1]++] = i;
    }

    /// <summary>Places in the life of a case's events, in order of day.</summary>
    public ReadOnlySpan<int> Of(int number) => number < 0 ? [] : events.AsSpan(starts[number], starts[number + 1] - starts[number]);
}
