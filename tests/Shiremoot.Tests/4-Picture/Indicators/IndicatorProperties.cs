using FsCheck;
using FsCheck.Fluent;
using Shiremoot.Picture;
using Shiremoot.Picture.Indicators;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Indicators;

/// <summary>What holds for every input, tried on a fixed stream of seeded ones.</summary>
public sealed class IndicatorProperties
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_241, 31);

    private static readonly Gen<(int Count, int Of)> Shares = Gen.Choose(1, 100_000).SelectMany(of => Gen.Choose(0, of).Select(count => (count, of)));

    private static readonly Gen<AgeBand[]> Areas = Gen.Choose(1, 12).SelectMany(n =>
        Gen.Zip(Gen.Choose(0, 500), Gen.Choose(500, 50_000)).ArrayOf(n).Select(rows => rows.Select((r, i) => new AgeBand($"{i}", r.Item1, r.Item2)).ToArray()))
        .Where(bands => bands.Sum(b => b.Events) >= DirectStandardisation.EventsNeeded);

    [Fact]
    public void A_proportion_lies_inside_its_limits_and_they_inside_nought_and_one() => Holds(Shares, share =>
    {
        IndicatorValue value = Proportions.Of(share.Count, share.Of).Value;
        return 0 <= value.Interval.Lower && value.Interval.Lower <= value.Value + 1e-15 && value.Value <= value.Interval.Upper + 1e-15 && value.Interval.Upper <= 1;
    });

    [Fact]
    public void Counting_those_without_it_turns_the_limits_about() => Holds(Shares, share =>
    {
        (double lower, double upper) = Wilson.Limits(share.Count, share.Of, 0.95);
        (double otherLower, double otherUpper) = Wilson.Limits(share.Of - share.Count, share.Of, 0.95);
        return Math.Abs(lower - (1 - otherUpper)) < 1e-12 && Math.Abs(upper - (1 - otherLower)) < 1e-12;
    });

    [Fact]
    public void More_confidence_never_makes_an_interval_narrower() => Holds(Gen.Zip(Shares, Gen.Zip(Gen.Choose(1, 998), Gen.Choose(1, 998))), input =>
    {
        ((int count, int of), (int a, int b)) = input;
        (double less, double more) = (Math.Min(a, b) / 1000.0, Math.Max(a, b) / 1000.0);
        return IsWithin(Proportions.Of(count, of, 1, less).Value, Proportions.Of(count, of, 1, more).Value)
            && IsWithin(Rates.Crude(count, of, 1000, less).Value, Rates.Crude(count, of, 1000, more).Value);
    });

    [Fact]
    public void A_rate_lies_inside_its_limits_and_they_follow_the_multiplier() => Holds(Shares, input =>
    {
        IndicatorValue one = Rates.Crude(input.Count, input.Of, 1).Value, many = Rates.Crude(input.Count, input.Of, 100_000).Value;
        return one.Interval.Lower >= 0 && one.Interval.Lower <= one.Value && one.Value <= one.Interval.Upper
            && Near(one.Interval.Upper * 100_000, many.Interval.Upper) && Near(one.Interval.Lower * 100_000, many.Interval.Lower);
    });

    [Fact]
    public void The_exact_limits_put_their_tail_beyond_the_count() => Holds(Gen.Choose(1, 5000), events =>
    {
        (double lower, double upper) = ExactPoisson.Limits(events, 0.95);
        return Math.Abs(1 - PoissonUpTo(events - 1, lower) - 0.025) < 1e-9 && Math.Abs(PoissonUpTo(events, upper) - 0.025) < 1e-9;
    });

    [Fact]
    public void Byar_is_near_the_exact_limits_from_ten_events() => Holds(Gen.Choose(10, 5000), events =>
    {
        ((double lower, double upper), (double exactLower, double exactUpper)) = (Byar.Limits(events, 0.95), ExactPoisson.Limits(events, 0.95));
        return Math.Abs(lower - exactLower) < 0.01 && Math.Abs(upper - exactUpper) < 0.01;
    });

    [Fact]
    public void A_standardised_rate_does_not_change_with_the_size_of_the_standard_population() => Holds(Gen.Zip(Areas, Gen.Choose(1, 1_000_000)), input =>
    {
        (AgeBand[] bands, int times) = input;
        IndicatorValue one = DirectStandardisation.Rate(bands, Standard(bands, 1), 1000).Value, many = DirectStandardisation.Rate(bands, Standard(bands, times), 1000).Value;
        return Near(one.Value, many.Value) && Near(one.Interval.Lower, many.Interval.Lower) && Near(one.Interval.Upper, many.Interval.Upper);
    });

    [Fact]
    public void Standardised_to_its_own_people_a_rate_is_the_crude_rate() => Holds(Areas, bands =>
    {
        IndicatorValue direct = DirectStandardisation.Rate(bands, [.. bands.Select(b => new StandardBand(b.Name, b.Population))], 1000).Value;
        IndicatorValue crude = Rates.Crude(bands.Sum(b => b.Events), bands.Sum(b => b.Population), 1000).Value;
        return Near(direct.Value, crude.Value) && Near(direct.Interval.Lower, crude.Interval.Lower) && Near(direct.Interval.Upper, crude.Interval.Upper);
    });

    [Fact]
    public void A_standardised_rate_lies_inside_its_limits_and_the_order_of_bands_does_not_matter() => Holds(Areas, bands =>
    {
        IndicatorValue value = DirectStandardisation.Rate(bands, Standard(bands, 1), 1000).Value;
        IndicatorValue turned = DirectStandardisation.Rate([.. bands.Reverse()], Standard(bands, 1), 1000).Value;
        return value.Interval.Lower <= value.Value && value.Value <= value.Interval.Upper && Near(value.Value, turned.Value) && Near(value.Interval.Upper, turned.Interval.Upper);
    });

    [Fact]
    public void Events_that_nobody_repeats_give_the_same_limits_as_independent_ones() => Holds(Areas, bands =>
    {
        IndicatorValue plain = DirectStandardisation.Rate(bands, Standard(bands, 1), 1000).Value;
        IndicatorValue single = DirectStandardisation.Rate([.. bands.Select(b => b with { PeopleByEvents = [b.Events] })], Standard(bands, 1), 1000).Value;
        return Near(plain.Interval.Lower, single.Interval.Lower) && Near(plain.Interval.Upper, single.Interval.Upper);
    });

    [Fact]
    public void An_area_held_against_itself_has_a_ratio_of_one_hundred() => Holds(Areas, bands =>
    {
        double expected = IndirectStandardisation.Expected(bands, [.. bands.Select(b => new ReferenceBand(b.Name, b.Events, b.Population))]).Value;
        return Near(IndirectStandardisation.Ratio(bands.Sum(b => b.Events), expected).Value.Value, 100);
    });

    [Fact]
    public void An_area_is_outside_the_line_exactly_when_its_own_interval_leaves_the_benchmark_out() => Holds(Gen.Zip(Shares, Gen.Choose(1, 999)), input =>
    {
        ((int count, int of), double benchmark) = (input.Item1, input.Item2 / 1000.0);
        Standing byInterval = Comparison.ByInterval(Proportions.Of(count, of).Value.Interval, Proportions.Of(count, of, 1, 0.998).Value.Interval, benchmark);
        return Comparison.Proportion(count, of, benchmark).Value == byInterval;
    });

    [Fact]
    public void Groups_are_even_and_rise_with_the_value() => Holds(Gen.Choose(0, 1000).ArrayOf(120), values =>
    {
        int[] unlike = [.. values.Distinct()];
        int?[] group = Quantiles.Assign([.. unlike.Select(v => (double?)v)], 10, highestFirst: false);
        var sizes = group.GroupBy(g => g).Select(g => g.Count()).ToArray();
        return sizes.Length == 10 && sizes.Max() - sizes.Min() <= 1
            && unlike.Zip(group).OrderBy(p => p.First).Select(p => p.Second!.Value).ToArray() is var inOrder && inOrder.SequenceEqual(inOrder.Order());
    });

    [Fact]
    public void An_average_of_parts_is_never_refused_as_a_rate() => Holds(Gen.Zip(Gen.Choose(0, 500), Gen.Choose(1, 5000)).ArrayOf(9), parts =>
    {
        double average = parts.Sum(p => (double)p.Item1 * p.Item2) / parts.Sum(p => (double)p.Item2);
        return !RateOfParts.Check(average, [.. parts.Select(p => (double)p.Item1)]).CannotBeRate;
    });

    private static void Holds<T>(Gen<T> inputs, Func<T, bool> holds) => Prop.ForAll(inputs.ToArbitrary(), holds).Check(Seeded);

    private static StandardBand[] Standard(AgeBand[] bands, int times) => [.. bands.Select((b, i) => new StandardBand(b.Name, (1000.0 + (i * 250)) * times))];

    private static bool IsWithin(IndicatorValue inner, IndicatorValue outer) =>
        outer.Interval.Lower <= inner.Interval.Lower + 1e-12 && inner.Interval.Upper <= outer.Interval.Upper + 1e-12;

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));

    // The plain sum of the first terms, each from logarithms so that none overflows.
    private static double PoissonUpTo(int events, double mean)
    {
        double sum = 0, logTerm = -mean;
        for (int k = 0; k <= events; k++)
        {
            if (k > 0) logTerm += Math.Log(mean / k);
            sum += Math.Exp(logTerm);
        }
        return sum;
    }
}
