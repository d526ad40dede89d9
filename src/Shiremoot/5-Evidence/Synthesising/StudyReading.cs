using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Synthesising;

/// <summary>Turns the rows of a file into effects: left out where a row says nothing, refused, all faults at once, where it says something that cannot be.</summary>
static class StudyReading
{
    private const int MostLevels = 50;

    public static Outcome<StudyEffects> Read(string path, SynthesisQuestion q)
    {
        if (EffectForm.Of(q).Refused(out Refusal? why, out EffectForm? form)) return why;
        List<(string Option, string Column)> asked = [.. form.Columns];
        if (q.Study is not null) asked.Add(("--study", q.Study));
        if (q.Cluster is not null) asked.Add(("--cluster", q.Cluster));
        asked.AddRange(q.Moderators.Select(m => ("--moderators", m)));
        if (FigureTable.Read(path, asked).Refused(out why, out FigureTable? table)) return why;

        List<string> faults = [.. table.Faults], noughts = [], leftOut = [];
        List<int> kept = [];
        List<(double Effect, double Variance)> effects = [];
        int corrected = 0;
        for (int r = 0; r < table.Rows; r++)
        {
            if (Needed(q).FirstOrDefault(c => table.IsMissing(r, c)) is { } missing && !form.IsEmpty(table, r))
            {
                leftOut.Add($"no value of '{missing}'");
                continue;
            }
            RowEffect one = form.Effect(table, r, q);
            switch (one.State)
            {
                case RowState.Empty: leftOut.Add("no effect"); break;
                case RowState.SaysNothing: leftOut.Add("nothing, or everything, happened in both groups, which says nothing of a ratio"); break;
                case RowState.Nought: noughts.Add($"{table.File}:{table.Lines[r]}: {one.Fault}"); break;
                case RowState.Fault: faults.Add($"{table.File}:{table.Lines[r]}: {one.Fault}"); break;
                default:
                    if (one.IsCorrected) corrected++;
                    kept.Add(r);
                    effects.Add((one.Effect, one.Variance));
                    break;
            }
        }
        if (faults.Count > 0) return SynthesisRefusals.FileFaults(table.File, faults);
        if (noughts.Count > 0) return SynthesisRefusals.Noughts(table.File, noughts);
        if (kept.Count < 2) return SynthesisRefusals.OneStudy(table.File, kept.Count);

        StudyEffects studies = new(table.File, table.Rows, [.. kept.Select(r => q.Study is null ? string.Create(CultureInfo.InvariantCulture, $"Row {r + 1}") : table.Text(r, q.Study))],
            [.. effects.Select(e => e.Effect)], [.. effects.Select(e => e.Variance)])
        {
            LeftOut = [.. leftOut.CountBy(l => l).Select(l => (l.Key, l.Value))],
            Notes = corrected == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"In {corrected} {(corrected == 1 ? "study" : "studies")} nothing, or everything, happened in a group: {q.Continuity} was added to each of its cells.")],
        };
        if (q.Cluster is not null)
        {
            string[] names = [.. kept.Select(r => table.Text(r, q.Cluster)).Distinct(StringComparer.Ordinal)];
            Dictionary<string, int> number = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
            studies = studies with { Clusters = names, Cluster = [.. kept.Select(r => number[table.Text(r, q.Cluster)])] };
        }
        return WithModerators(studies, table, kept, q);
    }

    private static IEnumerable<string> Needed(SynthesisQuestion q) => q.Cluster is null ? q.Moderators : q.Moderators.Append(q.Cluster);

    private static Outcome<StudyEffects> WithModerators(StudyEffects studies, FigureTable table, List<int> kept, SynthesisQuestion q)
    {
        List<string> names = [], faults = [];
        List<double[]> values = [];
        List<(string, string)> references = [];
        foreach (string column in q.Moderators)
        {
            double[] numbers = new double[kept.Count];
            bool areNumbers = true;
            for (int k = 0; k < kept.Count; k++) areNumbers &= table.TryNumber(kept[k], column, out numbers[k]);
            if (areNumbers)
            {
                names.Add(column);
                values.Add(numbers);
                continue;
            }
            string[] levels = [.. kept.Select(r => table.Text(r, column)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (levels.Length > MostLevels) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{table.File}: '{column}' has {levels.Length} different values that are not numbers; at most {MostLevels} can be told apart."));
            references.Add((column, levels[0]));
            foreach (string level in levels.Skip(1).Take(MostLevels))
            {
                names.Add($"{column}: {level}");
                values.Add([.. kept.Select(r => table.Text(r, column) == level ? 1.0 : 0)]);
            }
        }
        if (faults.Count > 0) return SynthesisRefusals.FileFaults(table.File, faults);
        return studies with { ModeratorNames = names, Moderators = [.. values], References = references };
    }
}
