using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>Stories put together as cases. A person has one case at a time, so that what has no offence's day beside it belongs to the latest case begun.</summary>
static class RecordedPeople
{
    private const int None = RecordedPerson.None;

    public static List<RecordedPerson> Of(Stories stories, IReadOnlyDictionary<string, int> groups, int quietUntil)
    {
        StoryColumn Person(string name) => stories.OfPeople.First(c => c.Name == name);
        StoryColumn Event(string name) => stories.OfEvents.First(c => c.Name == name);
        (StoryColumn sex, int[] birth) = (Person("sex"), Person("birth_date").Days);
        Words kind = new(Event("kind")), agency = new(Event("agency")), offence = new(Event("offence")), disposal = new(Event("disposal")), status = new(Event("status"));
        int[] start = stories.StartDay, end = stories.EndDay, offenceDay = Event("offence_date").Days, charged = Event("charge_date").Days;
        double[] amount = Event("amount").Numbers;
        List<RecordedPerson> people = [];
        for (int p = 0; p < stories.PeopleCount; p++)
        {
            bool? female = sex.Codes[p] < 0 ? null : sex.Words[sex.Codes[p]] == "female";
            RecordedPerson person = new() { Number = p, Birth = birth[p], IsFemale = female };
            List<RecordedCase> cases = person.Cases;
            RecordedCase Case(int day)
            {
                RecordedCase? found = cases.Find(c => c.OffenceDay == day);
                if (found is null) cases.Add(found = new RecordedCase(person, day));
                return found;
            }
            (int first, int last) = (stories.First[p], stories.First[p + 1]);
            // First what bears the day of its offence; then, in order, what belongs to the case then running.
            for (int e = first; e < last; e++)
            {
                bool isPolice = agency[e] == "police";
                int day = offenceDay[e];
                switch (kind[e])
                {
                    case "arrest" or "voluntary-interview" when day != None:
                        RecordedCase met = Case(day);
                        (met.Met, met.IsInterview, met.Offence) = (start[e], kind[e] == "voluntary-interview", offence[e]);
                        break;
                    case "offence" when !isPolice:
                        Case(start[e]).Offence = offence[e];
                        break;
                    case "conviction" when day != None:
                        Case(day).Conviction = start[e];
                        break;
                    case "sentence" when day != None:
                        RecordedCase sentenced = Case(day);
                        (sentenced.Sentence, sentenced.Disposal, sentenced.SentenceDays) = (start[e], disposal[e], double.IsNaN(amount[e]) ? 0 : amount[e]);
                        break;
                    case "no-further-action" or "community-resolution" or "caution" or "conditional-caution" or "youth-caution" or "youth-conditional-caution" or "charge" when isPolice && day != None:
                        RecordedCase decided = Case(day);
                        (decided.Outcome, decided.OutcomeDay) = (kind[e], start[e]);
                        break;
                }
            }
            cases.Sort((a, b) => a.OffenceDay.CompareTo(b.OffenceDay));
            for (int e = first; e < last; e++)
            {
                switch (kind[e])
                {
                    case "first-hearing" when Latest(cases, start[e]) is { } heard:
                        (heard.Hearing, heard.ChargeDay) = (start[e], charged[e]);
                        break;
                    case "trial" when Latest(cases, start[e]) is { } tried:
                        tried.Trial = start[e];
                        break;
                    case "victim-of-crime" or "domestic-abuse-in-the-home" or "mental-health-contact" or "liaison-and-diversion-contact" or "homelessness-duty" or "looked-after" or "early-help"
                        or "child-in-need" or "child-protection-plan" or "remand" or "custody-spell" or "probation-supervision" or "requirement" or "programme" or "breach":
                        person.Spans.Add(new(kind[e], start[e], end[e], disposal[e], status[e]));
                        break;
                }
                // An offence is known from its day, but nobody had met the person then.
                if (kind[e] is "arrest" or "voluntary-interview" || (agency[e] is "courts" or "prisons" or "probation" && kind[e] != "offence"))
                    person.FirstJustice = person.FirstJustice == None ? start[e] : Math.Min(person.FirstJustice, start[e]);
            }
            Finish(person, groups, quietUntil);
            people.Add(person);
        }
        return people;
    }

    private static int Earlier(int a, int b) => a == None ? b : b == None ? a : Math.Min(a, b);

    private static RecordedCase? Latest(List<RecordedCase> cases, int day) => cases.FindLast(c => c.OffenceDay <= day);

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

    /// <summary>A column of text by row.</summary>
    private sealed class Words(StoryColumn column)
    {
        private readonly int[] codes = column.Codes;
        private readonly string[] words = column.Words;

        public string this[int row] => codes[row] < 0 ? "" : words[codes[row]];
    }
}
