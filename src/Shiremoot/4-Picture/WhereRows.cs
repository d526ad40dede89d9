using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>Where the events of a cohort happen, and how far from home. Someone with events in several places is counted in each. Method: docs/methods/where.md.</summary>
static class WhereRows
{
    /// <summary>The breakdown by how far it is from home.</summary>
    public const string ByDistance = "distance from home";

    private const string Others = "Other places, each of too few people to show";

    private static readonly double[] Bands = [0, 5, 10, 20, 30, 40, 50, 75, 100, 125, 150, 200, 300, 500, 1000];
    /// <summary>The last step of the way from home.</summary>
    public const string Farthest = "100 km and over";

    private static readonly (double From, string Name)[] Steps = [(0, "Under 25 km"), (25, "25 to 49 km"), (50, "50 to 99 km"), (100, Farthest)];

    public static Outcome<List<PeopleRow>> Rows(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, List<string> notes)
    {
        if (GatheredEvents.Of(measure, [], drawn, setting).Refused(out Refusal? why, out GatheredEvents? events)) return why;
        if (Column(measure, measure.At, setting).Refused(out why, out WordsOfEvents? at)) return why;
        int[] place = at.Of(events);
        double[]? far = null;
        if (measure.From is { } home)
        {
            if (Column(measure, home, setting).Refused(out why, out WordsOfEvents? homes)) return why;
            if (setting.Where().Refused(out why, out PlacesKnown? where)) return why;
            far = Distances(events, place, at, homes, where);
            notes.Add(where.How);
        }
        notes.Add("Someone with events in several places is counted in each, so that shares add up to more than everyone.");
        if (far is not null) PeopleDrawing.NoteBands(setting.Rules, notes);

        int words = at.Words.Length;
        string Title(int w) => w == words + 1 ? Others : w == words ? Groups.NotKnown : setting.Names.Group(measure.At, at.Words[w]);
        List<PeopleRow> rows = [Everyone(events, far, measure, setting)];
        rows.AddRange(Parts(events, Merged(events, place, words + 1, rows[0], setting.Rules), words + 2, far, rows[0], measure, setting).OrderBy(p => p.Number > words)
            .Select(part => part.Row with { By = Prevalence.ByEach, Group = Title(part.Number), Each = Title(part.Number), Code = part.Number < words ? at.Words[part.Number] : "" }));
        if (far is not null)
        {
            int[] step = Array.ConvertAll(far, km => double.IsNaN(km) ? Steps.Length : Array.FindLastIndex(Steps, s => s.From <= km));
            string Name(int s) => s == Steps.Length ? Groups.NotKnown : Steps[s].Name;
            rows.AddRange(Parts(events, step, Steps.Length + 1, null, rows[0], measure, setting).OrderBy(p => p.Number).Select(p => p.Row with { By = ByDistance, Group = Name(p.Number), Each = Name(p.Number) }));
        }
        return rows;
    }

    private static PeopleRow Everyone(GatheredEvents events, double[]? far, PeopleMeasure measure, PeopleSetting setting)
    {
        ProtectedCount people = setting.Rules.Protect(new RawCount(events.Person.Distinct().Count()));
        return Measured(new PeopleRow("", "Everyone") { People = people, Events = people.IsWithheld ? default : setting.Rules.Protect(new RawCount(events.Event.Length)) }, far, measure, setting);
    }

    // Each part beside the rest, and all parts as one table, so that one place hidden cannot be had from the others. Most people first.
    private static IEnumerable<(int Number, PeopleRow Row)> Parts(GatheredEvents events, int[] part, int parts, double[]? far, PeopleRow all, PeopleMeasure measure, PeopleSetting setting)
    {
        int[] people = PeopleIn(events, part, parts);
        int[] used = [.. Enumerable.Range(0, parts).Where(p => people[p] > 0).OrderByDescending(p => people[p]).ThenBy(p => p)];
        bool[] isHidden = Hidden(events, people, all, setting.Rules);
        for (int u = 0; u < used.Length; u++)
        {
            int p = used[u];
            ProtectedCount with = isHidden[p] ? default : setting.Rules.Protect(new RawCount(people[p])), whole = isHidden[p] ? default : all.People;
            PeopleRow row = new("", "")
            {
                People = whole,
                With = with,
                Share = ProtectedShare.Of(with, whole, setting.Interval),
                Events = isHidden[p] ? default(ProtectedCount) : setting.Rules.Protect(new RawCount(part.LongCount(its => its == p))),
            };
            yield return (p, Measured(row, far is null ? null : [.. far.Where((_, e) => part[e] == p)], measure, setting));
        }
    }

