using Shiremoot.Picture;
using Shiremoot.Terms;
using Shiremoot.Tests.Picture.Indicators;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Scores;

/// <summary>What a score gets right and wrong: the published counts of Broward County, and files by hand.</summary>
public sealed class FairnessTests : IDisposable
{
    private readonly ScoreCases cases = new();

    public void Dispose() => cases.Dispose();

    [DataFact(Broward.Path)]
    public void The_published_truth_table_and_error_rates_of_Broward_come_out()
    {
        FairnessFound found = Fairness.Look(TestData.File(Broward.Path), new("decile_score", "two_year_recid", "race", 5)).Value;
        FairnessGroup all = found.Everyone;
        (found.Rows, all.People, all.TrueNegatives, all.FalsePositives, all.FalseNegatives, all.TruePositives).ShouldBe((7214, 7214, 2681, 1282, 1216, 2035));
        found.LeftOut.ShouldBeEmpty();
        Percent(all.FalsePositiveRate).ShouldBe(32.35);
        Percent(all.FalseNegativeRate).ShouldBe(37.40);
        all.Discrimination!.Area.ShouldBe(0.70217, 5e-6);
        FairnessGroup black = found.Groups.Single(g => g.Name == "African-American"), white = found.Groups.Single(g => g.Name == "Caucasian");
        (Percent(black.FalsePositiveRate), Percent(black.FalseNegativeRate)).ShouldBe((44.85, 27.99));
        (Percent(white.FalsePositiveRate), Percent(white.FalseNegativeRate)).ShouldBe((23.45, 47.72));
        found.Groups.Sum(g => g.People).ShouldBe(7214);
    }

    [Fact]
    public void A_table_by_hand_has_the_rates_by_hand()
    {
        string file = cases.File("risk,back,who\n9,1,a\n9,0,a\n9,1,b\n5,no,a\n4,yes,b\n4,n,b\n1,0,a\n1,0,\n,1,a\n7,,a\nhigh,1,a\n1,0\n");
        FairnessFound found = Fairness.Look(file, new("risk", "back", "who", 5)).Value;
        FairnessGroup all = found.Everyone;
        (all.TrueNegatives, all.FalsePositives, all.FalseNegatives, all.TruePositives).ShouldBe((3, 2, 1, 2));
        (all.FalsePositiveRate!.Value, all.FalseNegativeRate!.Value, all.PositivePredictiveValue!.Value, all.BaseRate!.Value, all.Flagged!.Value).ShouldBe((0.4, 1 / 3.0, 0.5, 3 / 8.0, 0.5));
        found.Rows.ShouldBe(12);
        found.LeftOut.ShouldBe([("bad rows", 1), ("no score that can be read", 2), ("no known outcome", 1)]);
        found.Groups.Select(g => g.Name).ShouldBe(["a", "b", "not known"]);
        found.Groups[2].PositivePredictiveValue.ShouldBeNull();
        found.Groups[2].Discrimination.ShouldBeNull();
    }

    [Fact]
    public void A_higher_threshold_flags_no_more_and_none_at_all_in_the_end()
    {
        string file = cases.File("risk,back\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 10},{(i * 7 % 3 == 0 ? 1 : 0)}\n")));
        int before = int.MaxValue;
        foreach (double threshold in (double[])[-1, 0, 3, 4.5, 9, 10])
        {
            FairnessGroup all = Fairness.Look(file, new("risk", "back", null, threshold)).Value.Everyone;
            (all.FalsePositives + all.TruePositives).ShouldBeLessThanOrEqualTo(before);
            before = all.FalsePositives + all.TruePositives;
            all.People.ShouldBe(100);
        }
        before.ShouldBe(0);
    }

    [Theory]
    [InlineData("risk,back\n1,1\n", "rsk", "back", null, "PICTURE-61")]
    [InlineData("risk,back\n1,1\n", "risk", "bak", null, "PICTURE-61")]
    [InlineData("risk,back\n1,1\n", "risk", "back", "who", "PICTURE-61")]
    [InlineData("risk,back\n1,perhaps\nNaN,1\n1e999,1\n", "risk", "back", null, "PICTURE-69")]
    public void What_cannot_be_looked_at_is_refused(string text, string score, string outcome, string? by, string code)
    {
        Fairness.Look(cases.File(text), new(score, outcome, by, 5)).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe(code);
    }

    private static double Percent(IndicatorValue? rate) => Math.Round(100 * rate!.Value, 2);
}
