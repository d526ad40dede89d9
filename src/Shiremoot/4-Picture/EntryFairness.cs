using System.Globalization;
using Shiremoot.Picture.Indicators;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>
/// Counts what a score of stories gets right and wrong. Groups any of whose four counts is small, or whose numbers the measure itself withholds, stand together, and take others in until none is: so that no count is
/// withheld here that could be reckoned from another, and none shown that undoes what is withheld there.
/// </summary>
static class EntryFairness
{
    private const int LeastOfCell = 10, Cells = 4;
    private const string Few = "All others";
    private static readonly string[] ByGroups = ["sex", "ethnicity", "age_band"];

    public static Outcome<ScoreFairness> Of(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting)
    {
        if (measure.Shows != PeopleShows.Expected) return PeopleRefusals.ShowsNoScore(measure.Id);
        List<string> notes = measure.Note.Length == 0 ? [] : [measure.Note];
        if (ExpectedReoffending.Compare(measure, drawn, setting, notes).Refused(out Refusal? why, out ComparedEntries? entries)) return why;
        CohortText[] by = [.. measure.By.Where(b => ByGroups.Contains(b.Written))];
        if (ProvenReoffending.Breakdowns(ExpectedReoffending.Known(by, setting, notes), entries.Columns, entries.IsCompared, drawn, setting).Refused(out why, out List<Groups>? breakdowns)) return why;
        Shares shown = Shares.Of(entries.Answer, breakdowns, setting.Rules, setting.Interval);
        List<FairnessRow> rows = [];
        for (int b = 1; b < breakdowns.Count; b++)
        {
            bool[] withheld = [.. breakdowns[b].Labels.Select((_, g) => shown.Row(breakdowns[b], b, g) is var row && (row.People.IsWithheld || row.With!.Value.IsWithheld))];
            FairnessRow[] made = Rows(entries, breakdowns[b], withheld, setting);
            if (made.Length < 2) notes.Add($"By {breakdowns[b].By.Replace('_', ' ')} nothing is shown: too few people in all groups but one.");
            else rows.AddRange(made);
        }
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"Flagged: an expected share of {ScoreFairness.Threshold:0%} or more. No one is flagged by this place: it is a line at which the score’s mistakes are counted."));
        notes.Add($"Reoffending is what was proved: it is also what was policed. Where a group is watched more, more of it is found.");
        return new ScoreFairness
        {
            Measure = measure,
            Score = entries.Score,
            Definition = $"{PeopleWords.Definition(measure, drawn.Cohort)} Expected by {entries.Score}.",
            Period = measure.Period.Length > 0 ? measure.Period : PeopleWords.Dated(drawn),
            Records = PeopleWords.Records(setting.Stories, setting.Names),
            Origin = setting.Stories.Origin,
            Rules = setting.Rules,
            Rows = rows,
            Notes = notes,
        };
    }

    private static FairnessRow[] Rows(ComparedEntries entries, Groups groups, bool[] withheld, PeopleSetting setting)
    {
        int many = groups.Labels.Count, least = setting.Rules.IsNone ? 0 : Math.Max(LeastOfCell, setting.Rules.Threshold);
        long[] counts = new long[many * Cells];
        int[] compared = [.. Enumerable.Range(0, entries.Answer.Length).Where(n => entries.Answer[n] is Answers.Yes or Answers.No)];
        foreach (int n in compared) counts[(groups.Of[n] * Cells) + Cell(entries, n)]++;
        int[] place = Together(counts, many, least, withheld, out int rows);
        string[] names = new string[rows];
        for (int g = 0; g < many; g++)
            if (place[g] >= 0) names[place[g]] = names[place[g]] is null ? setting.Names.Group(groups.By, groups.Labels[g]) : Few;
        RawCount[,] cells = new RawCount[rows, Cells];
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < Cells; c++) cells[r, c] = new(Enumerable.Range(0, many).Where(g => place[g] == r).Sum(g => counts[(g * Cells) + c]));
        if (rows == 0) return [];
        ProtectedTable table = ProtectedTable.Protect(cells, setting.Rules);
        return [.. Enumerable.Range(0, rows).Select(r => Row(entries, [.. compared.Where(n => place[groups.Of[n]] == r)], groups.By, names[r], table, r, setting))];
    }

    private static FairnessRow Row(ComparedEntries entries, int[] own, string by, string name, ProtectedTable table, int r, PeopleSetting setting)
    {
        (ProtectedCount tn, ProtectedCount fp, ProtectedCount fn, ProtectedCount tp) = (table[r, 0], table[r, 1], table[r, 2], table[r, 3]);
        bool[] had = [.. own.Select(n => entries.Answer[n] == Answers.Yes)];
        double[] share = [.. own.Select(n => entries.Share[n])];
        PeopleRow whole = new(by, name) { People = table.RowTotal(r), With = setting.Rules.Protect(new RawCount(had.AsSpan().Count(true))) };
        return new(by, name, tn, fp, fn, tp, ExpectedFigures.Of(share.Sum(), whole.With.Value, whole.People, setting.Rules), ScoreHolding.Of(share, had, whole, setting.Rules))
        {
            BaseRate = Rate([fn, tp], [tn, fp]),
            FalsePositiveRate = Rate([fp], [tn]),
            FalseNegativeRate = Rate([fn], [tp]),
            RightWhenFlagged = Rate([tp], [fp]),
        };
    }

    // A share of shown counts alone, with Wilson's limits.
    private static EstimateShown Rate(ProtectedCount[] part, ProtectedCount[] rest)
    {
        if (part.Concat(rest).Any(c => c.IsWithheld)) return default;
        long of = part.Sum(c => c.Shown!.Value), all = of + rest.Sum(c => c.Shown!.Value);
        if (all == 0) return default;
        IndicatorValue rate = Proportions.Of((int)of, (int)all).Value;
        Protected<double> Kept(double value) => part[0].Then(_ => value);
        return new(Kept(rate.Value), Kept(rate.Interval.Lower), Kept(rate.Interval.Upper));
    }

    private static int Cell(ComparedEntries entries, int n) => (entries.Answer[n] == Answers.Yes ? 2 : 0) + (entries.Share[n] >= ScoreFairness.Threshold ? 1 : 0);

    // The row of each group: those of few together, with the smallest of the others until together they are not few; -1 for all where that takes everyone.
    private static int[] Together(long[] counts, int many, int least, bool[] withheld, out int rows)
    {
        long Smallest(IEnumerable<int> groups) => Enumerable.Range(0, Cells).Min(c => groups.Sum(g => counts[(g * Cells) + c]));
        int[] there = [.. Enumerable.Range(0, many).Where(g => counts.AsSpan(g * Cells, Cells).ContainsAnyExcept(0L))];
        List<int> few = [.. there.Where(g => Smallest([g]) < least || withheld[g])], apart = [.. there.Except(few).OrderBy(g => Smallest([g]))];
        while (few.Count > 0 && apart.Count > 0 && (Smallest(few) < least || few.Count == 1))
        {
            few.Add(apart[0]);
            apart.RemoveAt(0);
        }
        int[] place = new int[many];
        Array.Fill(place, -1);
        rows = 0;
        if (few.Count > 0 && (Smallest(few) < least || few.Count == 1)) return place;
        foreach (int g in apart.Order()) place[g] = rows++;
        foreach (int g in few) place[g] = rows;
        if (few.Count > 0) rows++;
        return place;
    }
}
