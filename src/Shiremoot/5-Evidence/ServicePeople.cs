using Shiremoot.Evidence.Engaging;
using Shiremoot.Evidence.Evaluating;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>The people a service is judged by: who of the cohort had it, and what was known of each by the index day. Drawn once for all outcomes.</summary>
sealed class ServicePeople
{
    private const int MostGroups = 60;
    private const byte Holds = 1, Unknown = 2;

    private readonly ServiceStudy study;
    private readonly PeopleSetting setting;
    private readonly int[] people, index;
    private readonly byte[] had;
    private readonly int last;
    private readonly List<(string Name, StoryColumn Column)> columns = [];

    private ServicePeople(ServiceStudy study, PeopleSetting setting, Cohort cohort, int[] people, int[] index, byte[] had, int last) =>
        (this.study, this.setting, Cohort, this.people, this.index, this.had, this.last) = (study, setting, cohort, people, index, had, last);

    public Cohort Cohort { get; }

    /// <summary>The months of the index days.</summary>
    public required string Period { get; init; }

    public static Outcome<ServicePeople> Of(ServiceStudy study, PeopleSetting setting)
    {
        Stories stories = setting.Stories;
        Cohort? cohort = setting.Cohorts.FirstOrDefault(c => c.Id == study.Cohort);
        if (cohort is null) return ServiceRefusals.NoCohort(study.Id, study.Cohort, setting.Cohorts.Select(c => c.Id));
        if (cohort.Draw(stories, setting.Also).Refused(out Refusal? why, out DrawnCohort? drawn)) return why;
        if (drawn.IndexDay is not { } index) return ServiceRefusals.NoIndex(study.Id, cohort.Id);
        if (stories.Dated is not { } dated) return ServiceRefusals.NoFollowUp(study.Id);
        if (study.Had!.Judge(stories, setting.Also, index).Refused(out why, out byte[]? had)) return why;
        byte[]? left = null;
        if (study.LeaveOut is not null && study.LeaveOut.Judge(stories, setting.Also, index).Refused(out why, out left)) return why!;
        int[] people = [.. Enumerable.Range(0, stories.PeopleCount).Where(p => drawn.IsIn[p] && (left is null || left[p] == 0) && had[p] != Unknown)];
        ServicePeople made = new(study, setting, cohort, people, index, had, Days.Number(dated.Last)) { Period = PeopleWords.Dated(drawn) };
        foreach (ServiceCovariate covariate in study.Alike)
        {
            if (covariate.Value.Value(stories, setting.Also, index).Refused(out why, out StoryColumn? column)) return why;
            if (column.Value == StoryValue.Day) return ServiceRefusals.Uncountable(study.Id, covariate.Name);
            made.columns.Add((covariate.Name, column));
        }
        return made;
    }

    /// <summary>Those followed for long enough for an outcome, of whom all numbers are known, with what came of it.</summary>
    public Outcome<EvaluationRows> For(ServiceOutcome outcome)
    {
        if (ServiceOutcomes.Came(study.Id, outcome, setting, index).Refused(out Refusal? why, out CameOfIt? came)) return why;
        int[] followed = Followed(outcome.WithinDays);
        List<(string, int)> leftOut = [];
        int[] kept = WithNumbers(followed, leftOut);
        kept = [.. kept.Where(p => !double.IsNaN(came.Value[p]))];
        bool[] treated = Array.ConvertAll(kept, p => had[p] == Holds);
        if (!treated.Contains(true) || !treated.Contains(false)) return ServiceRefusals.OneKind(study.Id, treated.Contains(true));
        return Covariates(kept).Then<EvaluationRows>(made => new EvaluationRows(study.Title, followed.Length, leftOut, [], treated, made.Model, Array.ConvertAll(kept, p => came.Value[p]), outcome.Kind)
        {
            Shown = made.Shown,
            References = made.References,
            Time = came.Days is { } days ? Array.ConvertAll(kept, p => days[p]) : null,
        });
    }

