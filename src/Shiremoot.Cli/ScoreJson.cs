using Shiremoot.Picture;

namespace Shiremoot.Cli;

/// <summary>A scored file as one JSON document: of groups, never of a case.</summary>
static class ScoreJson
{
    public static object Of(ScoredFile scored, CaseScoringOptions asked) => new
    {
        score = scored.Model.Id,
        title = scored.Model.Title,
        version = scored.Model.Version,
        source = scored.Model.Source,
        label = asked.Label,
        years = scored.Years,
        rows = scored.Rows,
        scored = scored.Scored,
        expected = scored.Expected,
        notScored = scored.NotScored.Select(r => new { why = r.Why, rows = r.Rows }),
        bands = scored.Bands.Select(b => new { band = b.Band, rows = b.Rows }),
        withoutOutcome = scored.WithoutOutcome,
        compared = scored.Compared is not { } compared ? null : new
        {
            everyone = Group(compared.All, null),
            groups = compared.Groups.Select((g, i) => Group(g, compared.Funnel!.Points[i].Standing)),
            funnel = compared.Funnel?.Lines.Select(l => new { l.Confidence, l.IsUpper, l.Size, l.Limit }),
        },
        notes = scored.Notes,
        file = asked.Out,
    };

    private static object Group(ComparedGroup group, Standing? standing) => new
    {
        group = group.Name,
        group.Cases,
        group.Observed,
        group.Expected,
        ratio = group.Ratio.Value,
        lower = group.Ratio.Interval.Lower,
        upper = group.Ratio.Interval.Upper,
        method = group.Ratio.Interval.Method,
        standing,
        calibrationInTheLarge = group.Calibration?.InTheLarge,
        calibrationInTheLargeInterval = group.Calibration?.InTheLargeInterval,
        calibrationSlope = group.Calibration?.Slope,
        calibrationSlopeInterval = group.Calibration?.SlopeInterval,
        auc = group.Discrimination?.Area,
        aucInterval = group.Discrimination?.Interval,
    };
}
