using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Futures.Learning;

/// <summary>Something recorded that shows a stage.</summary>
internal readonly record struct StoryStep(int Day, int Kind, int Disposal, int Amount);

/// <summary>A person as the walk takes them.</summary>
/// <param name="Person">Their number.</param>
/// <param name="Birth">Day of birth, or unknown.</param>
/// <param name="Female">1, 0, or -1 where not known.</param>
/// <param name="Cases">Their cases in order.</param>
/// <param name="FirstContact">The day of the first contact with a justice agency in the years; unknown if there is none.</param>
internal readonly record struct WalkedPerson(int Person, int Birth, sbyte Female, List<StoryCase> Cases, int FirstContact);

/// <summary>One case of a person: what was recorded of one offence, known by its day.</summary>
internal sealed class StoryCase
{
    /// <summary>Day of the offence; unknown where no record tells it.</summary>
    public int OffenceDay { get; init; }

    /// <summary>The day it stands at among the person's cases.</summary>
    public int Day { get; init; }

    public short Group { get; set; } = -1;

    public List<StoryStep> Steps { get; } = [];
}

/// <summary>
/// Stories put together as cases. What bears the day of its offence belongs to the case of that day; what does not belongs to the latest case begun. What begins a case without an
/// offence's day beside it begins one of its own. The same thing recorded by two agencies on one day counts once.
/// </summary>
internal sealed class StorySteps
{
    private readonly int[] kindOf, disposalOf, codes, disposals, start, offenceDay;
    private readonly short[] groupOf;
    private readonly double[] amount;
    private readonly bool[] isSign, isJustice, begins;
    private readonly int offenceKind;
    private readonly Stories stories;

    public StorySteps(Stories stories, SystemModel model, StageSigns signs)
    {
        this.stories = stories;
        int[] NumbersOf(IReadOnlyList<string> words, IReadOnlyList<string> known) => [.. words.Select(w => known.ToList().IndexOf(w))];
        kindOf = NumbersOf(stories.Kinds, model.Kinds);
        StoryColumn disposal = Column("disposal")!, offence = Column("offence")!;
        (codes, disposals, start, amount) = (offence.Codes, disposal.Codes, stories.StartDay, Column("amount")!.Numbers);
        disposalOf = NumbersOf(disposal.Words, model.Disposals);
        groupOf = [.. offence.Words.Select(w => (short)model.OffenceGroups.ToList().FindIndex(g => g.Codes.Any(c => model.OffenceCodes[c.Code] == w)))];
        offenceDay = Column("offence_date") is { Value: StoryValue.Day } dated ? dated.Days : [];
        offenceKind = signs.Sign[signs.Offence].Kind;
        (isSign, isJustice, begins) = (new bool[model.Kinds.Count], new bool[model.Kinds.Count], new bool[model.Kinds.Count]);
        foreach ((int kind, _) in signs.Sign)
            if (kind >= 0) isSign[kind] = true;
        foreach (int kind in signs.Leaving)
            if (kind >= 0) isSign[kind] = true;
        foreach (SilentPath path in signs.Ways[signs.Offence]) begins[signs.Sign[path.To].Kind] = true;
        foreach (Emission record in model.Stages.SelectMany(s => s.Records))
            if (record.Kind != offenceKind) isJustice[record.Kind] = true;
        (From, Until) = Window();
    }

    /// <summary>The first day of the records, and the day after the last.</summary>
    public int From { get; }

    public int Until { get; }

    /// <summary>Everyone of the stories, in order.</summary>
    public IEnumerable<WalkedPerson> People()
    {
        StoryColumn? sex = stories.OfPeople.FirstOrDefault(c => c.Name == "sex"), born = stories.OfPeople.FirstOrDefault(c => c.Name == "birth_date");
        for (int p = 0; p < stories.PeopleCount; p++)
        {
            (List<StoryCase> cases, int first) = Of(p);
            yield return new(p, born is null ? Days.Unknown : born.Days[p], sex is null || sex.Codes[p] < 0 ? (sbyte)-1 : sex.Words[sex.Codes[p]] == "female" ? (sbyte)1 : (sbyte)0, cases, first);
        }
    }

