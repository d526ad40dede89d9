using Shiremoot.Evidence;
using Shiremoot.Trust;

namespace Shiremoot.Cli;

/// <summary>How people come to a service and stay, as JSON. What is withheld is null.</summary>
static class EngagementJson
{
    public static object Of(EngagementPicture picture) => new
    {
        picture.Sentence,
        picture.Definition,
        withinDays = picture.Plan.WithinDays,
        steps = picture.Steps.Select(s => new
        {
            s.Name,
            people = s.People.Shown,
            ofAll = Share(s.OfAll),
            ofBefore = Share(s.OfBefore),
            medianDays = s.MedianDays.Shown,
            medianLower = s.MedianLower.Shown,
            medianUpper = s.MedianUpper.Shown,
        }),
        groups = picture.Groups.Select(g => new { g.By, g.Group, people = g.Reached[0].Whole.Shown, reached = g.Reached.Skip(1).Select(Share) }),
        factorsSay = picture.FactorsSay,
        factors = picture.Factors.Select(f => new
        {
            f.Name,
            f.Effect.Says,
            oddsRatio = f.Effect.OddsRatio.Shown,
            lower = f.Effect.Lower.Shown,
            upper = f.Effect.Upper.Shown,
            points = f.Effect.Points.Shown,
            pointsLower = f.Effect.PointsLower.Shown,
            pointsUpper = f.Effect.PointsUpper.Shown,
        }),
        picture.Notes,
    };

    private static object Share(ProtectedShare share) => new { value = share.Value, lower = share.Interval?.Lower, upper = share.Interval?.Upper };
}
