using Shiremoot.Evidence;
using Shiremoot.Trust;

namespace Shiremoot.Cli;

/// <summary>An evaluation as one JSON document. What has no value is null.</summary>
static class EvaluateJson
{
    public static object Of(EvaluationResult result, IReadOnlyList<string> written) => new
    {
        file = result.Rows.File,
        rows = result.Rows.Read,
        kept = result.Rows.Kept,
        leftOut = result.Rows.LeftOut.Select(l => new { l.Column, l.Rows }),
        treated = result.Question.Treated,
        outcome = result.Question.Outcome,
        kind = result.Rows.Kind,
        covariates = result.Question.Covariates,
        references = result.Rows.References.Select(r => new { covariate = r.Column, value = r.Value }),
        method = EvaluationWords.Name(result.Question.Method),
        estimand = EvaluationWords.Name(result.Question.Estimand),
        estimator = result.Effect.Way,
        confidence = result.Question.Confidence,
        seed = result.Question.Seed,
        caliper = result.Question.Caliper,
        caliperWidth = result.Adjusted.Width,
        headline = result.Headline,
        headlineWithheldBecause = result.WithheldBecause,
        verdict = EvaluationWords.Verdict(result),
        sentence = EvaluationWords.Effect(result),
        caution = EvaluationWords.Caution(result),
        effect = Effect(result.Effect),
        with = result.With,
        without = result.Without,
        ratio = result.Ratio is { } ratio ? new { ratio.Of, ratio.Value, ratio.Lower, ratio.Upper } : null,
        shares = result.Shares.Select(s => new { by = s.By, with = Known(s.With), without = Known(s.Without), difference = Effect(s.Difference) }),
        weightedMeansAlone = result.Plain is { } plain ? Effect(plain) : null,
        otherWays = result.Others.Select(Effect),
        people = result.Counts,
        matched = result.Counts.TreatedUsed + result.Counts.OthersUsed,
        outsideOverlap = result.OutsideOverlap,
        propensity = new { coefficients = result.Score.Names.Select((name, c) => new { name, value = result.Score.Values[c] }), ridge = result.Score.Ridge },
        balance = result.Balance.Select(b => new { covariate = b.Name, treated = Known(b.Treated), others = Known(b.Others), before = Known(b.Before), after = Known(b.After), varianceRatioBefore = Known(b.RatioBefore), varianceRatioAfter = Known(b.RatioAfter), b.Light }),
        overlap = Overlap(result.Overlap(DisclosureRules.Default)),
        overlapDisclosure = DisclosureRules.Default.Label,
        eValue = result.EValue,
        eValueOfLimit = result.EValueOfLimit,
        rosenbaumGamma = result.Gamma,
        notes = result.Notes,
        protocol = result.Protocol,
        written,
    };

    private static object Effect(EffectEstimate effect) => new { way = effect.Way, value = Known(effect.Value), standardError = Known(effect.StandardError), lower = Known(effect.Lower), upper = Known(effect.Upper), p = Known(effect.P) };

    private static object[] Overlap(ProtectedTable table) =>
        [.. Enumerable.Range(0, table.Columns).Select(b => new { from = b / 10.0, until = (b + 1) / 10.0, treated = table[0, b].Shown, others = table[1, b].Shown })];

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
