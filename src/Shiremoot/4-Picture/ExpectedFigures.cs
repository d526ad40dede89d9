using Shiremoot.Picture.Indicators;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>
/// What a score expects of a group beside what was observed. The expected number is an aggregate over the group, protected as a count of people is; all else is worked out from it and from protected
/// counts alone. Method: docs/methods/expected-reoffending.md.
/// </summary>
/// <param name="Number">How many were expected to reoffend: the sum of expected shares, to the nearest base of the rules; withheld where the group's counts are, or where it is small.</param>
/// <param name="Share">As a share of the people compared, 0 to 1.</param>
/// <param name="Ratio">Observed over expected: 1 where as many reoffended as expected. Withheld where either, as rounded, is below four times the base: rounding would then move it by an eighth or more.</param>
/// <param name="Lower">Its lower limit, 95 per cent: Byar's, exact Poisson below ten observed.</param>
/// <param name="Upper">Its upper limit.</param>
public sealed record ExpectedFigures(Protected<double> Number, Protected<double> Share, Protected<double> Ratio, Protected<double> Lower, Protected<double> Upper)
{
    private const int LeastRoundings = 4;

    /// <summary>Where the group lies in the funnel about everyone's ratio; null for everyone, and where it cannot be told.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Of a group whose counts were protected.</summary>
    /// <param name="expected">The sum of expected shares of those compared.</param>
    /// <param name="observed">Those who reoffended.</param>
    /// <param name="people">Those compared.</param>
    /// <param name="rules">The place's rules.</param>
    internal static ExpectedFigures Of(double expected, ProtectedCount observed, ProtectedCount people, DisclosureRules rules)
    {
        if (observed.IsWithheld || people.IsWithheld || !(expected > 0)) return new(default, default, default, default, default);
        ProtectedCount whole = rules.Protect(new RawCount((long)Math.Round(expected, MidpointRounding.AwayFromZero)));
        Protected<double> number = rules.IsNone ? people.Then(_ => expected) : whole.Then(e => (double)e);
        long had = observed.Shown!.Value;
        // Of small numbers the rounding alone would make a ratio of one out of two.
        if (rules.RoundTo > 1 && (had < LeastRoundings * rules.RoundTo || number.Shown is not { } shown || shown < LeastRoundings * rules.RoundTo)) return new(number, number.Then(e => e / people.Shown!.Value), default, default, default);
        Interval limits = Counts.Of(had, Confidence.Usual);
        return new(number, number.Then(e => e / people.Shown!.Value), number.Then(e => had / e), number.Then(e => limits.Lower / e), number.Then(e => limits.Upper / e));
    }

    /// <summary>The same beside everyone's ratio.</summary>
    internal ExpectedFigures Beside(ExpectedFigures everyone, ProtectedCount observed) =>
        Number.Shown is { } expected && !Ratio.IsWithheld && everyone.Ratio.Shown is { } ratio && !Comparison.Count(observed.Shown, expected * ratio).Refused(out _, out Standing standing) ? this with { Standing = standing } : this;
}