    private (List<StoryCase> Cases, int FirstContact) Of(int person)
    {
        (int first, int last, int contact) = (stories.First[person], stories.First[person + 1], Days.Unknown);
        SortedDictionary<int, StoryCase> cases = [];
        StoryCase Case(int day, bool isKnown) => cases.TryGetValue(day, out StoryCase? known) ? known : cases[day] = new() { Day = day, OffenceDay = isKnown ? day : Days.Unknown };
        for (int e = first; e < last; e++)
        {
            if (Kind(e) is not (>= 0 and var kind)) continue;
            if (isJustice[kind] && (contact == Days.Unknown || start[e] < contact)) contact = start[e];
            if (!isSign[kind]) continue;
            if (kind == offenceKind) Note(Case(start[e], true), e);
            else if (OffenceDay(e) is { } day) Note(Case(day, true), e);
            else if (begins[kind]) Note(Case(start[e], false), e);
        }
        for (int e = first; e < last; e++)
        {
            if (Kind(e) is not (>= 0 and var kind) || !isSign[kind] || kind == offenceKind) continue;
            StoryCase? its = OffenceDay(e) is { } day ? cases[day] : begins[kind] ? cases[start[e]] : Latest(cases, start[e]);
            StoryStep step = new(start[e], kind, disposals[e] < 0 ? -1 : disposalOf[disposals[e]], double.IsNaN(amount[e]) ? 0 : (int)amount[e]);
            if (its is not null && !its.Steps.Exists(s => s.Day == step.Day && s.Kind == step.Kind)) its.Steps.Add(step);
        }
        foreach (StoryCase each in cases.Values) each.Steps.Sort((a, b) => a.Day.CompareTo(b.Day));
        return ([.. cases.Values], contact);
    }

    // Number of the kind in the model; -1 for what is not of it, or not in the years. An offence is known from its day, which may lie before them.
    private int Kind(int e)
    {
        int kind = kindOf[stories.Kind[e]];
        return kind < 0 || start[e] == Days.Unknown || start[e] >= Until || (start[e] < From && kind != offenceKind) ? -1 : kind;
    }

    private int? OffenceDay(int e) => offenceDay.Length == 0 || offenceDay[e] == Days.Unknown || offenceDay[e] > start[e] ? null : offenceDay[e];

    private void Note(StoryCase its, int e)
    {
        if (codes[e] >= 0 && groupOf[codes[e]] >= 0) its.Group = groupOf[codes[e]];
    }

    private static StoryCase? Latest(SortedDictionary<int, StoryCase> cases, int day) => cases.Values.LastOrDefault(c => c.Day <= day);

    private StoryColumn? Column(string name) => stories.OfEvents.FirstOrDefault(c => c.Name == name);

    // From the first to the last month that holds at least half as much as the middle one: a few stray days do not make the records longer.
    private (int From, int Until) Window()
    {
        const int Month = 30;
        List<int> days = [];
        int[] kinds = stories.Kind;
        for (int e = 0; e < kinds.Length; e++)
            if (kindOf[kinds[e]] is >= 0 and var kind && isSign[kind] && kind != offenceKind && start[e] != Days.Unknown) days.Add(start[e]);
        if (days.Count == 0) return (0, 0);
        days.Sort();
        int[] months = [.. days.GroupBy(d => (d - days[0]) / Month).Select(g => g.Key).Order()];
        Dictionary<int, int> counts = days.GroupBy(d => (d - days[0]) / Month).ToDictionary(g => g.Key, g => g.Count());
        int middle = counts.Values.Order().ElementAt(counts.Count / 2);
        int[] full = [.. months.Where(m => 2 * counts[m] >= middle)];
        (int earliest, int latest) = (days[0] + (full[0] * Month), days[0] + ((full[^1] + 1) * Month));
        return (days.First(d => d >= earliest), days.Last(d => d < latest) + 1);
    }
}
