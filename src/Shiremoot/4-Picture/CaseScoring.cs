using Shiremoot.Intake;
using Shiremoot.Picture.Scores;
using Shiremoot.Records;
using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>
/// Scores an analyst's own file of cases, a row at a time, and compares what was expected with what happened. Scores leave only by the file the analyst
/// asks for: what is given back is of groups.
/// </summary>
public static class CaseScoring
{
    // A share rounded to 0 or 1 has no logit; the least that five decimals can say stands in for it in comparisons.
    private const double LeastShare = 1e-5;

    /// <summary>Scores a file. Each of its rows is written once, with its score or the reason why it has none. Refused if the file is no table, or lacks a column.</summary>
    /// <param name="path">The file of cases.</param>
    /// <param name="model">The score.</param>
    /// <param name="vocabulary">The words for sexes, and the offences.</param>
    /// <param name="asked">Columns, the file to write, what to compare.</param>
    public static Outcome<ScoredFile> Score(string path, ScoreModel model, Vocabulary vocabulary, CaseScoringOptions asked)
    {
        string file = Path.GetFileName(path);
        if (asked.Years is not (1 or 2) || (asked.Years == 1 && model.Form.FollowsFromConviction)) return ScoreRefusals.NoHorizon(model.Title, asked.Years);
        if (TableReading.OpenAlone(path).Refused(out Refusal? why, out TableReader? reader)) return why;
        using (reader)
        {
            if (reader.Headers.Count == 0) return ScoreRefusals.NoCases(file);
            if (CaseReading.For(file, reader.Headers, asked.Columns, model.Form, vocabulary).Refused(out why, out CaseReading? cases)) return why;
            OutcomeRows? outcomes = null;
            if (asked.Outcome is { } column && OutcomeRows.For(file, reader.Headers, column, asked.By).Refused(out why, out outcomes)) return why;
            if (asked.Out is null) return Read(reader, file, model, cases, outcomes, null, asked.Years);
            if (ScoredRows.Added(model).FirstOrDefault(a => reader.Headers.Contains(a)) is { } taken) return ScoreRefusals.ColumnTaken(file, taken);
            return Written(asked.Out, to => Read(reader, file, model, cases, outcomes, new ScoredRows(to, reader.Headers, model, asked.Label), asked.Years));
        }
    }

    private static Outcome<ScoredFile> Read(TableReader reader, string file, ScoreModel model, CaseReading cases, OutcomeRows? outcomes, ScoredRows? rows, int years)
    {
        Dictionary<string, long> reasons = new(StringComparer.Ordinal);
        long[] bands = new long[ScoreBands.Names.Length];
        double expected = 0;
        long scored = 0;
        while (reader.Read())
        {
            string? whyNot = cases.Read(reader, out ScoreCase one);
            ScoreValue value = whyNot is null ? model.Form.Of(one, cases.Points) : default;
            rows?.Write(reader, value, whyNot);
            if (whyNot is not null)
            {
                reasons[whyNot] = reasons.GetValueOrDefault(whyNot) + 1;
                continue;
            }
            double share = years == 1 ? value.OneYear : value.TwoYears;
            scored++;
            expected += share;
            bands[model.Bands.Of(model.Form.Percent(value.TwoYears))]++;
            outcomes?.Add(reader, Math.Clamp(share, LeastShare, 1 - LeastShare));
        }
        if (reader.Stopped is { } stopped) return ScoreRefusals.FileStopped(file, stopped);
        if (reader.Rows == 0) return ScoreRefusals.NoCases(file);
        ObservedExpected? compared = null;
        if (outcomes is not null && ObservedExpected.Of(outcomes, file).Refused(out Refusal? why, out compared)) return why;
        return new ScoredFile
        {
            Model = model,
            Years = years,
            Rows = reader.Rows,
            Scored = scored,
            Expected = expected,
            NotScored = [.. reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value))],
            Bands = [.. ScoreBands.Names.Zip(bands)],
            Compared = compared,
            WithoutOutcome = outcomes?.WithoutOutcome ?? 0,
            Notes = cases.Notes,
        };
    }

    // A file is kept whole or not at all, so a refusal on the way must end the writing as a fault of the disk would.
    private static Outcome<ScoredFile> Written(string path, Func<Stream, Outcome<ScoredFile>> write)
    {
        Refusal? refused = null;
        try
        {
            return WholeFile.Write(path, file =>
            {
                using BufferedStream buffered = new(file, 1 << 20);
                if (write(buffered).Refused(out refused, out ScoredFile? done)) throw new IOException(refused.Says);
                return done;
            });
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return refused ?? ScoreRefusals.CannotWrite(path, wrong.Message);
        }
    }
}

/// <summary>How a file of cases is scored.</summary>
public sealed record CaseScoringOptions
{
    public CaseColumns Columns { get; init; } = new();

    /// <summary>The file to write: the rows as they came with the score's columns after them; none is written if null.</summary>
    public string? Out { get; init; }

    /// <summary>What stands beside the score on every row.</summary>
    public string Label { get; init; } = ScoreModel.Label;

    /// <summary>A column of yes and no: whether it happened within the years.</summary>
    public string? Outcome { get; init; }

    /// <summary>A column whose values are the groups compared.</summary>
    public string? By { get; init; }

    /// <summary>Within how many years the outcome is: 1 or 2.</summary>
    public int Years { get; init; } = 2;
}

/// <summary>What became of a file of cases: of all of them, and of groups. It says nothing of any one.</summary>
public sealed record ScoredFile
{
    public required ScoreModel Model { get; init; }

    /// <summary>The horizon of what is expected.</summary>
    public required int Years { get; init; }

    public required long Rows { get; init; }

    public required long Scored { get; init; }

    /// <summary>The sum of expected shares: how many of those scored are expected to reoffend.</summary>
    public required double Expected { get; init; }

    /// <summary>Why rows were not scored, and how many, most first.</summary>
    public required IReadOnlyList<(string Why, long Rows)> NotScored { get; init; }

    /// <summary>Rows in each band, lowest first.</summary>
    public required IReadOnlyList<(string Band, long Rows)> Bands { get; init; }

    /// <summary>What happened beside what was expected, where an outcome was asked about.</summary>
    public ObservedExpected? Compared { get; init; }

    /// <summary>Rows scored whose outcome is not known: they are in no comparison.</summary>
    public long WithoutOutcome { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}
