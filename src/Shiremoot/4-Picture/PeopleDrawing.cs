using System.Globalization;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>Draws measures of people. Nothing leaves here but protected figures.</summary>
public static class PeopleDrawing
{
    /// <summary>Draws a measure for everyone of its cohort and by each breakdown its file offers.</summary>
    public static Outcome<PeoplePicture> Draw(PeopleMeasure measure, PeopleSetting setting) => Draw(measure, setting, measure.By);

    /// <summary>Draws a measure by breakdowns written in the cohort language: an attribute such as sex, or a value such as age on index.</summary>
    public static Outcome<PeoplePicture> Draw(PeopleMeasure measure, PeopleSetting setting, IReadOnlyList<string> by)
    {
        List<CohortText> read = [];
        foreach (string written in by)
        {
            if (CohortText.Read(written).Refused(out Refusal? why, out CohortText? text)) return why;
            read.Add(text);
        }
        return Draw(measure, setting, read);
    }

    /// <summary>The attrition of a cohort, protected: a line for each condition with the people left.</summary>
    public static Outcome<IReadOnlyList<AttritionLine>> Attrition(Cohort cohort, PeopleSetting setting) =>
        cohort.Draw(setting.Stories, setting.Also).Then(drawn => Outcome.Of<IReadOnlyList<AttritionLine>>(
            [.. drawn.Attrition.Select(s => new AttritionLine(s.Condition, s.InWords, setting.Rules.Protect(s.Left)))]));

    /// <summary>What the score of a measure that shows expected reoffending gets right and wrong, by sex, ethnicity and age, protected.</summary>
    public static Outcome<ScoreFairness> Fairness(PeopleMeasure measure, PeopleSetting setting) => CohortOf(measure, setting).Then(drawn => EntryFairness.Of(measure, drawn, setting));

    private static Outcome<DrawnCohort> CohortOf(PeopleMeasure measure, PeopleSetting setting)
    {
        Cohort? cohort = measure.Cohort is null ? Cohort.Everyone : setting.Cohorts.FirstOrDefault(c => c.Id == measure.Cohort);
        return cohort is null ? PeopleRefusals.NoCohort(measure.Id, measure.Cohort!, setting.Cohorts.Select(c => c.Id)) : cohort.Draw(setting.Stories, setting.Also);
    }

    private static Outcome<PeoplePicture> Draw(PeopleMeasure measure, PeopleSetting setting, IReadOnlyList<CohortText> by)
    {
        if (CohortOf(measure, setting).Refused(out Refusal? noCohort, out DrawnCohort? drawn)) return noCohort;
        List<string> notes = measure.Note.Length == 0 ? [] : [measure.Note];
        if (measure.Shows == PeopleShows.Expected)
            return ExpectedReoffending.Of(measure, drawn, setting, by, notes).Then<PeoplePicture>(made => Picture(measure, drawn, setting, made.Rows, notes) with { Holding = made.Holding });
        if (measure.Shows == PeopleShows.Reoffending) return ProvenReoffending.Rows(measure, drawn, setting, by, notes).Then<PeoplePicture>(made => Picture(measure, drawn, setting, made, notes));
        List<Groups> breakdowns = [Groups.Everyone(setting.Stories.PeopleCount)];
        foreach (CohortText text in by)
        {
            Outcome<Groups> grouped = text.Value(setting.Stories, setting.Also, drawn.IndexDay).Then(column => Groups.Make(column, drawn.IsIn));
            if (grouped.Refused(out Refusal? noGroups, out Groups? groups)) return noGroups;
            breakdowns.Add(groups);
        }
        if (measure.NumberOf is { } number)
        {
            if (PeopleAnswers.Number(measure.Id, number, drawn, setting).Refused(out Refusal? noNumber, out Groups? numbered)) return noNumber;
            breakdowns.Add(numbered);
        }
        Outcome<List<PeopleRow>> rows = measure.Shows switch
        {
            PeopleShows.People => People(drawn, breakdowns, setting),
            PeopleShows.Events or PeopleShows.Concentration => Demand(measure, drawn, breakdowns, setting, notes),
            PeopleShows.Spells => SpellRows.Of(measure, drawn, breakdowns, setting, notes),
            PeopleShows.Prevalence => Prevalence.Rows(measure, drawn, breakdowns, setting, notes),
            PeopleShows.Tracker => Tracker.Rows(measure, drawn, breakdowns, setting, notes),
            PeopleShows.Mix => PeopleMix.Rows(measure, drawn, breakdowns, setting),
            PeopleShows.Yearly => YearlyMix.Rows(measure, drawn, setting, notes),
            PeopleShows.Persistence => Persistence.Rows(measure, drawn, setting, notes),
            PeopleShows.Where => WhereRows.Rows(measure, drawn, setting, notes),
            PeopleShows.Factors => WhatGoesWith.Rows(measure, drawn, setting, notes),
            PeopleShows.Outcome => OutcomeRows(measure, drawn, breakdowns, setting, notes),
            PeopleShows.Return => Return(measure, drawn, breakdowns, setting, notes),
            _ => Number(measure, drawn, breakdowns, setting, notes),
        };
        return rows.Then<PeoplePicture>(made => Picture(measure, drawn, setting, made, notes));
    }

