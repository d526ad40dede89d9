using Shiremoot.Evidence;
using Shiremoot.Evidence.Estimating;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence.Evaluating;

/// <summary>Effects that are known come out, intervals hold them, what was not measured is told of, and a headline is given only where it may be.</summary>
public sealed class EffectTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.10)]
    public void Intervals_hold_the_planted_effect(double effect)
    {
        EvaluationCoverage coverage = EvaluationCoverage.Of(200, 1_500, effect, MadeService.Question);
        ((double)coverage.Held / coverage.Runs).ShouldBeInRange(0.90, 0.99); // 200 runs: the benchmark makes a thousand
        Math.Abs(coverage.MeanOff).ShouldBeLessThan(0.01);
        if (effect == 0) coverage.Called.ShouldBeLessThan(200 / 10);
        else coverage.Called.ShouldBeGreaterThan(120);
    }

    [Theory]
    [InlineData(EvaluationMethod.Nearest)]
    [InlineData(EvaluationMethod.WithReplacement)]
    [InlineData(EvaluationMethod.Radius)]
    [InlineData(EvaluationMethod.Entropy)]
    public void Every_method_finds_a_planted_effect_within_its_interval_s_reach(EvaluationMethod method)
    {
        EvaluationResult found = Evaluation.Of(MadeService.People(20_000, 0.08, 11), MadeService.Question with { Method = method, Caliper = method == EvaluationMethod.Radius ? 0.1 : null }).Value;
        found.Effect.Value.ShouldBe(-0.08, 3 * found.Effect.StandardError);
        found.Effect.StandardError.ShouldBeLessThan(0.015);
        found.HasHeadline.ShouldBeTrue(found.Headline);
        EvaluationWords.Verdict(found).ShouldBe("fewer");
        found.Headline.ShouldContain("Of every 100 people who had the service");
    }

    [Fact]
    public void Something_unmeasured_makes_an_effect_of_nothing_and_the_E_value_says_how_strong_it_need_be()
    {
        EvaluationResult fooled = Evaluation.Of(MadeService.People(8_000, 0, 21, unmeasured: 1.5), MadeService.Question).Value;
        fooled.Effect.IsShown.ShouldBeTrue(); // nothing in the data can tell: that is why the bound is shown
        double risk = fooled.Ratio!.Value;
        fooled.EValue!.Value.ShouldBe((1 / risk) + Math.Sqrt(1 / risk * ((1 / risk) - 1)), 1e-9);
        fooled.EValueOfLimit!.Value.ShouldBeInRange(1, fooled.EValue.Value);
        EvaluationWords.Caution(fooled).ShouldContain("something unmeasured would have to go with both");
    }

    [Fact]
    public void E_values_are_those_of_the_paper()
    {
        // VanderWeele and Ding (2017): risk ratio 3.9 (1.8 to 8.7).
        UnmeasuredBounds.EValue(3.9).ShouldBe(7.26, 0.005);
        UnmeasuredBounds.EValueOfLimit(3.9, 1.8, 8.7).ShouldBe(3.0, 0.005);
        UnmeasuredBounds.EValue(0.80).ShouldBe(1.81, 0.005);
        UnmeasuredBounds.EValueOfLimit(0.9, 0.7, 1.2).ShouldBe(1);
    }

    [Fact]
    public void Pairs_that_all_but_agree_withstand_more_than_pairs_that_differ_by_chance()
    {
        UnmeasuredBounds.Gamma([1, -1, 1, -1, 1, -1]).ShouldBe(1);
        UnmeasuredBounds.Gamma([0, 0]).ShouldBeNull();
        // McNemar: of 100 pairs that differ 80 go one way. At the bound g the chance of at least 80 of 100 at g/(1+g) is 0.05 by the normal curve.
        double gamma = UnmeasuredBounds.Gamma([.. Enumerable.Repeat(1.0, 80), .. Enumerable.Repeat(-1.0, 20)])!.Value, share = gamma / (1 + gamma);
        ((80 - (100 * share)) / Math.Sqrt(100 * share * (1 - share))).ShouldBe(1.644854, 1e-4);
    }

    [Fact]
    public void Fewer_than_sixty_or_people_not_alike_have_no_headline_but_keep_the_result()
    {
        EvaluationResult few = Evaluation.Of(MadeService.People(220, 0.1, 2), MadeService.Question).Value;
        few.WithheldBecause.ShouldContain(w => w.Contains("fewer than 60"));
        few.Headline.ShouldStartWith("No headline is given");
        EvaluationResult some = Evaluation.Of(MadeService.People(220, 0.1, 2), MadeService.Question with { Limits = new(10, 0.5, 0.9) }).Value;
        some.HasHeadline.ShouldBeTrue(some.Headline);
        double.IsFinite(few.Effect.Value).ShouldBeTrue();
    }

    [Fact]
    public void Tables_for_release_show_no_small_count()
    {
        EvaluationResult found = Evaluation.Of(MadeService.People(600, 0.05, 8), MadeService.Question with { Method = EvaluationMethod.Nearest, Caliper = 0.2 }).Value;
        ReleaseTable people = found.ToPeopleTable(DisclosureRules.Default);
        foreach (IReadOnlyList<ReleaseCell> row in people.Rows)
            foreach (ReleaseCell cell in row.Skip(1))
                if (!cell.IsWithheld) (cell.Number!.Value % 5 == 0 && cell.Number >= 5).ShouldBeTrue();
        found.ToTable(DisclosureRules.Default).Notes[0].ShouldBe(found.Headline);
        found.ToBalanceTable(DisclosureRules.Default).Rows.Count().ShouldBe(MadeService.Names.Count + 1);
    }
}
