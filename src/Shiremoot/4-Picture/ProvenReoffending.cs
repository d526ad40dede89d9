using System.Globalization;
using NodaTime;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Picture.Reoffending;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>
/// Proven reoffending after the Ministry of Justice's definition: an offence committed within a year of entry and proven within that year or six months more, by quarter of entry. Method:
/// docs/methods/proven-reoffending.md.
/// </summary>
static class ProvenReoffending
{
    /// <summary>The entries of all people, with what followed, in order of person and day.</summary>
    public static Outcome<EntryList> Entries(ReoffendingRule rule, PeopleSetting setting)
    {
        Stories stories = setting.Stories;
        List<EventFilter> filters = [];
        foreach (ReoffendingEntry entry in rule.Entries)
        {
            if (EventFilter.Of(stories, setting.Also, entry.Kinds, entry.Where).Refused(out Refusal? why, out EventFilter? way)) return why;
            filters.Add(way);
        }
        if (EventFilter.Of(stories, setting.Also, rule.ProofKinds, rule.ProofWhere).Refused(out Refusal? unfit, out EventFilter? proof)) return unfit;
        filters.Add(proof);
        if (filters.Count > EventRoles.Most) return PeopleRefusals.TooManyWays(EventRoles.Most - 1);
        if (Committed(rule, setting).Refused(out unfit, out Cells<int>? committed)) return unfit;

        EventRoles roles = new(filters);
        EntryKernel kernel = new(filters.Count - 1, (Day(rule.From, int.MinValue + 1), Day(rule.Until, int.MaxValue)), rule.FollowUpMonths, rule.ProofMonths);
        SortedList<int, List<Entry>> parts = [];
        StoryRows.Each(stories, null, people =>
        {
            StoryRows events = people.Events;
            List<Entry> own = new(people.Count * 3);
            kernel.Follow((people.From, people.First), (events.From, events.Starts), roles.Of(events), committed.Read(events.From, events.Count), own);
            lock (parts) parts.Add(people.From, own);
        });
        return EntryList.Of([.. parts.Values]);
    }

    /// <summary>The rows of a measure: entries, those who reoffended, their share and their reoffences, for everyone and by each breakdown. Quarters not followed to their end are left out.</summary>
    public static Outcome<List<PeopleRow>> Rows(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, IReadOnlyList<CohortText> by, List<string> notes)
    {
        ReoffendingRule rule = measure.Reoffending!;
        if (Entries(rule, setting).Refused(out Refusal? why, out EntryList? entries)) return why;
        bool[] isIn = Array.ConvertAll(entries.Person, p => drawn.IsIn[p]);
        if (Breakdowns(by, new EntryColumns(setting.Stories, rule, entries), isIn, drawn, setting).Refused(out why, out List<Groups>? breakdowns)) return why;
        byte[] answer = Answer(rule, setting.Stories, entries, isIn, out int? lastMature);
        Note(rule, entries, answer, lastMature, setting.Rules, notes);
        notes.Add("Means are reoffences per person who reoffended.");
        Shares shares = Shares.Of(answer, breakdowns, setting.Rules, setting.Interval);
        List<PeopleRow> rows = [];
        for (int b = 0; b < breakdowns.Count; b++)
        {
            long[] reoffences = Reoffences(entries, answer, breakdowns[b]);
            for (int g = 0; g < reoffences.Length; g++) rows.Add(WithReoffences(shares.Row(breakdowns[b], b, g), reoffences[g], setting.Rules));
        }
        return rows;
    }

    /// <summary>Everyone, then the groups of each breakdown.</summary>
    public static Outcome<List<Groups>> Breakdowns(IReadOnlyList<CohortText> by, EntryColumns columns, bool[] isIn, DrawnCohort drawn, PeopleSetting setting)
    {
        List<Groups> breakdowns = [Groups.Everyone(isIn.Length)];
        foreach (CohortText text in by)
        {
            Outcome<StoryColumn> column = columns.Of(text.Written) is { } own ? own : text.Value(setting.Stories, setting.Also, drawn.IndexDay).Then<StoryColumn>(c => columns.OfPeople(c));
            if (column.Then(c => Groups.Make(c, isIn)).Refused(out Refusal? why, out Groups? groups)) return why;
            breakdowns.Add(groups);
        }
        return breakdowns;
    }

