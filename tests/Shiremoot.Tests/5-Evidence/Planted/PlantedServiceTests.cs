using Shiremoot.Evidence;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Shiremoot.Tests.Evidence.Planted;

/// <summary>A service planted in the lives of a place's generated people is judged rightly from their stories; over a thousand runs by bench/run planted.</summary>
public sealed class PlantedServiceTests(ITestOutputHelper output)
{
    private const int Runs = 24, People = 2_000;

    // Twenty-four intervals at 95%: three or more miss in about one set of nine; the seeds are fixed, so that none is left to chance here.
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.6)]
    public void What_a_service_truly_did_is_found_from_stories(double odds)
    {
        PlantedCoverage found = PlantedCoverage.Of(TestData.Root, "west-midlands", odds, Runs, People, 1, PlantedStudy.Question)[0];
        output.WriteLine(found.ToString());
        found.Held.ShouldBeGreaterThanOrEqualTo(Runs - 3);
        found.Headlines.ShouldBe(Runs);
        Math.Abs(found.MeanOff).ShouldBeLessThan(4 * found.Spread / Math.Sqrt(Runs));
        if (odds == 1) found.Truth.ShouldBe(0);
        else found.Truth.ShouldBeInRange(-0.15, -0.05);
    }

    [Fact]
    public void Where_something_unmeasured_goes_with_both_the_caution_says_how_little_would_do_it()
    {
        EvaluationRows rows = PlantedStudy.Rows(new PlantedService(TestData.Root, "west-midlands", 1, unmeasured: 1.4).People(6_000, 3), PlantedStudy.Names(TestData.Root));
        EvaluationResult fooled = Evaluation.Of(rows, PlantedStudy.Question).Value;
        output.WriteLine($"{fooled.Headline}\n{EvaluationWords.Caution(fooled)}");
        fooled.Effect.IsShown.ShouldBeTrue(); // nothing was planted: what is shown is the unmeasured at work, which no record can tell
        fooled.EValue!.Value.ShouldBeInRange(1.1, 3);
        EvaluationWords.Caution(fooled).ShouldContain("something unmeasured would have to go with both");
    }
}
