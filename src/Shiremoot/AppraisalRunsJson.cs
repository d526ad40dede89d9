using Shiremoot.Economics;

namespace Shiremoot;

/// <summary>The draws of an option as a part of a JSON document.</summary>
static class AppraisalRunsJson
{
    public static object Of(AppraisalRuns r) => new
    {
        r.Draws,
        r.Seed,
        summary = r.Summary(),
        figures = r.Figures.ToDictionary(f => f.Name, Figure),
        bearers = r.Bearers.Select(b => new { b.Bearer, agency = b.IsAgency, net = Figure(b.Net) }),
        avoided = r.Avoided.ToDictionary(f => f.Name["avoided: ".Length..], Figure),
        fan = Fan(r.Fan),
        budgetFan = Fan(r.BudgetFan),
        ratios = r.Ratios.ToDictionary(x => x.Name, x => new { x.Central, shareLeftOut = x.ShareLeftOut, percentiles = Percentiles(x.Percentiles) }),
        choices = r.Choices.Select(c => new
        {
            c.Of,
            c.Figure,
            influences = c.Influences,
            information = new { doIt = c.Information.Best is not null, c.Information.Expected, perfect = c.Information.Perfect, byInput = c.Information.ByInput.Select(i => new { i.Input, i.Value }) },
        }),
        claims = r.Claims.Select(c => new { c.Claim.Figure, c.Claim.Pounds, c.Claim.Source, c.Central, shareAtLeast = c.ShareAtLeast }),
        correlations = r.Correlations.Select(c => new { c.Asked.One, c.Asked.Other, asked = c.Asked.Rank, c.Got }),
    };

    private static IEnumerable<object> Fan(IReadOnlyList<DrawnYear> years) => years.Select(y => new { year = y.Label, running = Figure(y.Running), shareRepaid = y.ShareRepaid });

    private static object Figure(DrawnFigure f) => new { f.Central, f.Mean, f.Deviation, percentiles = Percentiles(f.Percentiles), shareAboveNought = f.ShareAboveNought };

    private static IEnumerable<object> Percentiles(IReadOnlyList<Percentile> all) => all.Select(p => new { p.Share, p.At.Value, p.At.Error });
}
