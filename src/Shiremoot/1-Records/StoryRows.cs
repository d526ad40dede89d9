namespace Shiremoot.Records;

/// <summary>
/// Rows that something is worked out for at once: a stretch of people, or all events of a stretch of people. Stretches are short, so that what is worked out for one stays in the processor's
/// cache, and each is one thread's alone.
/// </summary>
sealed class StoryRows
{
    private const int PeopleAtOnce = 1024;
    private readonly StoryRows? people;
    private readonly int[]? indexDay;
    private readonly bool[]? wanted;
    private StoryRows? events;
    private int[]? kinds;
    private int[]? starts;
    private int[]? first;

    private StoryRows(Stories stories, int from, int count, int[]? indexDay, StoryRows? people, bool[]? wanted) =>
        (Stories, From, Count, this.indexDay, this.people, this.wanted) = (stories, from, count, indexDay, people, wanted);

    public Stories Stories { get; }

    /// <summary>The number of the first row.</summary>
    public int From { get; }

    public int Count { get; }

    /// <summary>Of people: who of the stretch is still asked about; for others any answer will do. Empty: everyone.</summary>
    public ReadOnlySpan<bool> Wanted => wanted is null ? [] : wanted.AsSpan(From, Count);

    /// <summary>The index day of each person of the stretch.</summary>
    public int[] IndexDay => indexDay!.AsSpan(From, Count).ToArray();

    /// <summary>The events of these people.</summary>
    public StoryRows Events => events ??= new StoryRows(Stories, Stories.First[From], Stories.First[From + Count] - Stories.First[From], null, this, null);

    /// <summary>Of people: where each one's events begin among <see cref="Events"/>, and where the last one's end.</summary>
    public int[] First => first ??= Array.ConvertAll(Stories.First[From..(From + Count + 1)], e => e - Stories.First[From]);

    /// <summary>Of events: their kinds.</summary>
    public int[] Kinds => kinds ??= Stories.KindCells.Read(From, Count);

    /// <summary>Of events: their days.</summary>
    public int[] Starts => starts ??= Stories.StartCells.Read(From, Count);

    /// <summary>A value of people, for these rows: for events, that of the person each is of.</summary>
    public int[] OfPerson(Cells<int> values)
    {
        if (people is null) return values.Read(From, Count);
        int[] own = values.Read(people.From, people.Count), made = new int[Count], begin = people.First;
        for (int p = 0; p < own.Length; p++) made.AsSpan(begin[p]..begin[p + 1]).Fill(own[p]);
        return made;
    }

    /// <summary>Goes through all people, a stretch after another, on as many threads as there are processors. The index day may be null where nothing asks for it.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="indexDay">The index day of each person.</param>
    /// <param name="work">What is done with a stretch.</param>
    /// <param name="wanted">Who is still asked about, which the work may change for those of its stretch; null: everyone.</param>
    /// <param name="threads">At most so many threads; -1: as many as there are processors.</param>
    public static void Each(Stories stories, int[]? indexDay, Action<StoryRows> work, bool[]? wanted = null, int threads = -1)
    {
        int people = stories.PeopleCount, stretches = (people + PeopleAtOnce - 1) / PeopleAtOnce;
        Parallel.For(0, stretches, new ParallelOptions { MaxDegreeOfParallelism = threads }, stretch =>
        {
            int from = stretch * PeopleAtOnce;
            work(new StoryRows(stories, from, Math.Min(PeopleAtOnce, people - from), indexDay, null, wanted));
        });
    }

    /// <summary>The rows of one person.</summary>
    public static StoryRows One(Stories stories, int person) => new(stories, person, 1, null, null, null);

    /// <summary>What is worked out for each stretch, put together for all people.</summary>
    public static T[] All<T>(Stories stories, int[]? indexDay, Func<StoryRows, T[]> work)
    {
        T[] all = new T[stories.PeopleCount];
        Each(stories, indexDay, rows => work(rows).CopyTo(all, rows.From));
        return all;
    }
}
