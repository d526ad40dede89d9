using Shiremoot.Records;

namespace Shiremoot.Economics.Costing;

/// <summary>The columns that pricing looks at, for a stretch of people at a time, in memory that is kept from one stretch to the next. Those nobody asks about stay empty.</summary>
sealed class CostColumns(CostRules rules)
{
    private readonly bool[]?[] truth = new bool[]?[rules.Where.Length];
    private StoryRows? events;
    private int[] kinds = [], starts = [], ends = [], offences = [], disposals = [], births = [];

    /// <summary>By event of the stretch; there may be more behind, of an earlier one.</summary>
    public int[] Kinds => kinds;

    public int[] Starts => starts;

    public int[] Ends => ends;

    public int[] Offences => offences;

    public int[] Disposals => disposals;

    /// <summary>By person.</summary>
    public int[] Births => births;

    /// <summary>Goes to another stretch.</summary>
    public void Read(StoryRows rows)
    {
        Stories stories = rows.Stories;
        int from = stories.First[rows.From], count = stories.First[rows.From + rows.Count] - from;
        Fill(stories.KindCells, from, count, ref kinds);
        Fill(stories.StartCells, from, count, ref starts);
        Fill(stories.EndCells, from, count, ref ends);
        if (rules.AsksOffence) Fill(Codes(stories, "offence"), from, count, ref offences);
        if (rules.AsksDisposal) Fill(Codes(stories, "disposal"), from, count, ref disposals);
        if (rules.AsksAge) Fill(stories.OfPeople.First(c => c.Name == "birth_date").DayCells, rows.From, rows.Count, ref births);
        if (truth.Length == 0) return;
        events = rows.Events;
        Array.Clear(truth);
    }

    /// <summary>Whether a further condition surely holds of an event. Worked out for the stretch the first time it is asked.</summary>
    public bool Holds(int condition, int e) => (truth[condition] ??= rules.Where[condition].Of(events!))[e];

    private static void Fill(Cells<int> cells, int from, int count, ref int[] into)
    {
        if (into.Length < count) into = new int[count + (count / 4)];
        cells.Read(from, into.AsSpan(0, count));
    }

    private static Cells<int> Codes(Stories stories, string column) => stories.OfEvents.First(c => c.Name == column).CodeCells;
}