    private static PeopleRow WithReoffences(PeopleRow row, long reoffences, DisclosureRules rules)
    {
        if (row.With!.Value.IsWithheld || row.People.IsWithheld) return row with { Events = default(ProtectedCount), Mean = default(Protected<double>) };
        ProtectedCount shown = rules.Protect(new RawCount(reoffences));
        return row with { Events = shown, Mean = shown.With(row.With.Value, (events, people) => people == 0 ? double.NaN : (double)events / people) };
    }

    private static long[] Reoffences(EntryList entries, byte[] answer, Groups groups)
    {
        long[] sums = new long[groups.Labels.Count];
        for (int e = 0; e < answer.Length; e++)
            if (answer[e] == Answers.Yes) sums[groups.Of[e]] += entries.Reoffences[e];
        return sums;
    }

    // An entry is mature when the last day of the records lies beyond the end of its quarter by the time allowed for proof and the time a proof takes to come in.
    public static byte[] Answer(ReoffendingRule rule, Stories stories, EntryList entries, bool[] isIn, out int? lastMature)
    {
        byte[] answer = new byte[entries.Count];
        lastMature = null;
        (int known, bool isMature) = (-1, false);
        for (int e = 0; e < answer.Length; e++)
        {
            int quarter = entries.Quarter[e];
            if (quarter != known) (known, isMature) = (quarter, stories.LastDay != Days.Unknown && (long)Days.PlusMonths(EndOf(quarter), rule.ProofMonths) + rule.LagDays <= stories.LastDay);
            if (isMature && isIn[e]) lastMature = Math.Max(lastMature ?? quarter, quarter);
            answer[e] = !isIn[e] ? Answers.Outside : !isMature ? Answers.LeftOut : entries.Reoffences[e] > 0 ? Answers.Yes : Answers.No;
        }
        return answer;
    }

    public static void Note(ReoffendingRule rule, EntryList entries, byte[] answer, int? lastMature, DisclosureRules rules, List<string> notes)
    {
        long earlier = 0, undated = 0;
        for (int e = 0; e < answer.Length; e++)
        {
            if (answer[e] is not (Answers.Yes or Answers.No)) continue;
            earlier += entries.Earlier[e];
            undated += entries.Undated[e];
        }
        string last = lastMature is { } quarter ? $"The last quarter followed for long enough is {EntryColumns.QuarterName(quarter)}; later ones are left out, those who reoffended early among them." : "No quarter has been followed for long enough yet.";
        notes.Add(last);
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"People are entries: someone who enters in several quarters counts in each. A reoffence is committed after entry and at most {rule.FollowUpMonths} months later, and proven at most {rule.ProofMonths} months after entry."));
        if (earlier > 0) notes.Add($"{PeopleDrawing.Shown(rules, earlier)} proofs after entry were of offences committed before it (pseudo-reconvictions) and do not count.");
        if (undated > 0) notes.Add($"{PeopleDrawing.Shown(rules, undated)} proofs after entry have no day of the offence and do not count.");
    }

    private static Outcome<Cells<int>> Committed(ReoffendingRule rule, PeopleSetting setting)
    {
        StoryColumn? column = setting.Stories.OfEvents.FirstOrDefault(c => c.Name == rule.Committed);
        if (column is { Value: StoryValue.Day }) return Outcome.Of(column.DayCells);
        bool mayCome = setting.Also.Attributes.Contains(rule.Committed) || column is { Words.Length: 0 };
        return mayCome ? Outcome.Of<Cells<int>>(new ArrayCells<int>(Enumerable.Repeat(Days.Unknown, setting.Stories.EventCount).ToArray())) : PeopleRefusals.NoOffenceDay(rule.Committed);
    }

    private static int Day(LocalDate? day, int otherwise) => day is { } known ? Days.Number(known) : otherwise;

    private static int EndOf(int quarter) => Days.Number(new LocalDate(quarter / 4, ((quarter % 4) * 3) + 1, 1).PlusMonths(3));
}