    private static PeoplePicture Picture(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, List<PeopleRow> rows, List<string> notes) => new()
    {
        Measure = measure,
        Definition = PeopleWords.Definition(measure, drawn.Cohort),
        Period = measure.Period.Length > 0 ? measure.Period : PeopleWords.Dated(drawn),
        Maturity = measure.Maturity,
        Records = PeopleWords.Records(setting.Stories, setting.Names),
        Origin = setting.Stories.Origin,
        Rules = setting.Rules,
        Rows = RelativeRates.Of(measure, [.. rows.Select(r => r with { Title = r.By.Length == 0 ? r.Group : setting.Names.Group(r.By, r.Group) })]),
        Notes = notes,
    };

    private static Outcome<List<PeopleRow>> People(DrawnCohort drawn, List<Groups> breakdowns, PeopleSetting setting)
    {
        ProtectedTable[] tables = [.. breakdowns.Select(b => ProtectedTable.Protect(Counts(drawn.IsIn, b), setting.Rules))];
        return Rows(breakdowns, (groups, b, g) => new PeopleRow(groups.By, groups.Labels[g])
        {
            People = b == 0 ? Shares.Everyone(tables, t => t.Total) : tables[b][0, g],
        });
    }

    private static Outcome<List<PeopleRow>> Demand(PeopleMeasure measure, DrawnCohort drawn, List<Groups> breakdowns, PeopleSetting setting, List<string> notes)
    {
        Outcome<double[]> counted = measure.Adds == EventAmount.None ? NumberOf(measure, measure.Count!, drawn, setting) : AmountOfEvents.Of(measure, drawn, setting, notes);
        if (counted.Refused(out Refusal? why, out double[]? count)) return why;
        for (int p = 0; p < count.Length; p++)
            if (drawn.IsIn[p] && count[p] < 0) return PeopleRefusals.BelowNought(measure.Id, measure.Count?.Written ?? "adds");
        byte[] answer = Array.ConvertAll(count, c => double.IsNaN(c) ? Answers.LeftOut : c > 0 ? Answers.Yes : Answers.No);
        LeaveOutside(answer, drawn.IsIn);
        NoteLeftOut(answer, "whose number is not known are left out", setting.Rules, notes);
        Shares shares = Shares.Of(answer, breakdowns, setting.Rules, setting.Interval);
        if (measure.Shows == PeopleShows.Concentration)
            notes.Add(measure.WithNone ? "Shares are of all people of the cohort, those with none included." : "Shares are of the people with at least one.");
        return Rows(breakdowns, (groups, b, g) =>
        {
            PeopleRow row = shares.Row(groups, b, g);
            double[] demand = Picked(count, p => groups.Of[p] == g && (answer[p] == Answers.Yes || (answer[p] == Answers.No && measure.WithNone)));
            row = row with { Events = row.With!.Value.IsWithheld ? default : setting.Rules.Protect(new RawCount((long)Math.Round(demand.Sum()))) };
            bool hides = row.With!.Value.IsWithheld || row.People.IsWithheld;
            return measure.Shows == PeopleShows.Events ? row : row with { Concentration = hides ? Withheld(measure) : Spread.Of(demand, measure.Top, setting.Rules) };
        });
    }

    private static Outcome<List<PeopleRow>> OutcomeRows(PeopleMeasure measure, DrawnCohort drawn, List<Groups> breakdowns, PeopleSetting setting, List<string> notes)
    {
        if (measure.Outcome!.Judge(drawn.Stories, setting.Also, drawn.IndexDay).Refused(out Refusal? why, out byte[]? answer)) return why;
        LeaveOutside(answer, drawn.IsIn);
        NoteLeftOut(answer, "for whom the outcome is not known are left out", setting.Rules, notes);
        Shares shares = Shares.Of(answer, breakdowns, setting.Rules, setting.Interval);
        return AdjustedRates.Beside(measure, Rows(breakdowns, shares.Row), breakdowns, answer, drawn, setting, notes);
    }

    private static Outcome<List<PeopleRow>> Return(PeopleMeasure measure, DrawnCohort drawn, List<Groups> breakdowns, PeopleSetting setting, List<string> notes)
    {
        if (Followed(measure, drawn, setting, notes).Refused(out Refusal? why, out byte[]? answer)) return why;
        Shares shares = Shares.Of(answer, breakdowns, setting.Rules, setting.Interval);
        return AdjustedRates.Beside(measure, Rows(breakdowns, shares.Row), breakdowns, answer, drawn, setting, notes);
    }

