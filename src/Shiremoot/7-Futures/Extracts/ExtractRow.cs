namespace Shiremoot.Futures.Extracts;

/// <summary>What the columns of one row are written from. Filled again for each row.</summary>
sealed class ExtractRow
{
    private WrittenPerson[] written = [];
    private int registration;

    public CaseEvents Cases { get; } = new();

    public Life Life { get; set; } = null!;

    public Identity Identity { get; set; } = null!;

    /// <summary>The district of the person's true home on the row's day.</summary>
    public int Home => Identity.HomeOn(Event.Day).District;

    /// <summary>The row's event, by its place in the life.</summary>
    public int Index { get; private set; }

    public LifeEvent Event { get; private set; }

    /// <summary>The first day after the extracts.</summary>
    public required int Until { get; init; }

    /// <summary>The person's reference at the register, as a number of its pattern.</summary>
    public ulong Reference { get; private set; }

    /// <summary>Chance for whatever a column draws.</summary>
    public uint Drawn { get; private set; }

    /// <summary>The second of the day the event began.</summary>
    public int StartSecond { get; private set; }

    /// <summary>The second of the day of anything else in the row; on the same day it is not before <see cref="StartSecond"/>.</summary>
    public int OtherSecond { get; private set; }

    public ref WrittenPerson Person => ref written[registration];

    public void Put(int index, WrittenPerson[] people, int at, ulong reference)
    {
        (Index, Event, written, registration, Reference) = (index, Life.Events[index], people, at, reference);
    }

    public void Draw(uint times, uint drawn)
    {
        const long Day = 24 * 60 * 60;
        StartSecond = (int)((times & 0xFFFF) * Day >> 16);
        OtherSecond = StartSecond + (int)((times >> 16) * (Day - 1 - StartSecond) >> 16);
        Drawn = drawn;
    }
}
