using Shiremoot.Picture.Indicators;
using Shiremoot.Terms;

namespace Shiremoot.Picture;

/// <summary>The groups of a breakdown in a funnel of observed over expected about everyone's ratio. Made of protected figures alone. Method: docs/methods/expected-reoffending.md.</summary>
public static class PeopleFunnel
{
    private const int LeastGroups = 3;

    /// <summary>Null where fewer than three groups have a ratio that may be shown, or everyone has none.</summary>
    public static FunnelChart? Of(PeoplePicture picture, string by)
    {
        if (picture.All.Expected?.Ratio.Shown is not > 0) return null;
        FunnelArea[] groups =
        [
            .. picture.Rows.Where(r => r.By == by && r.Group != PeopleMeasuring.Groups.NotKnown && r.Expected?.Ratio.Shown is not null)
                .Select(r => new FunnelArea(r.Title, r.With!.Value.Shown!.Value, r.Expected!.Number.Shown!.Value)),
        ];
        if (groups.Length < LeastGroups) return null;
        return Funnel.Draw(FunnelKind.Ratio, groups, per: 1, picture.All.Expected.Ratio.Shown.Value).Refused(out _, out FunnelChart? chart) ? null : chart;
    }

    /// <summary>Where a group's ratio lies about that of everyone, in words.</summary>
    public static string Says(Standing standing) => standing switch
    {
        Standing.Similar => "within limits",
        Standing.Lower => "below 95% limits",
        Standing.FarLower => "below 99.8% limits",
        Standing.Higher => "above 95% limits",
        _ => "above 99.8% limits",
    };
}
