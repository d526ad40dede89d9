using System.Globalization;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Picture.Reoffending;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>
/// Proven reoffending beside what a score expects of the same entries, for everyone and by group. Scores come from stories and stay here: what leaves is summed over groups and protected.
/// Method: docs/methods/expected-reoffending.md.
/// </summary>
static class ExpectedReoffending
{
    /// <summary>The breakdown into tenths of those compared, by expected share.</summary>
    public const string ByTenth = "tenth of expected share, from the least";

    private const int Tenths = 10, LeastInTenth = 20;
    private static readonly string[] Groupings = ["provider", "area", "offence", "disposal"];

    public static Outcome<(List<PeopleRow> Rows, ScoreHolding? Holding)> Of(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, IReadOnlyList<CohortText> by, List<string> notes)
    {
        if (Compare(measure, drawn, setting, notes).Refused(out Refusal? why, out ComparedEntries? entries)) return why;
        byte[] answer = entries.Answer;
        if (ProvenReoffending.Breakdowns(Known(by, setting, notes), entries.Columns, entries.IsCompared, drawn, setting).Refused(out why, out List<Groups>? breakdowns)) return why;
        if (ByTenths(answer, entries.Share, setting.Rules) is { } tenths) breakdowns.Add(tenths);
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"{ScoreModel.Label}. Expected: {entries.Score}; sanctions are those in these records, so that someone with earlier ones elsewhere is expected to reoffend less than they should be."));
        (List<PeopleRow> rows, ScoreHolding? holding) = Rows(answer, entries.Share, breakdowns, setting, notes);
        rows[0] = rows[0] with { LeftOut = setting.Rules.Protect(new RawCount(entries.LeftOut)) };
        return (rows, holding);
    }

    /// <summary>The entries that are compared, with what a score expects of each and what came of it. They stay in the room.</summary>
    public static Outcome<ComparedEntries> Compare(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, List<string> notes)
    {
        ReoffendingRule rule = measure.Reoffending!;
        int years = rule.FollowUpMonths / 12;
        if (setting.Score(measure.Score!).Refused(out Refusal? why, out ScoreModel? model)) return why;
        if (model.Form.Needs.Count > 0) return PeopleRefusals.AsksForNeeds(measure.Id, model.Title);
        if (years == 1 && model.Form.FollowsFromConviction) return PeopleRefusals.NoHorizon(measure.Id, model.Title);
        if (ProvenReoffending.Entries(rule, setting).Refused(out why, out EntryList? entries)) return why;
        if (EventFilter.Of(setting.Stories, setting.Also, rule.ProofKinds, rule.ProofWhere).Refused(out why, out EventFilter? proof)) return why;

        EntrySanctions sanctions = EntrySanctions.Of(entries, proof, setting.Stories);
        EntryScores scores = EntryScores.Of(entries, sanctions, model, years, setting);
        bool[] isIn = [.. entries.Person.Select(p => drawn.IsIn[p])];
        byte[] answer = ProvenReoffending.Answer(rule, setting.Stories, entries, isIn, out int? lastMature);
        ProvenReoffending.Note(rule, entries, answer, lastMature, setting.Rules, notes);
        long leftOut = LeaveOut(answer, scores.WhyNot, setting.Rules, notes);

        // Groups are made of those compared alone: a group that is nought because its people have no score would make others be withheld.
        bool[] compared = Array.ConvertAll(answer, a => a is Answers.Yes or Answers.No);
        EntryColumns columns = new(setting.Stories, rule, entries) { Sanction = sanctions.Event };
        return new ComparedEntries(answer, scores.Share, compared, columns, $"{model.Title}, within {(years == 1 ? "1 year" : "2 years")}", leftOut);
    }

    /// <summary>The breakdowns that the records fill. One that they do not compares nobody; it is said and left out.</summary>
    public static List<CohortText> Known(IReadOnlyList<CohortText> by, PeopleSetting setting, List<string> notes)
    {
        List<CohortText> known = [];
        List<string> missing = [];
        foreach (CohortText text in by)
        {
            bool isOfEvents = Groupings.Contains(text.Written) || (!setting.Stories.OfPeople.Any(c => c.Name == text.Written) && setting.Also.Attributes.Contains(text.Written));
            if (isOfEvents && (setting.Stories.OfEvents.FirstOrDefault(c => c.Name == text.Written)?.Words.Length ?? 0) == 0) missing.Add(text.Written);
            else known.Add(text);
        }
        if (missing.Count > 0) notes.Add($"No event of the records says its {string.Join(" or ", missing)}, so that nothing can be compared by it: it is left out.");
        return known;
    }

    // Those not followed for long enough, and those without a score, are in no comparison; their number is given back.
    private static long LeaveOut(byte[] answer, string?[] whyNot, DisclosureRules rules, List<string> notes)
    {
        SortedDictionary<string, long> reasons = new(StringComparer.Ordinal);
        long immature = answer.LongCount(a => a == Answers.LeftOut);
        for (int n = 0; n < answer.Length; n++)
        {
            if (answer[n] is (Answers.Yes or Answers.No) && whyNot[n] is { } why) reasons[why] = reasons.GetValueOrDefault(why) + 1;
            if (answer[n] == Answers.LeftOut || whyNot[n] is not null) answer[n] = Answers.Outside;
        }
        if (immature > 0) notes.Add($"{PeopleDrawing.Shown(rules, immature)} entries not followed for long enough are left out.");
        if (reasons.Count == 0) return immature;
        ProtectedTable shown = ProtectedTable.Protect([.. reasons.Values.Select(r => new RawCount(r))], rules);
        string listed = string.Join("; ", reasons.Keys.Select((why, r) => $"{why} ({(shown[0, r].IsWithheld ? ProtectedCount.Mark : shown[0, r])})"));
        notes.Add($"Of the entries followed for long enough, {(shown.Total.IsWithheld ? "a number that is small or withheld" : shown.Total)} have no score and are left out: {listed}.");
        return immature + reasons.Values.Sum();
    }

    // Those expected alike stay together. No tenths where they would be small: their counts would be withheld, and everyone's with them.
    private static Groups? ByTenths(byte[] answer, double[] share, DisclosureRules rules)
    {
        double[] sorted = [.. share.Where((_, n) => answer[n] is Answers.Yes or Answers.No).Order()];
        if (sorted.Length < (rules.IsNone ? Tenths : Tenths * Math.Max(LeastInTenth, 4 * rules.Threshold))) return null;
        double[] edges = [.. Enumerable.Range(1, Tenths - 1).Select(t => sorted[sorted.Length * t / Tenths])];
        int[] of = new int[share.Length];
        for (int n = 0; n < of.Length; n++)
            foreach (double edge in edges) of[n] += share[n] >= edge ? 1 : 0; // one without a score is in no comparison
        return new Groups(ByTenth, [.. Enumerable.Range(1, Tenths).Select(t => t.ToString(CultureInfo.InvariantCulture))], of);
    }

    private static (List<PeopleRow>, ScoreHolding?) Rows(byte[] answer, double[] share, List<Groups> breakdowns, PeopleSetting setting, List<string> notes)
    {
        Shares shares = Shares.Of(answer, breakdowns, setting.Rules, setting.Interval);
        List<PeopleRow> rows = [];
        for (int b = 0; b < breakdowns.Count; b++)
        {
            double[] expected = new double[breakdowns[b].Labels.Count];
            for (int n = 0; n < answer.Length; n++)
                if (answer[n] is Answers.Yes or Answers.No) expected[breakdowns[b].Of[n]] += share[n];
            for (int g = 0; g < expected.Length; g++)
            {
                PeopleRow row = shares.Row(breakdowns[b], b, g) with { LeftOut = null };
                ExpectedFigures figures = ExpectedFigures.Of(expected[g], row.With!.Value, row.People, setting.Rules);
                rows.Add(row with { Expected = b == 0 || breakdowns[b].By == ByTenth ? figures : figures.Beside(rows[0].Expected!, row.With.Value) });
            }
        }
        int[] compared = [.. Enumerable.Range(0, answer.Length).Where(n => answer[n] is Answers.Yes or Answers.No)];
        ScoreHolding? holding = ScoreHolding.Of([.. compared.Select(n => share[n])], [.. compared.Select(n => answer[n] == Answers.Yes)], rows[0], setting.Rules);
        if (!setting.Rules.IsNone) notes.Add($"Expected numbers are rounded to the nearest {setting.Rules.RoundTo} and withheld below {setting.Rules.Threshold}, as counts are; ratios come from the numbers shown.");
        notes.Add(holding?.Says ?? "Whether the score holds for everyone compared is not shown: too few of them, or of those who did or did not reoffend.");
        return (rows, holding);
    }
}

/// <summary>Entries beside what a score expects of them, a column each.</summary>
/// <param name="Answer">Whether each reoffended; outside where it is not compared.</param>
/// <param name="Share">The expected share; not a number where there is no score.</param>
/// <param name="IsCompared">Followed for long enough, and with a score.</param>
/// <param name="Columns">What groups are made by.</param>
/// <param name="Score">The score and its horizon, in words.</param>
/// <param name="LeftOut">How many are not compared.</param>
sealed record ComparedEntries(byte[] Answer, double[] Share, bool[] IsCompared, EntryColumns Columns, string Score, long LeftOut);