    /// <summary>For each person whether they came back within the follow-up.</summary>
    internal static Outcome<byte[]> Followed(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, List<string> notes)
    {
        if (drawn.IndexDay is null) return PeopleRefusals.NoIndex(measure.Id, drawn.Cohort.Id);
        if (measure.To!.Day(drawn.Stories, setting.Also, drawn.IndexDay).Refused(out Refusal? noTo, out int[]? back)) return noTo;
        if (FollowedTo(measure, drawn, setting, notes).Refused(out Refusal? noEnd, out int[]? followedTo)) return noEnd;
        byte[] answer = new byte[back.Length];
        ReturnKernel.Follow(drawn.IsIn, drawn.IndexDay, back, followedTo, measure.WithinDays, answer);
        NoteLeftOut(answer, string.Create(CultureInfo.InvariantCulture, $"not followed for {measure.WithinDays} days are left out, those who returned early among them"), setting.Rules, notes);
        return answer;
    }

    internal static Outcome<int[]> FollowedTo(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, List<string> notes)
    {
        if (measure.FollowedTo is { } text) return text.Day(drawn.Stories, setting.Also, drawn.IndexDay);
        int[] until = new int[drawn.Stories.PeopleCount];
        if (measure.EveryoneFollowedBecause is { } because)
        {
            notes.Add($"Everyone was followed for long enough: {because}");
            Array.Fill(until, int.MaxValue);
            return until;
        }
        if (drawn.Stories.Dated is not { } dated) return PeopleRefusals.NoFollowUp(measure.Id);
        Array.Fill(until, Days.Number(dated.Last));
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"People are taken to be followed until {dated.Last:d MMMM uuuu}, the last day of any event."));
        return until;
    }

    private static Outcome<List<PeopleRow>> Number(PeopleMeasure measure, DrawnCohort drawn, List<Groups> breakdowns, PeopleSetting setting, List<string> notes)
    {
        if (NumberOf(measure, measure.Value!, drawn, setting).Refused(out Refusal? why, out double[]? value)) return why;
        byte[] answer = Array.ConvertAll(value, v => double.IsNaN(v) ? Answers.LeftOut : Answers.Yes);
        LeaveOutside(answer, drawn.IsIn);
        Shares shares = Shares.Of(answer, breakdowns, setting.Rules, setting.Interval);
        NoteBands(setting.Rules, notes);
        return Rows(breakdowns, (groups, b, g) =>
        {
            PeopleRow row = shares.Row(groups, b, g) with { With = null, Share = null };
            (Protected<double>? mean, Protected<double>? median) = row.People.IsWithheld
                ? (default(Protected<double>), default(Protected<double>))
                : Middle.Of(Picked(value, p => answer[p] == Answers.Yes && groups.Of[p] == g), measure.Bands, setting.Rules);
            return row with { Mean = mean, Median = median };
        });
    }

    internal static Outcome<double[]> NumberOf(PeopleMeasure measure, CohortText text, DrawnCohort drawn, PeopleSetting setting) =>
        text.Value(drawn.Stories, setting.Also, drawn.IndexDay).Then<double[]>(column => column.Value switch
        {
            StoryValue.Number => column.Numbers,
            StoryValue.Text when column.Words.Length == 0 => Array.ConvertAll(drawn.IsIn, _ => double.NaN),
            _ => PeopleRefusals.NotANumber(measure.Id, text.Written),
        });

    internal static List<PeopleRow> Rows(List<Groups> breakdowns, Func<Groups, int, int, PeopleRow> row) =>
        [.. breakdowns.SelectMany((groups, b) => groups.Labels.Select((_, g) => row(groups, b, g)))];

    internal static RawCount[] Counts(bool[] isIn, Groups groups)
    {
        long[] counts = new long[groups.Labels.Count];
        for (int p = 0; p < isIn.Length; p++)
            if (isIn[p]) counts[groups.Of[p]]++;
        return Array.ConvertAll(counts, c => new RawCount(c));
    }

    internal static void LeaveOutside(byte[] answer, bool[] isIn)
    {
        for (int p = 0; p < answer.Length; p++)
            if (!isIn[p]) answer[p] = Answers.Outside;
    }

    internal static double[] Picked(double[] values, Func<int, bool> pick) => [.. values.Where((_, i) => pick(i))];

    private static Concentration Withheld(PeopleMeasure measure) => new(default, [.. measure.Top.Select(t => new TopShare(t, default, default, default))], []);

    internal static void NoteLeftOut(byte[] answer, string says, DisclosureRules rules, List<string> notes)
    {
        long left = answer.LongCount(a => a == Answers.LeftOut);
        if (left > 0) notes.Add($"{Shown(rules, left)} people {says}.");
    }

    internal static void NoteBands(DisclosureRules rules, List<string> notes)
    {
        if (!rules.IsNone) notes.Add("Means and medians are worked out from the protected numbers in bands.");
    }

    internal static string Shown(DisclosureRules rules, long count)
    {
        string shown = rules.Protect(new RawCount(count)).ToString();
        return char.ToUpperInvariant(shown[0]) + shown[1..];
    }
}
