using NodaTime;
using Shiremoot.Records.StoriesReading;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>
/// The stories of all people of a place, as columns: people are numbers from 0, and events stand sorted by person, then day, minute and row,
/// so that a person's story is one stretch of every column. A person is who the spine says; without a spine, one agency's reference, so that the
/// same human at two agencies is two people. Individual values have no public way out.
/// </summary>
public sealed partial class Stories
{
    private readonly Lazy<(int First, int Last)> dated;

    internal Stories(IReadOnlyList<StorySource> sources, IReadOnlyList<StoryColumn> ofPeople, IReadOnlyList<StoryColumn> ofEvents, int[] first, Cells<int> minutes)
    {
        (Sources, OfPeople, OfEvents, First, MinuteCells) = (sources, ofPeople, ofEvents, first, minutes);
        StoryColumn Event(string name) => ofEvents.First(c => c.Name == name);
        (StoryColumn kind, StoryColumn start, StoryColumn end) = (Event("kind"), Event("start"), Event("end"));
        (Kinds, KindCells, StartCells, EndCells) = (kind.Words, kind.CodeCells, start.DayCells, end.DayCells);
        dated = new(() => EventDays.Of(StartCells));
    }

    /// <summary>The loads the stories were made from.</summary>
    public IReadOnlyList<StorySource> Sources { get; }

    /// <summary>What is known of people: agency, sex, ethnicity, birth_date, and what feeds keep beside.</summary>
    public IReadOnlyList<StoryColumn> OfPeople { get; }

    /// <summary>What is known of events: kind, start, end, offence, disposal, provider, area, amount, and what feeds keep beside.</summary>
    public IReadOnlyList<StoryColumn> OfEvents { get; }

    /// <summary>The kinds of event that occur.</summary>
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>Where the records come from: generated if any of them is, so that a mix is never shown as real.</summary>
    public Origin Origin => Sources.Any(s => s.Origin == Origin.Generated) ? Origin.Generated : Origin.Real;

    /// <summary>Number of people; a raw count.</summary>
    public RawCount People => new(PeopleCount);

    /// <summary>Number of events; a raw count.</summary>
    public RawCount Events => new(EventCount);

    /// <summary>The days of the first and the last dated event; null if no event has a day.</summary>
    public (LocalDate First, LocalDate Last)? Dated => LastDay == Days.Unknown ? null : (Days.Date(FirstDay), Days.Date(LastDay));

    internal int PeopleCount => First.Length - 1;

    internal int EventCount => KindCells.Count;

    /// <summary>Person p's events are First[p] up to First[p + 1].</summary>
    internal int[] First { get; }

    /// <summary>Place in <see cref="Kinds"/>.</summary>
    internal Cells<int> KindCells { get; }

    internal Cells<int> StartCells { get; }

    /// <summary>Minute of the start day, -1 where not known.</summary>
    internal Cells<int> MinuteCells { get; }

    internal Cells<int> EndCells { get; }

    internal int[] Kind => KindCells.All();

    internal int[] StartDay => StartCells.All();

    internal int[] EndDay => EndCells.All();

    internal int LastDay => dated.Value.Last;

    private int FirstDay => dated.Value.First;
}

/// <summary>One load that stories were made from.</summary>
public sealed record StorySource(long Load, string Feed, string FileName, Origin Origin, string TakenInAt);
