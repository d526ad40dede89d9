using Shiremoot.Picture;

namespace Shiremoot.Cli;

/// <summary>A study of follow-ups as one JSON document. What has no value is null.</summary>
static class SurviveJson
{
    public static object Of(SurvivalStudy study, IReadOnlyList<string> written)
    {
        SurvivalRows rows = study.Rows;
        return new
        {
            rows.File,
            rows = rows.Read,
            followed = rows.Kept,
            leftOut = rows.LeftOut.Select(l => new { l.Column, l.Rows }),
            events = rows.Causes.Select((cause, c) => new { @event = cause, rows = rows.Times.Cause.Count(own => own == c + 1) }),
            study.Confidence,
            meanUntil = study.MeanUntil,
            groups = rows.Groups.Select((name, g) => Group(study, name, g)),
            tests = study.Tests.Select((t, c) => new { @event = rows.Causes[c], observed = t.Observed, expected = t.Expected, test = Test(t.Test) }),
            incidenceTests = study.IncidenceTests.Select((t, c) => new { @event = rows.Causes[c], score = t.Score, test = Test(t.Test) }),
            model = study.Model is { } model ? Model(study, model) : null,
            written,
        };
    }

    private static object Group(SurvivalStudy study, string name, int g)
    {
        SurvivalCurve curve = study.Curves[g];
        (double median, double lower, double upper) = curve.Quantile();
        (double mean, double error) = curve.RestrictedMean(study.MeanUntil);
        return new
        {
            group = name,
            rows = study.Rows.Group.Count(own => own == g),
            events = curve.Events.Sum(),
            median = Known(median),
            medianLower = Known(lower),
            medianUpper = Known(upper),
            mean,
            meanError = Known(error),
            at = study.At.Select(time => new { time, atRisk = curve.AtRiskAt(time), share = Known(curve.At(time).Share), lower = Known(curve.At(time).Lower), upper = Known(curve.At(time).Upper) }),
            incidence = study.Incidence.Count == 0 ? null : study.Incidence[g].Select(c => new
            {
                @event = study.Rows.Causes[c.Cause - 1],
                at = study.At.Select(time => new { time, share = Known(c.At(time).Share), lower = Known(c.At(time).Lower), upper = Known(c.At(time).Upper) }),
            }),
        };
    }

    private static object Model(SurvivalStudy study, CoxModel model) => new
    {
        of = study.Rows.Causes[0],
        model.Rows,
        model.Events,
        covariates = model.Coefficients.Select((c, k) => new
        {
            c.Name,
            hazardRatio = c.Ratio,
            lower = Math.Exp(c.Lower),
            upper = Math.Exp(c.Upper),
            c.P,
            logHazardRatio = c.Value,
            c.StandardError,
            perStandardDeviation = c.PerSpread,
            lasting = Test(model.Proportionality[k]),
        }),
        references = study.Rows.References.Select(r => new { covariate = r.Column, value = r.Value }),
        model.LogLikelihoodOfNone,
        model.LogLikelihood,
        likelihoodRatio = Test(model.LikelihoodRatio),
        wald = Test(model.Wald),
        score = Test(model.Score),
        lasting = Test(model.Proportionality[^1]),
        concordance = Known(model.Concordance),
    };

    private static object Test(ChiSquaredTest test) => new { chiSquared = Known(test.Statistic), test.Degrees, p = Known(test.P) };

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
