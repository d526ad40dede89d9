namespace Shiremoot.Futures;

/// <summary>
/// What one person's way through the stages came to, beside the events in <see cref="Life"/>: cases, entries into the count of proven
/// reoffending, what they are. A buffer, filled again for each person. Days are whole numbers in the calendar of the run.
/// </summary>
internal sealed class Career
{
    public readonly Life Life = new();
    public readonly Rows<CaseRow> Cases = new();
    public readonly Rows<IndexRow> Entries = new();

    /// <summary>Days of contact with a justice agency, in order: the events recorded, but for the offence itself.</summary>
    public readonly Rows<int> Contacts = new();

    /// <summary>Services had, in order.</summary>
    public readonly Rows<ServedRow> Served = new();

    /// <summary>What is lasting in the person.</summary>
    public float Vulnerability, Frailty;

    /// <summary>The day the career begins, and whether the person was a child then.</summary>
    public int Onset;

    public bool BeganAsChild;

    /// <summary>Places of the events by kind: those of kind k are ByKind[Starts[k]] up to ByKind[Starts[k + 1]]. Made by <see cref="Index"/>.</summary>
    public int[] Starts = [], ByKind = new int[64];

    /// <summary>Sorts the places of the events by kind, in their order within a kind.</summary>
    public void Index(int kinds)
    {
        if (Starts.Length != kinds + 2) Starts = new int[kinds + 2];
        else Array.Clear(Starts);
        ReadOnlySpan<LifeEvent> events = Life.Events;
        if (ByKind.Length < events.Length) ByKind = new int[events.Length * 2];
        foreach (ref readonly LifeEvent e in events) Starts[e.Kind + 2]++;
        for (int k = 2; k < Starts.Length; k++) Starts[k] += Starts[k - 1];
        for (int i = 0; i < events.Length; i++) ByKind[Starts[events[i].Kind + 1]++] = i;
    }

    /// <summary>The places of the events of a kind.</summary>
    public ReadOnlySpan<int> OfKind(int kind) => ByKind.AsSpan(Starts[kind], Starts[kind + 1] - Starts[kind]);

    /// <summary>Moves all but the life by so many days, where the life was moved.</summary>
    public void Follow(int days)
    {
        if (days == 0) return;
        foreach (ref CaseRow row in Cases.All) row = row with { OffenceDay = row.OffenceDay + days, ProvenDay = row.ProvenDay == int.MaxValue ? int.MaxValue : row.ProvenDay + days };
        foreach (ref IndexRow row in Entries.All) row = row with { Day = row.Day + days };
        foreach (ref int day in Contacts.All) day += days;
        foreach (ref ServedRow row in Served.All) row = row with { Day = row.Day + days };
        Onset += days;
    }

    public void Clear()
    {
        Life.Clear();
        Cases.Count = Entries.Count = Contacts.Count = Served.Count = 0;
    }
}

/// <summary>One case: its offence and, if it was proven, when (otherwise int.MaxValue).</summary>
internal record struct CaseRow(int OffenceDay, int ProvenDay, short Group);

/// <summary>An entry into the count of proven reoffending.</summary>
/// <param name="Day">The day follow-up starts.</param>
/// <param name="Kind">Number of the kind: caution, court, community, custody in the model's order.</param>
/// <param name="Amount">Days of the sentence, 0 without one.</param>
/// <param name="IsChild">Under 18 on the day.</param>
/// <param name="Case">The case it is of; later cases are what may follow.</param>
internal record struct IndexRow(int Day, short Kind, int Amount, bool IsChild, short Case);

/// <summary>A service had: under what name odds speak of it, at which stage it was offered, and when.</summary>
internal record struct ServedRow(short Covariate, short Stage, int Day);

/// <summary>A list whose storage is kept from person to person.</summary>
internal sealed class Rows<T>
{
    private T[] items = new T[16];

    public int Count;

    public Span<T> All => items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        items[Count++] = item;
    }
}