    // A place that only a few were at is not named: that they were there tells of them. Its people are among those of other places.
    private static int[] Merged(GatheredEvents events, int[] place, int places, PeopleRow all, DisclosureRules rules)
    {
        bool[] isHidden = Hidden(events, PeopleIn(events, place, places), all, rules);
        return Array.ConvertAll(place, p => isHidden[p] ? places : p);
    }

    // What is small, and what would leave the rest small; then the smallest of the others, until what is hidden is of several places and of enough people together.
    private static bool[] Hidden(GatheredEvents events, int[] people, PeopleRow all, DisclosureRules rules)
    {
        int everyone = events.Person.Distinct().Count();
        bool IsSmall(int p) => all.People.IsWithheld || ProtectedTable.Protect([new RawCount(people[p]), new RawCount(everyone - people[p])], rules)[0, 0].IsWithheld;
        Queue<int> shown = new(Enumerable.Range(0, people.Length).Where(p => people[p] > 0 && !IsSmall(p)).OrderBy(p => people[p]).ThenBy(p => p));
        List<int> hidden = [.. Enumerable.Range(0, people.Length).Where(p => people[p] > 0 && IsSmall(p))];
        while (hidden.Count > 0 && (hidden.Count == 1 || rules.Protect(new RawCount(hidden.Sum(p => people[p]))).IsWithheld) && shown.TryDequeue(out int next)) hidden.Add(next);
        return [.. people.Select((_, p) => hidden.Contains(p))];
    }

    private static int[] PeopleIn(GatheredEvents events, int[] part, int parts)
    {
        HashSet<int>[] people = [.. Enumerable.Range(0, parts).Select(_ => new HashSet<int>())];
        for (int e = 0; e < part.Length; e++) people[part[e]].Add(events.Person[e]);
        return [.. people.Select(p => p.Count)];
    }

    private static PeopleRow Measured(PeopleRow row, double[]? far, PeopleMeasure measure, PeopleSetting setting)
    {
        if (far is null) return row;
        if (row.Events?.IsWithheld ?? true) return row with { Mean = default(Protected<double>), Median = default(Protected<double>) };
        (Protected<double>? mean, Protected<double>? median) = Middle.Of([.. far.Where(km => !double.IsNaN(km))], measure.Bands.Count > 0 ? measure.Bands : Bands, setting.Rules);
        return row with { Mean = mean ?? default, Median = median ?? default };
    }

    // Words are few: the way from each to each is measured once.
    private static double[] Distances(GatheredEvents events, int[] place, WordsOfEvents at, WordsOfEvents homes, PlacesKnown where)
    {
        string?[] placed = [.. at.Words.Select(where.AuthorityOf), null], lived = [.. homes.Words.Select(where.AuthorityOf), null];
        double[,] way = new double[lived.Length, placed.Length];
        for (int h = 0; h < lived.Length; h++)
            for (int p = 0; p < placed.Length; p++) way[h, p] = lived[h] is { } from && placed[p] is { } to ? where.Kilometres(from, to) : double.NaN;
        int[] home = homes.Of(events);
        return [.. place.Select((p, e) => way[home[e], p])];
    }

    private static Outcome<WordsOfEvents> Column(PeopleMeasure measure, string name, PeopleSetting setting)
    {
        StoryColumn? ofEvents = setting.Stories.OfEvents.FirstOrDefault(c => c.Name == name), ofPeople = setting.Stories.OfPeople.FirstOrDefault(c => c.Name == name);
        if ((ofEvents ?? ofPeople) is { Value: StoryValue.Text } column) return new WordsOfEvents(column, ofEvents is not null);
        bool mayCome = setting.Also.Attributes.Contains(name) && (ofEvents ?? ofPeople) is null;
        if (mayCome) return new WordsOfEvents(StoryColumn.OfWords(name, [.. Enumerable.Repeat(-1, setting.Stories.EventCount)], []), true);
        return PeopleRefusals.NoPlace(measure.Id, name, setting.Stories.OfEvents.Concat(setting.Stories.OfPeople).Where(c => c.Value == StoryValue.Text).Select(c => c.Name));
    }

    /// <summary>A word for each event: its own, or its person's. The number of words stands for none.</summary>
    private sealed class WordsOfEvents(StoryColumn column, bool isOfEvents)
    {
        public string[] Words => column.Words;

        public int[] Of(GatheredEvents events)
        {
            int[] codes = column.Codes;
            return Array.ConvertAll(isOfEvents ? events.Event : events.Person, row => codes[row] < 0 ? column.Words.Length : codes[row]);
        }
    }
}