    /// <summary>What a reader must know of how an outcome was told of those followed; counts protected.</summary>
    public IReadOnlyList<string> NotesOn(ServiceOutcome outcome) =>
        outcome.Severity.Count == 0 ? [] : ServiceOutcomes.Unweighed(outcome, setting, index, Followed(outcome.WithinDays));

    /// <summary>How people came to the service and stayed with it, protected.</summary>
    public Outcome<EngagementPicture> Engaged(ServiceEngagement plan)
    {
        int[] followed = Followed(plan.WithinDays);
        if (EngagedPeople.Of(plan, followed, index, setting).Refused(out Refusal? why, out EngagedPeople? engaged)) return why;
        (IReadOnlyList<StepReached> steps, _) = EngagementDrawing.Steps(plan, engaged, Cohort.Title, setting);
        List<GroupReached> groups = [];
        foreach (EngagementGroup by in plan.By)
        {
            if (engaged.Groups(study.Id, by, index, setting, MostGroups).Refused(out why, out (string[] Labels, int[] Of) made)) return why;
            groups.AddRange(EngagementDrawing.Groups(plan, by.Name, made.Labels, made.Of, engaged, setting));
        }
        Dictionary<int, int> furthest = followed.Zip(engaged.Furthest).ToDictionary(f => f.First, f => f.Second);
        int[] began = WithNumbers([.. followed.Where(p => furthest[p] > 0)], []);
        if (Covariates(began).Refused(out why, out CovariateColumns? columns)) return why;
        (IReadOnlyList<EngagementFactor> factors, string says) = EngagementFactors.Of(
            Array.ConvertAll(began, p => furthest[p] == plan.Steps.Count), columns.Model, columns.References, plan.Steps[0].Name, plan.Steps[^1].Name, setting.Rules, setting.Threads);
        List<string> notes = ["Days are of those who reached the step, from the index day."];
        if (!setting.Rules.IsNone) notes.Add("Middle days are worked out from the protected numbers of people in bands of days.");
        string definition = $"Everyone of the cohort {Cohort.Title} ({Cohort.InWords}) followed for {plan.WithinDays} days{(study.LeaveOut is { } left ? $", without those for whom {left.InWords}" : "")}. {string.Join("; ", plan.Steps.Select(s => $"{s.Name}: {s.Reached.InWords}"))}. Whoever has not reached a step has not reached those after it.";
        return new EngagementPicture(plan, steps, groups, factors, says, EngagementDrawing.Sentence(plan, steps), definition, notes);
    }

    private int[] Followed(int days) => [.. people.Where(p => index[p] + days <= last)];

    // Those of whom every number is known.
    private int[] WithNumbers(int[] some, List<(string, int)> leftOut)
    {
        foreach ((string name, StoryColumn column) in columns.Where(c => c.Column.Value == StoryValue.Number))
        {
            double[] numbers = column.Numbers;
            int missing = some.Count(p => double.IsNaN(numbers[p]));
            if (missing > 0) leftOut.Add((name, missing));
            some = [.. some.Where(p => !double.IsNaN(numbers[p]))];
        }
        return some;
    }

    // What is the same of everyone is nothing to hold alike.
    private Outcome<CovariateColumns> Covariates(int[] kept)
    {
        CovariateColumns made = new();
        foreach ((string name, StoryColumn column) in columns)
        {
            if (column.Value == StoryValue.Number)
            {
                double[] all = column.Numbers, own = Array.ConvertAll(kept, p => all[p]);
                if (own.Distinct().Take(2).Count() > 1) made.Add(name, own);
                continue;
            }
            int[] codes = column.Codes, row = Array.ConvertAll(kept, p => codes[p]), present = [.. row.Distinct().Order()];
            if (present.Length > MostGroups) return ServiceRefusals.TooManyGroups(study.Id, name, present.Length, MostGroups);
            if (present.Length > 1) made.Add(name, row, present, code => Word(column, code));
        }
        return made;
    }

    private static string Word(StoryColumn column, int code) => code < 0 ? "not known" : column.Value == StoryValue.Flag ? (column.Words[code] == "true" ? "yes" : "no") : column.Words[code];
}
