namespace Shiremoot.Futures.Lives;

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

    public double Vulnerability, Frailty;

    /// <summary>The day the career begins, and whether the person was a child then.</summary>
    public int Onset;

    public bool BeganAsChild;

    public void Clear()
    {
        Life.Clear();
        Cases.Count = Entries.Count = Contacts.Count = 0;
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
