using Shiremoot.Evidence;
using Shiremoot.Evidence.Matching;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence.Evaluating;

/// <summary>Fast matching against matching written plainly, with ties, calipers, strata and ratios.</summary>
public sealed class MatchingTests
{
    public static TheoryData<int, int, int, double, int> Cases
    {
        get
        {
            TheoryData<int, int, int, double, int> cases = [];
            for (int seed = 1; seed <= 12; seed++)
                foreach ((int ratio, double width, int strata) in (ReadOnlySpan<(int, double, int)>)[(1, double.PositiveInfinity, 1), (1, 0.03, 1), (3, 0.1, 1), (2, 0.05, 3)])
                    cases.Add(seed, 30 + (seed * 9), ratio, width, strata);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_fast_way_finds_what_the_plain_way_finds(int seed, int people, int ratio, double width, int strata)
    {
        (bool[] treated, double[] distance, int[]? stratum) = Made(seed, people, strata);
        Matches.Once(treated, distance, stratum, ratio, width, MatchingOrder.Largest, 1).Weight.ShouldBe(PlainMatching.Weights(treated, PlainMatching.Once(treated, distance, ratio, width, stratum)), 1e-12);
        Matches.Again(treated, distance, stratum, ratio, width).Weight.ShouldBe(PlainMatching.Weights(treated, PlainMatching.Again(treated, distance, ratio, width, stratum)), 1e-12);
        if (strata == 1 && double.IsFinite(width)) Matches.Within(treated, distance, null, width).Weight.ShouldBe(PlainMatching.Weights(treated, PlainMatching.Within(treated, distance, width)), 1e-9);
    }

    [Fact]
    public void No_match_is_further_than_the_caliper_and_the_unmatched_are_counted()
    {
        EvaluationRows rows = MadeService.People(800, 0, 3, share: 0.4);
        EvaluationQuestion asked = MadeService.Question with { Method = EvaluationMethod.Nearest, Caliper = 0.05 };
        EvaluationResult found = Evaluation.Of(rows, asked).Value;
        double mean = found.Score.Score.Average(), spread = Math.Sqrt(found.Score.Score.Sum(s => (s - mean) * (s - mean)) / (rows.Kept - 1));
        found.Adjusted.Width!.Value.ShouldBe(0.05 * spread, 1e-12);
        foreach (IGrouping<int, int> set in Enumerable.Range(0, rows.Kept).Where(r => found.Adjusted.Set![r] >= 0).GroupBy(r => found.Adjusted.Set![r]))
        {
            set.Count().ShouldBe(2);
            Math.Abs(found.Score.Score[set.First()] - found.Score.Score[set.Last()]).ShouldBeLessThanOrEqualTo(found.Adjusted.Width.Value);
        }
        found.Counts.TreatedUsed.ShouldBeLessThan(found.Counts.Treated);
        found.Notes.ShouldContain(n => n.Contains("have no match and are left out"));
    }

    [Fact]
    public void Threads_and_runs_change_nothing_and_a_seed_only_a_random_order()
    {
        EvaluationRows rows = MadeService.People(2_000, 0.05, 5);
        EvaluationQuestion asked = MadeService.Question with { Method = EvaluationMethod.Nearest, Order = MatchingOrder.Random };
        double One(EvaluationQuestion q) => Evaluation.Of(rows, q).Value.Effect.Value;
        One(asked with { Threads = 1 }).ShouldBe(One(asked with { Threads = 4 }));
        One(asked with { Seed = 2 }).ShouldNotBe(One(asked));
        One(MadeService.Question with { Seed = 2 }).ShouldBe(One(MadeService.Question));
    }

    private static (bool[] Treated, double[] Distance, int[]? Stratum) Made(int seed, int people, int strata)
    {
        bool[] treated = new bool[people];
        double[] distance = new double[people];
        int[] stratum = new int[people];
        for (int r = 0; r < people; r++)
        {
            Chance chance = new((ulong)seed, (ulong)r, 1);
            treated[r] = chance.Happens(0.4);
            distance[r] = chance.Happens(0.5) ? chance.Below(16) / 16.0 : chance.Share(); // half of them on sixteen values, exact in binary: ties abound
            stratum[r] = chance.Below(strata);
        }
        (treated[0], treated[1]) = (true, false);
        return (treated, distance, strata == 1 ? null : stratum);
    }
}
