using Shiremoot.Intake;
using Shiremoot.Picture.Indicators;
using Shiremoot.Picture.Scores;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>What a score in an analyst's file gets right and wrong, for everyone and by group. See docs/methods/fairness.md.</summary>
public static class Fairness
{
    /// <summary>Reads the file and counts; refused if it is no table, lacks a column, or has no row with both score and outcome.</summary>
    public static Outcome<FairnessFound> Look(string path, FairnessOptions asked)
    {
        string file = Path.GetFileName(path);
        if (TableReading.OpenAlone(path).Refused(out Refusal? why, out TableReader? reader)) return why;
        using (reader)
        {
            if (reader.Headers.Count == 0) return ScoreRefusals.NoCases(file);
            int score = reader.Headers.ToList().FindIndex(h => string.Equals(h, asked.Score, StringComparison.OrdinalIgnoreCase));
            if (score < 0) return ScoreRefusals.NoColumn(file, asked.Score, "--score", reader.Headers);
            if (OutcomeRows.For(file, reader.Headers, asked.Outcome, asked.By).Refused(out why, out OutcomeRows? rows)) return why;
            long bad = 0, withoutScore = 0;
            while (reader.Read())
            {
                if (reader.IsBad) bad++;
                else if (!CellReading.TryNumber(reader.Field(score), out double value)) withoutScore++;
                else rows.Add(reader, value);
            }
            if (reader.Stopped is { } stopped) return ScoreRefusals.FileStopped(file, stopped);
            if (rows.TooMany is { } tooMany) return tooMany;
            if (rows.Count == 0) return ScoreRefusals.NothingToCompare(file);
            List<FairnessGroup> groups = [];
            for (int g = 0; g < rows.Groups.Count; g++)
            {
                (double[] values, bool[] had) = rows.Of(g);
                groups.Add(FairnessGroup.Of(rows.Groups[g], values, had, asked.Threshold));
            }
            groups.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
            return new FairnessFound
            {
                Rows = reader.Rows,
                LeftOut = [.. new (string Why, long Rows)[] { ("bad rows", bad), ("no score that can be read", withoutScore), ("no known outcome", rows.WithoutOutcome) }.Where(l => l.Rows > 0)],
                Everyone = FairnessGroup.Of("everyone", rows.Values, rows.Outcomes, asked.Threshold),
                Groups = groups,
            };
        }
    }
}

/// <summary>What is looked at.</summary>
/// <param name="Score">The column of scores; higher means the outcome is thought likelier.</param>
/// <param name="Outcome">The column of yes and no.</param>
/// <param name="By">The column of the groups, if any.</param>
/// <param name="Threshold">The score from which a person counts as flagged.</param>
public sealed record FairnessOptions(string Score, string Outcome, string? By, double Threshold);

/// <summary>What was found, of groups.</summary>
public sealed record FairnessFound
{
    public required long Rows { get; init; }

    /// <summary>Rows in no count, and why.</summary>
    public required IReadOnlyList<(string Why, long Rows)> LeftOut { get; init; }

    public required FairnessGroup Everyone { get; init; }

    /// <summary>In order of name; empty if none were asked for.</summary>
    public required IReadOnlyList<FairnessGroup> Groups { get; init; }
}

/// <summary>The truth table of a group, and the rates made from it, each with Wilson's interval; a rate of nobody is null.</summary>
/// <param name="Name">As the file writes it.</param>
/// <param name="TrueNegatives">Not flagged, and it did not happen.</param>
/// <param name="FalsePositives">Flagged, and it did not happen.</param>
/// <param name="FalseNegatives">Not flagged, and it happened.</param>
/// <param name="TruePositives">Flagged, and it happened.</param>
/// <param name="Discrimination">The area under the curve; null where there are not two with the outcome and two without.</param>
public sealed record FairnessGroup(string Name, int TrueNegatives, int FalsePositives, int FalseNegatives, int TruePositives, Discrimination? Discrimination)
{
    public int People => TrueNegatives + FalsePositives + FalseNegatives + TruePositives;

    /// <summary>The share to whom it happened.</summary>
    public IndicatorValue? BaseRate => Share(FalseNegatives + TruePositives, People);

    /// <summary>The share flagged.</summary>
    public IndicatorValue? Flagged => Share(FalsePositives + TruePositives, People);

    /// <summary>Of those to whom it did not happen, the share flagged.</summary>
    public IndicatorValue? FalsePositiveRate => Share(FalsePositives, FalsePositives + TrueNegatives);

    /// <summary>Of those to whom it happened, the share not flagged.</summary>
    public IndicatorValue? FalseNegativeRate => Share(FalseNegatives, FalseNegatives + TruePositives);

    /// <summary>Of those flagged, the share to whom it happened.</summary>
    public IndicatorValue? PositivePredictiveValue => Share(TruePositives, FalsePositives + TruePositives);

    internal static FairnessGroup Of(string name, ReadOnlySpan<double> scores, ReadOnlySpan<bool> had, double threshold)
    {
        int[] table = new int[4];
        for (int i = 0; i < scores.Length; i++) table[(had[i] ? 2 : 0) + (scores[i] >= threshold ? 1 : 0)]++;
        RocArea.Of(scores, had).Refused(out _, out Discrimination? area);
        return new(name, table[0], table[1], table[2], table[3], area);
    }

    private static IndicatorValue? Share(int part, int whole) => whole == 0 ? null : Proportions.Of(part, whole).Value;
}
