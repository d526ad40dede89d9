using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>A group's share over that of the group it is held against: the relative rate index of a decision point. 1 where they are alike.</summary>
/// <param name="Against">The group it is held against.</param>
/// <param name="Ratio">The index.</param>
/// <param name="Lower">Its lower limit, 95 per cent, by the log method of Katz and others (1978).</param>
/// <param name="Upper">Its upper limit.</param>
public sealed record RelativeRate(string Against, Protected<double> Ratio, Protected<double> Lower, Protected<double> Upper);

/// <summary>Sets the groups of each breakdown beside one of them: one that the measure names, or the largest. Works on protected counts alone. Method: docs/methods/relative-rate-index.md.</summary>
static class RelativeRates
{
    public static IReadOnlyList<PeopleRow> Of(PeopleMeasure measure, IReadOnlyList<PeopleRow> rows)
    {
        if (measure.Shows is not (PeopleShows.Outcome or PeopleShows.Return or PeopleShows.Reoffending)) return rows;
        Dictionary<string, PeopleRow?> against = rows.Where(r => r.By.Length > 0).GroupBy(r => r.By).ToDictionary(g => g.Key, g => Against(measure, g), StringComparer.Ordinal);
        return [.. rows.Select(r => against.GetValueOrDefault(r.By) is { } other && !ReferenceEquals(other, r) ? r with { Relative = Beside(r, other) } : r)];
    }

    internal static PeopleRow? Against(PeopleMeasure measure, IEnumerable<PeopleRow> groups)
    {
        PeopleRow[] shown = [.. groups.Where(g => g.Group != PeopleMeasuring.Groups.NotKnown && g.Share?.Value is > 0)];
        return shown.FirstOrDefault(g => measure.Against.Contains(g.Group)) ?? shown.MaxBy(g => g.People.Shown);
    }

    // Where a group has nobody with the outcome there is no ratio.
    internal static RelativeRate? Beside(PeopleRow row, PeopleRow other)
    {
        if (row.Share is not { } share || share.Value is 0) return null;
        (double otherWith, double otherOf) = (other.Share!.Value.Part.Shown!.Value, other.Share.Value.Whole.Shown!.Value);
        Protected<double> Figure(Func<RateRatio, double> of) =>
            share.Part.With(share.Whole, (with, people) => RateRatio.OfShares(new TwoGroups(with, people, otherWith, otherOf)).Refused(out _, out RateRatio ratio) ? double.NaN : of(ratio));
        return new RelativeRate(other.Title, Figure(r => r.Ratio), Figure(r => r.Interval.Lower), Figure(r => r.Interval.Upper));
    }
}
