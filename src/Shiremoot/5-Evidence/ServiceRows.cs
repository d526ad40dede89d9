using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>Turns the stories of a cohort into people to compare: who had the service, what was known of each by the index day, and what came of it.</summary>
static class ServiceRows
{
    private const int MostGroups = 60;

    public static Outcome<EvaluationRows> Of(ServiceStudy study, ServiceOutcome outcome, PeopleSetting setting)
    {
        Cohort? cohort = setting.Cohorts.FirstOrDefault(c => c.Id == study.Cohort);
        if (cohort is null) return ServiceRefusals.NoCohort(study.Id, study.Cohort, setting.Cohorts.Select(c => c.Id));
        if (cohort.Draw(setting.Stories, setting.Also).Refused(out Refusal? why, out DrawnCohort? drawn)) return why;
        if (drawn.IndexDay is not { } index) return ServiceRefusals.NoIndex(study.Id, cohort.Id);
        Stories stories = setting.Stories;
        if (stories.Dated is not { } dated) return ServiceRefusals.NoFollowUp(study.Id);
        if (study.Had!.Judge(stories, setting.Also, index).Refused(out why, out byte[]? had)) return why;
        byte[]? out3 = null;
        if (study.LeaveOut is not null && study.LeaveOut.Judge(stories, setting.Also, index).Refused(out why, out out3)) return why!;
        int last = Days.Number(dated.Last);
        int[] kept = [.. Enumerable.Range(0, stories.PeopleCount).Where(p => drawn.IsIn[p] && (out3 is null || out3[p] == 0) && had[p] != Unknown && index[p] + outcome.WithinDays <= last)];
        if (Came(study, outcome, setting, index).Refused(out why, out double[]? came)) return why;
        List<(string, int)> leftOut = [];
        List<(string Name, StoryColumn Column)> columns = [];
        foreach (ServiceCovariate covariate in study.Alike)
        {
            if (covariate.Value.Value(stories, setting.Also, index).Refused(out why, out StoryColumn? column)) return why;
            columns.Add((covariate.Name, column));
        }
        int before = kept.Length;
        foreach ((string name, StoryColumn column) in columns.Where(c => c.Column.Value == StoryValue.Number))
        {
            double[] numbers = column.Numbers;
            int missing = kept.Count(p => double.IsNaN(numbers[p]));
            if (missing > 0) leftOut.Add((name, missing));
            kept = [.. kept.Where(p => !double.IsNaN(numbers[p]))];
        }
        kept = [.. kept.Where(p => !double.IsNaN(came[p]))];
        bool[] treated = Array.ConvertAll(kept, p => had[p] == Holds);
        if (!treated.Contains(true) || !treated.Contains(false)) return ServiceRefusals.OneKind(study.Id, treated.Contains(true));
        if (Covariates(study, columns, kept).Refused(out why, out (ModelColumns Model, ModelColumns Shown, List<(string, string)> References) made)) return why;
        return new EvaluationRows(study.Title, before, leftOut, [], treated, made.Model, Array.ConvertAll(kept, p => came[p]), outcome.To is null ? OutcomeKind.Count : OutcomeKind.Binary) { Shown = made.Shown, References = made.References };
    }

    private const byte Holds = 1, Unknown = 2;

    // Whether it happened within the follow-up, or how many times it did.
    private static Outcome<double[]> Came(ServiceStudy study, ServiceOutcome outcome, PeopleSetting setting, int[] index)
    {
        if (outcome.To is { } to)
            return to.Day(setting.Stories, setting.Also, index).Then<double[]>(days => (double[])[.. days.Select((day, p) => day != Days.Unknown && day > index[p] && day <= index[p] + outcome.WithinDays ? 1.0 : 0)]);
        return outcome.Count!.Value(setting.Stories, setting.Also, index).Then<double[]>(column => column.Value switch
        {
            StoryValue.Number => column.Numbers,
            StoryValue.Text when column.Words.Length == 0 => new double[setting.Stories.PeopleCount],
            _ => ServiceRefusals.Uncountable(study.Id, outcome.Count.Written),
        });
    }

    private static Outcome<(ModelColumns Model, ModelColumns Shown, List<(string, string)> References)> Covariates(ServiceStudy study, List<(string Name, StoryColumn Column)> columns, int[] kept)
    {
        List<string> names = [], shownNames = [];
        List<double[]> values = [], shownValues = [];
        List<(string, string)> references = [];
        void Add(List<string> into, List<double[]> with, string name, double[] own)
        {
            into.Add(name);
            with.Add(own);
        }
        foreach ((string name, StoryColumn column) in columns)
        {
            if (column.Value == StoryValue.Day) return ServiceRefusals.Uncountable(study.Id, name);
            if (column.Value == StoryValue.Number)
            {
                double[] all = column.Numbers, own = Array.ConvertAll(kept, p => all[p]);
                if (own.Distinct().Take(2).Count() < 2) continue; // the same of everyone: nothing to hold alike
                Add(names, values, name, own);
                Add(shownNames, shownValues, name, own);
                continue;
            }
            int[] codes = column.Codes, row = Array.ConvertAll(kept, p => codes[p]);
            int[] present = [.. row.Distinct().Order()];
            if (present.Length > MostGroups) return ServiceRefusals.TooManyGroups(study.Id, name, present.Length, MostGroups);
            if (present.Length < 2) continue;
            int reference = row.CountBy(c => c).OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key;
            references.Add((name, Word(column, reference)));
            foreach (int code in present)
            {
                double[] own = Array.ConvertAll(row, c => c == code ? 1.0 : 0);
                Add(shownNames, shownValues, $"{name}: {Word(column, code)}", own);
                if (code != reference) Add(names, values, shownNames[^1], own);
            }
        }
        return (new ModelColumns(names, [.. values]), new ModelColumns(shownNames, [.. shownValues]), references);
    }

    private static string Word(StoryColumn column, int code) => code < 0 ? "not known" : column.Value == StoryValue.Flag ? (column.Words[code] == "true" ? "yes" : "no") : column.Words[code];
}
