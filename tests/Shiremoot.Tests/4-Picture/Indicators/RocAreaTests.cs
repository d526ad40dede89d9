using Shiremoot.Picture.Indicators;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Indicators;

public sealed class RocAreaTests
{
    [DataFact("compas-broward/compas_scores_two_years_pseudonymised.csv.gz")]
    public void The_area_of_the_deciles_of_Broward_is_the_one_published()
    {
        (double[] scores, bool[] had) = Broward.Deciles();
        scores.Length.ShouldBe(7214);
        RocArea.Of(scores, had).Value.Area.ShouldBe(0.70217, 5e-6);
    }

    [Fact]
    public void Scores_that_part_all_give_one_and_the_same_score_for_all_gives_a_half()
    {
        RocArea.Of([1, 2, 3, 4, 5], [false, false, false, true, true]).Value.Area.ShouldBe(1);
        RocArea.Of([5, 4, 3, 2, 1], [false, false, false, true, true]).Value.Area.ShouldBe(0);
        Discrimination flat = RocArea.Of([7, 7, 7, 7, 7], [false, false, false, true, true]).Value;
        (flat.Area, flat.Error).ShouldBe((0.5, 0));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void It_is_the_share_of_pairs_and_its_error_that_of_the_placements(ulong seed)
    {
        Chance chance = new(seed, 1, 1);
        double[] scores = new double[150];
        bool[] had = new bool[scores.Length];
        for (int i = 0; i < scores.Length; i++) (scores[i], had[i]) = (chance.Below(12), chance.Happens(0.4));
        double[] with = [.. scores.Where((_, i) => had[i])], without = [.. scores.Where((_, i) => !had[i])];
        static double Beats(double a, double b) => a > b ? 1 : a < b ? 0 : 0.5;
        double[] v10 = [.. with.Select(a => without.Average(b => Beats(a, b)))], v01 = [.. without.Select(b => with.Average(a => Beats(a, b)))];
        static double Variance(double[] v) => v.Sum(x => (x - v.Average()) * (x - v.Average())) / (v.Length - 1);
        Discrimination area = RocArea.Of(scores, had).Value;
        area.Area.ShouldBe(v10.Average(), 1e-12);
        area.Error.ShouldBe(Math.Sqrt((Variance(v10) / v10.Length) + (Variance(v01) / v01.Length)), 1e-12);
    }

    [Fact]
    public void It_needs_two_of_each() => RocArea.Of([1, 2, 3], [true, false, false]).Refused(out _, out _).ShouldBeTrue();
}
