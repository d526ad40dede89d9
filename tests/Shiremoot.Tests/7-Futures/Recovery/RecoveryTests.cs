using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Shiremoot.Tests.Futures.Recovery;

/// <summary>
/// The picture measures what made the stories: numbers of the model are found again in the extracts, within their intervals. Here ten of them in one small run;
/// all sixty in five runs by bench/run recovery.
/// </summary>
[Trait("kind", "store")]
public sealed class RecoveryTests(ITestOutputHelper output)
{
    private static readonly string[] Ten =
    [
        "stages[1].to[1].share", "stages[2].days.exponential", "stages[4].to[1].odds.offence-theft", "stages[4].to[2].odds.child", "offences.groups[4].codes.04600", "stages[11].days.lognormal",
        "contacts[1].odds.female", "stages[23].sentence.uniform", "contacts[2].per_year", "stages[38].to[2].odds.frailty",
    ];

    // Of ten intervals at 95% it is one chance in ten that two or more miss; the run is the same each time, so none is left to chance here.
    [Fact]
    public void Ten_numbers_that_made_the_stories_are_found_again_in_the_extracts()
    {
        Coverage coverage = Coverage.Of(TestData.Root, "west-midlands", 6_000, 12, [1], [.. SixtyCoefficients.All.Where(c => Ten.Contains(c.Name))]);
        foreach (CoverageRow row in coverage.Rows) output.WriteLine($"{row.Of.Name} {row.Truth:0.####}: {row.Found[0].Value:0.####} ({row.Found[0].Lower:0.####} to {row.Found[0].Upper:0.####}) of {row.Found[0].Of}");
        coverage.Rows.Count.ShouldBe(10);
        coverage.Rows.ShouldAllBe(r => r.Found[0].Of >= 100 && r.Found[0].Lower < r.Found[0].Upper);
        coverage.Held.ShouldBeGreaterThanOrEqualTo(9, string.Join(", ", coverage.Rows.Where(r => r.Held == 0).Select(r => r.Of.Name)));

        // An interval that holds everything proves nothing: nearly all leave out a number twice as large, and one half as large.
        coverage.Rows.Count(r => !r.Found[0].Holds(r.Truth * 2) && !r.Found[0].Holds(r.Truth / 2)).ShouldBeGreaterThanOrEqualTo(9);
    }

    [Fact]
    public void Sixty_are_listed_each_once_and_most_are_shown_by_extracts()
    {
        SixtyCoefficients.All.Count.ShouldBe(60);
        SixtyCoefficients.All.Select(c => c.Name).Distinct().Count().ShouldBe(60);
        SixtyCoefficients.All.Count(c => c.FromLives).ShouldBeLessThanOrEqualTo(10);
    }
}
