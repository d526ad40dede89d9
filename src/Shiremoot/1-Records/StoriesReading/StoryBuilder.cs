using Shiremoot.Terms;

namespace Shiremoot.Records.StoriesReading;

/// <summary>Gathers people and events in any order and puts them together as stories.</summary>
sealed class StoryBuilder
{
    private readonly WordTable people = new();
    private readonly WordTable kinds = new();
    private readonly GrowingColumn agency = new("agency");
    private readonly GrowingColumn sex = new("sex");
    private readonly GrowingColumn ethnicity = new("ethnicity");
    private readonly AttributeColumns ofPeople = new();
    private readonly GrowingColumn[] eventTexts = [new("offence"), new("disposal"), new("provider"), new("area")];
    private readonly GrowingColumn amount = new("amount");
    private readonly AttributeColumns ofEvents = new();
    private byte[] key = new byte[128];
    private int[] birth = [];
    private int[] person = new int[64];
    private int[] kind = new int[64];
    private int[] startDay = new int[64];
    private short[] startMinute = new short[64];
    private int[] endDay = new int[64];
    private int events;

    /// <summary>The number of a person, who is new if agency and reference are.</summary>
    public int Person(ReadOnlySpan<byte> ofAgency, ReadOnlySpan<byte> reference)
    {
        // The length stands between the two, so that no other pair has the same bytes.
        int length = ofAgency.Length + reference.Length + 2;
        if (key.Length < length) key = new byte[length * 2];
        ofAgency.CopyTo(key);
        key[ofAgency.Length] = (byte)(ofAgency.Length & 0xFF);
        key[ofAgency.Length + 1] = (byte)((ofAgency.Length >> 8) & 0xFF);
        reference.CopyTo(key.AsSpan(ofAgency.Length + 2));
        int before = people.Count;
        int number = people.Code(key.AsSpan(0, length));
        if (people.Count > before) agency.Set(number, ofAgency);
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

    /// <summary>Which: 0 offence, 1 disposal, 2 provider, 3 area.</summary>
    public void EventText(int e, int which, ReadOnlySpan<byte> text) => eventTexts[which].Set(e, text);

    public void Amount(int e, double value) => amount.Set(e, value);

    public void EventAttributes(int e, ReadOnlySpan<byte> json) => ofEvents.Put(e, json);

    public GrowingColumn EventColumn(string name) => ofEvents.Named(name);

    public Stories Build(IReadOnlyList<StorySource> sources)
    {
        (int[] order, int[] first) = EventOrder.Of(person.AsSpan(0, events), startDay.AsSpan(0, events), startMinute.AsSpan(0, events), people.Count);
        string[] names = kinds.Words();
        int[] kindInOrder = GrowingColumn.Ordered(kind, events, order, -1);
        int[] start = GrowingColumn.Ordered(startDay, events, order, Days.Unknown), end = GrowingColumn.Ordered(endDay, events, order, Days.Unknown);
        StoryColumn[] peopleColumns =
        [
            agency.Finish(people.Count), sex.Finish(people.Count), ethnicity.Finish(people.Count),
            StoryColumn.OfDays("birth_date", GrowingColumn.Ordered(birth, people.Count, null, Days.Unknown)),
            .. ofPeople.All.Select(c => c.Finish(people.Count)),
        ];
        StoryColumn[] eventColumns =
        [
            StoryColumn.OfWords("kind", kindInOrder, names), StoryColumn.OfDays("start", start), StoryColumn.OfDays("end", end),
            .. eventTexts.Select(c => c.Finish(events, order)), amount.Finish(events, order), .. ofEvents.All.Select(c => c.Finish(events, order)),
        ];
        return new Stories(sources, peopleColumns, eventColumns, names, first, kindInOrder, start, GrowingColumn.Ordered(startMinute, events, order, (short)-1), end);
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
