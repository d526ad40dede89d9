using Shiremoot.Evidence.Estimating;
using Shiremoot.Evidence.Evaluating;
using Shiremoot.Evidence.Matching;
using Shiremoot.Evidence.Weighting;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence;

/// <summary>The effect of a service: people who had it, beside people like them who had not. Method: docs/methods/effect-of-a-service.md.</summary>
public static class Evaluation
{
    /// <summary>Reads any tabular file and answers the question, or says why it cannot.</summary>
    public static Outcome<EvaluationResult> Of(string path, EvaluationQuestion question)
    {
        if (Refuse(question) is { } wrong) return wrong;
        return RowsReading.Of(path, question).Then(rows => Of(rows, question));
    }

    /// <summary>Answers the question of people in hand.</summary>
    public static Outcome<EvaluationResult> Of(EvaluationRows rows, EvaluationQuestion question)
    {
        if (Refuse(question) is { } wrong) return wrong;
        if (ScoreFitting.Of(rows, question).Refused(out Refusal? why, out PropensityScore? score)) return why;
        int[] all = [.. Enumerable.Range(0, rows.Kept)];
        StandardColumns standard = StandardColumns.Made(rows.Covariates, all);
        if (Adjust(rows, question, score, standard).Refused(out why, out AdjustedRows? adjusted)) return why;
        int mine = adjusted.Count(rows.Treated, true), others = adjusted.Count(rows.Treated, false);
        if (mine == 0 || others == 0) return EvaluationRefusals.NobodyMatched(adjusted.Width ?? double.PositiveInfinity);
        EvaluationCounts counts = new(rows.Treated.Count(t => t), rows.Treated.Count(t => !t), mine, others, adjusted.Effective(rows.Treated, true), adjusted.Effective(rows.Treated, false), adjusted.Ties);
        if (Effects.Of(rows, question, adjusted, standard).Refused(out why, out FoundEffect? found)) return why;
        IReadOnlyList<BalanceRow> balance = Balance.Of(rows, score, adjusted, question.Estimand, question.Limits);
        return new EvaluationResult
        {
            Question = question,
            Rows = rows,
            Score = score,
            Adjusted = adjusted,
            Counts = counts,
            Balance = balance,
            OutsideOverlap = Outside(rows.Treated, score.Logit),
            Effect = found.Effect,
            With = found.With,
            Without = found.Without,
            Ratio = found.Ratio,
            Shares = found.Shares,
            Plain = found.Plain,
            Others = OtherWays(rows, question, score, standard),
            EValue = found.EValue,
            EValueOfLimit = found.EValueOfLimit,
            Gamma = found.Gamma,
            WithheldBecause = EvaluationWords.Withheld(question, counts, balance, found.Effect),
            Notes = EvaluationWords.Notes(question, rows, score, adjusted, counts, found.Effect, found.IsThin),
        };
    }

    /// <summary>Makes the two kinds of rows alike by the method asked for.</summary>
    internal static Outcome<AdjustedRows> Adjust(EvaluationRows rows, EvaluationQuestion q, PropensityScore score, StandardColumns standard)
    {
        double[] distance = q.OnLogit ? score.Logit : score.Score;
        double? caliper = q.Caliper ?? (q.Method == EvaluationMethod.Radius ? EvaluationQuestion.UsualCaliper : null);
        double width = caliper is { } spreads ? spreads * Spread(distance) : double.PositiveInfinity;
        AdjustedRows? made = q.Method switch
        {
            EvaluationMethod.Nearest => Matches.Once(rows.Treated, distance, rows.Stratum, q.Ratio, width, q.Order, q.Seed, q.TakesLower),
            EvaluationMethod.WithReplacement => Matches.Again(rows.Treated, distance, rows.Stratum, q.Ratio, width, q.TakesLower),
            EvaluationMethod.Radius => Matches.Within(rows.Treated, distance, rows.Stratum, width),
            EvaluationMethod.Entropy => EntropyBalance.Of(rows.Treated, standard, q.Estimand),
            _ => ScoreWeights.Of(rows.Treated, score, q.Estimand),
        };
        return made is null ? EvaluationRefusals.NoEntropyBalance() : made with { Width = caliper is null ? null : width };
    }

    private static Refusal? Refuse(EvaluationQuestion q)
    {
        bool isMatching = q.Method is EvaluationMethod.Nearest or EvaluationMethod.WithReplacement or EvaluationMethod.Radius;
        if ((isMatching && q.Estimand != Estimand.Att) || (q.Method == EvaluationMethod.Entropy && q.Estimand == Estimand.Overlap))
            return EvaluationRefusals.NotWithMatching(EvaluationWords.Name(q.Method), EvaluationWords.Name(q.Estimand));
        if (!isMatching && (q.Caliper is not null || q.Exact.Count > 0 || q.Ratio != 1)) return EvaluationRefusals.OnlyMatching(EvaluationWords.Name(q.Method));
        if (q.Caliper is { } caliper && !(caliper > 0 && double.IsFinite(caliper))) return EvaluationRefusals.OptionOutOfRange("--caliper", "a number above 0");
        if (q.Ratio is < 1 or > 100) return EvaluationRefusals.OptionOutOfRange("--ratio", "a whole number from 1 to 100");
        if (q.Time is null && (q.At.Count > 0 || q.Unless is not null)) return EvaluationRefusals.OnlyTimes();
        if (q.At.Any(a => !(a > 0 && double.IsFinite(a)))) return EvaluationRefusals.OptionOutOfRange("--at", "numbers above 0");
        return null;
    }

    // The same people by other ways: a reader sees whether the answer hangs on the way.
    private static IReadOnlyList<EffectEstimate> OtherWays(EvaluationRows rows, EvaluationQuestion q, PropensityScore score, StandardColumns standard)
    {
        if (!q.ShowsOthers) return [];
        List<EffectEstimate> ways = [.. Effects.Unmatched(rows, q)];
        foreach (EvaluationMethod method in (ReadOnlySpan<EvaluationMethod>)[EvaluationMethod.Nearest, EvaluationMethod.Weighting, EvaluationMethod.Entropy])
        {
            EvaluationQuestion other = q with { Method = method, Estimand = Estimand.Att, Caliper = null, Exact = [], Ratio = 1, Order = MatchingOrder.Largest, TakesLower = false };
            if (method == q.Method && (q.Estimand == Estimand.Att && q.Caliper is null && q.Exact.Count == 0 && q.Ratio == 1 && !q.TakesLower)) continue;
            if (Adjust(rows with { Stratum = null }, other, score, standard).Refused(out _, out AdjustedRows? adjusted)) continue;
            if (Effects.Of(rows, other, adjusted, standard).Refused(out _, out FoundEffect? found)) continue;
            ways.Add(found.Effect with { Way = $"{EvaluationWords.Name(method)}{(method == q.Method ? " as usual" : "")}, {found.Effect.Way}" });
        }
        return ways;
    }

    private static double Spread(double[] distance)
    {
        double mean = distance.Average(), off = 0;
        foreach (double d in distance) off += (d - mean) * (d - mean);
        return Math.Sqrt(off / (distance.Length - 1));
    }

    private static int Outside(bool[] treated, double[] logit)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (int r = 0; r < treated.Length; r++)
            if (!treated[r]) (least, most) = (Math.Min(least, logit[r]), Math.Max(most, logit[r]));
        int outside = 0;
        for (int r = 0; r < treated.Length; r++)
            if (treated[r] && (logit[r] < least || logit[r] > most)) outside++;
        return outside;
    }
}
