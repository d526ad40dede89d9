using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>Stories put together as cases. A person has one case at a time, so that what has no offence's day beside it belongs to the latest case begun.</summary>
static class RecordedPeople
{
    private const int None = RecordedPerson.None;

    /// <summary>The people of the stories, with their cases.</summary>
    /// <param name="stories">Of the true people.</param>
    /// <param name="groups">The number of the group of each offence.</param>
    /// <param name="quietUntil">Whoever no justice agency has met before this day has their whole history in the records.</param>
    public static List<RecordedPerson> Of(Stories stories, IReadOnlyDictionary<string, int> groups, int quietUntil)
    {
        EventColumns events = new(stories);
        StoryColumn sex = stories.OfPeople.First(c => c.Name == "sex");
        int[] birth = stories.OfPeople.First(c => c.Name == "birth_date").Days;
        List<RecordedPerson> people = [];
        for (int p = 0; p < stories.PeopleCount; p++)
        {
            RecordedPerson person = new() { Number = p, Birth = birth[p], IsFemale = sex.Codes[p] < 0 ? null : sex.Words[sex.Codes[p]] == "female" };
            (int first, int last) = (stories.First[p], stories.First[p + 1]);
            for (int e = first; e < last; e++) AddByOffence(person, events, e);
            person.Cases.Sort((a, b) => a.OffenceDay.CompareTo(b.OffenceDay));
            for (int e = first; e < last; e++) AddByOrder(person, events, e);
            Finish(person, groups, quietUntil);
            people.Add(person);
        }
        return people;
    }

    // What bears the day of its offence.
    private static void AddByOffence(RecordedPerson person, EventColumns events, int e)
    {
        int day = events.OffenceDay[e];
        string kind = events.Kind[e];
        bool isPolice = events.Agency[e] == "police";
        if (kind == "offence" && !isPolice) Case(person, events.Start[e]).Offence = events.Offence[e];
        if (day == None) return;
        switch (kind)
        {
            case "arrest" or "voluntary-interview":
                RecordedCase met = Case(person, day);
                (met.Met, met.IsInterview, met.Offence) = (events.Start[e], kind == "voluntary-interview", events.Offence[e]);
                break;
            case "conviction":
                Case(person, day).Conviction = events.Start[e];
                break;
            case "sentence":
                RecordedCase sentenced = Case(person, day);
                (sentenced.Sentence, sentenced.Disposal, sentenced.SentenceDays) = (events.Start[e], events.Disposal[e], double.IsNaN(events.Amount[e]) ? 0 : events.Amount[e]);
                break;
            case "no-further-action" or "community-resolution" or "caution" or "conditional-caution" or "youth-caution" or "youth-conditional-caution" or "charge" when isPolice:
                RecordedCase decided = Case(person, day);
                (decided.Outcome, decided.OutcomeDay) = (kind, events.Start[e]);
                break;
        }
    }

    // What belongs to the case then running, or to none.
    private static void AddByOrder(RecordedPerson person, EventColumns events, int e)
    {
        (string kind, string agency, int start) = (events.Kind[e], events.Agency[e], events.Start[e]);
        switch (kind)
        {
            case "first-hearing" when Latest(person, start) is { } heard:
                (heard.Hearing, heard.ChargeDay) = (start, events.ChargeDay[e]);
                break;
            case "trial" when Latest(person, start) is { } tried:
                tried.Trial = start;
                break;
            case "victim-of-crime" or "mental-health-contact" or "liaison-and-diversion-contact" or "homelessness-duty" or "remand" or "custody-spell" or "probation-supervision" or "requirement" or "breach":
                person.Spans.Add(new(kind, start, events.End[e], events.Disposal[e], events.Status[e]));
                break;
        }
        // An offence is known from its day, but nobody had met the person then.
        if (kind is "arrest" or "voluntary-interview" || (agency is "courts" or "prisons" or "probation" && kind != "offence"))
            person.FirstJustice = person.FirstJustice == None ? start : Math.Min(person.FirstJustice, start);
    }

    private static RecordedCase Case(RecordedPerson person, int offenceDay)
    {
        RecordedCase? found = person.Cases.Find(c => c.OffenceDay == offenceDay);
        if (found is null) person.Cases.Add(found = new RecordedCase(person, offenceDay));
        return found;
    }

    private static RecordedCase? Latest(RecordedPerson person, int day) => person.Cases.FindLast(c => c.OffenceDay <= day);

    private static void Finish(RecordedPerson person, IReadOnlyDictionary<string, int> groups, int quietUntil)
    {
        bool hasHistory = person.FirstJustice >= quietUntil && person.Cases.Count > 0 && person.Cases[0].Met != None;
        int sanctions = 0;
        foreach (RecordedCase each in person.Cases)
        {
            (each.HasHistory, each.Sanctions, each.IsFirst) = (hasHistory, sanctions, hasHistory && each == person.Cases[0]);
            each.Group = groups.GetValueOrDefault(each.Offence);
            if (each.IsProven) sanctions++;
        }
    }

    /// <summary>The columns of events that are looked at.</summary>
    private sealed class EventColumns(Stories stories)
    {
        public Words Kind { get; } = new(Column(stories, "kind"));

        public Words Agency { get; } = new(Column(stories, "agency"));

        public Words Offence { get; } = new(Column(stories, "offence"));

        public Words Disposal { get; } = new(Column(stories, "disposal"));

        public Words Status { get; } = new(Column(stories, "status"));

        public int[] Start { get; } = stories.StartDay;

        public int[] End { get; } = stories.EndDay;

        public int[] OffenceDay { get; } = Column(stories, "offence_date").Days;

        public int[] ChargeDay { get; } = Column(stories, "charge_date").Days;

        public double[] Amount { get; } = Column(stories, "amount").Numbers;

        private static StoryColumn Column(Stories stories, string name) => stories.OfEvents.First(c => c.Name == name);
    }

    /// <summary>A column of text by row.</summary>
    private sealed class Words(StoryColumn column)
    {
        private readonly int[] codes = column.Codes;
        private readonly string[] words = column.Words;

        public string this[int row] => codes[row] < 0 ? "" : words[codes[row]];
    }
}
