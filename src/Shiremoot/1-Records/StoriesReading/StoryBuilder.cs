using Shiremoot.Terms;

namespace Shiremoot.Records.StoriesReading;

/// <summary>Gathers records and events in any order and puts them together as stories.</summary>
/// <param name="people">Which records are of one person; null: each is a person.</param>
sealed class StoryBuilder(RecordPeople? people = null)
{
    private readonly RecordKeys records = new();
    private readonly List<int> personOf = [];
    private readonly Dictionary<long, int> numbers = [];
    private readonly WordTable kinds = new();
    private readonly GrowingColumn agency = new("agency");
    private readonly GrowingColumn sex = new("sex");
    private readonly GrowingColumn ethnicity = new("ethnicity");
    private readonly AttributeColumns ofPeople = new();
    private readonly GrowingColumn[] eventTexts = [new("offence"), new("disposal"), new("provider"), new("area")];
    private readonly GrowingColumn eventAgency = new("agency");
    private readonly GrowingColumn amount = new("amount");
    private readonly AttributeColumns ofEvents = new();
    private int count;
    private int[] birth = [];
    private int[] person = new int[64];
    private int[] kind = new int[64];
    private int[] startDay = new int[64];
    private short[] startMinute = new short[64];
    private int[] endDay = new int[64];
    private int events;

    /// <summary>The number of a record, which is new if agency and reference are.</summary>
    public int Person(ReadOnlySpan<byte> ofAgency, ReadOnlySpan<byte> reference)
    {
        int number = records.Number(ofAgency, reference);
        if (number < personOf.Count) return number;
        agency.Set(number, ofAgency);
        if (people?.Of(ofAgency, reference) is not { } known) personOf.Add(count++);
        else if (numbers.TryGetValue(known, out int met)) personOf.Add(met);
        else personOf.Add(numbers[known] = count++);
        return number;
    }

    public void Sex(int ofPerson, ReadOnlySpan<byte> text) => sex.Set(ofPerson, text);

    public void Ethnicity(int ofPerson, ReadOnlySpan<byte> text) => ethnicity.Set(ofPerson, text);

    public void Birth(int ofPerson, int day)
    {
        if (ofPerson >= birth.Length)
        {
            int before = birth.Length;
            Array.Resize(ref birth, Math.Max(64, Math.Max(before * 2, ofPerson + 1)));
            Array.Fill(birth, Days.Unknown, before, birth.Length - before);
        }
        birth[ofPerson] = day;
    }

    public void Attributes(int ofPerson, ReadOnlySpan<byte> json) => ofPeople.Put(ofPerson, json);

    public GrowingColumn PersonColumn(string name) => name switch
    {
        "sex" => sex,
        "ethnicity" => ethnicity,
        _ => ofPeople.Named(name),
    };

    /// <summary>Adds an event and gives its number, under which its further texts are put.</summary>
    public int Event(int ofPerson, ReadOnlySpan<byte> ofKind, int start, int minute, int end)
    {
        int e = events++;
        if (e == person.Length) Grow();
        (person[e], kind[e], startDay[e], startMinute[e], endDay[e]) = (ofPerson, kinds.Code(ofKind), start, (short)minute, end);
        return e;
    }

    public void EventAgency(int e, ReadOnlySpan<byte> ofAgency) => eventAgency.Set(e, ofAgency);

    /// <summary>Which: 0 offence, 1 disposal, 2 provider, 3 area.</summary>
    public void EventText(int e, int which, ReadOnlySpan<byte> text) => eventTexts[which].Set(e, text);

    public void Amount(int e, double value) => amount.Set(e, value);

    public void EventAttributes(int e, ReadOnlySpan<byte> json) => ofEvents.Put(e, json);

    public GrowingColumn EventColumn(string name) => ofEvents.Named(name);

    public Stories Build(IReadOnlyList<StorySource> sources)
    {
        int[] whose = [.. personOf];
        for (int e = 0; e < events; e++) person[e] = whose[person[e]];
        (int[] order, int[] first) = EventOrder.Of(person.AsSpan(0, events), startDay.AsSpan(0, events), startMinute.AsSpan(0, events), count);
        Gathering gathering = new(whose, count);
        StoryColumn[] peopleColumns =
        [
            gathering.Agencies(agency.Finish(whose.Length)), gathering.Most(sex.Finish(whose.Length)), gathering.Most(ethnicity.Finish(whose.Length)),
            gathering.Most(StoryColumn.OfDays("birth_date", GrowingColumn.Ordered(birth, whose.Length, null, Days.Unknown))),
            .. ofPeople.All.Select(c => gathering.Last(c.Finish(whose.Length))),
        ];
        StoryColumn[] eventColumns =
        [
            StoryColumn.OfWords("kind", GrowingColumn.Ordered(kind, events, order, -1), kinds.Words()),
            StoryColumn.OfDays("start", GrowingColumn.Ordered(startDay, events, order, Days.Unknown)),
            StoryColumn.OfDays("end", GrowingColumn.Ordered(endDay, events, order, Days.Unknown)),
            .. eventTexts.Select(c => c.Finish(events, order)), eventAgency.Finish(events, order), amount.Finish(events, order), .. ofEvents.All.Select(c => c.Finish(events, order)),
        ];
        return new Stories(sources, peopleColumns, eventColumns, first, new ArrayCells<int>(Array.ConvertAll(GrowingColumn.Ordered(startMinute, events, order, (short)-1), m => (int)m)));
    }

    private void Grow()
    {
        int length = events * 2;
        Array.Resize(ref person, length);
        Array.Resize(ref kind, length);
        Array.Resize(ref startDay, length);
        Array.Resize(ref startMinute, length);
        Array.Resize(ref endDay, length);
    }
}
