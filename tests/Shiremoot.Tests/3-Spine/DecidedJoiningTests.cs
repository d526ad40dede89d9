using Shiremoot.Spine;
using Shiremoot.Spine.Clustering;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

[Trait("kind", "property")]
public sealed class DecidedJoiningTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_cluster_ever_holds_a_forbidden_pair_and_forced_pairs_join_unless_that_would(int threads)
    {
        Random random = new(5);
        for (int round = 0; round < 400; round++)
        {
            int records = random.Next(3, 30);
            (int A, int B)[] linked = Pairs(random, records, random.Next(0, 60)), forced = Pairs(random, records, random.Next(0, 6)), forbidden = [.. Pairs(random, records, random.Next(0, 12)).Except(forced)];
            List<KeptApart> apart = [];
            int[] clusters = Join(records, linked, forced, forbidden, threads, apart, random);
            foreach ((int a, int b) in forbidden) clusters[a].ShouldNotBe(clusters[b]);
            foreach ((int a, int b) in forced)
                if (clusters[a] != clusters[b])
                {
                    apart.ShouldContain(k => k.Why == ApartFor.DecisionsConflict && k.A == a && k.B == b);
                    forbidden.ShouldContain(f => (clusters[f.A] == clusters[a] && clusters[f.B] == clusters[b]) || (clusters[f.A] == clusters[b] && clusters[f.B] == clusters[a]));
                }
        }
    }

    [Fact]
    public void A_forced_pair_joins_though_nothing_else_speaks_for_it()
    {
        List<KeptApart> apart = [];
        int[] clusters = Join(4, [(0, 1)], [(1, 3)], [], 1, apart, new Random(1));
        clusters.ShouldBe([0, 0, 2, 0]);
        apart.ShouldBeEmpty();
    }

    [Fact]
    public void A_forbidden_pair_is_not_joined_through_a_third_record()
    {
        List<KeptApart> apart = [];
        int[] clusters = Join(3, [(0, 1), (1, 2)], [], [(0, 2)], 1, apart, new Random(1));
        clusters[0].ShouldNotBe(clusters[2]);
        apart.Single().Why.ShouldBe(ApartFor.Decided);
    }

    private static int[] Join(int records, (int A, int B)[] linked, (int A, int B)[] forced, (int A, int B)[] forbidden, int threads, List<KeptApart> apart, Random random)
    {
        PairPiece pairs = new(), must = new();
        foreach ((int a, int b) in linked) pairs.Add(a, b, 0, 1 + random.Next(20));
        foreach ((int a, int b) in forced) must.Add(a, b, 0, Joining.Forced);
        Components groups = Components.Of(records, [pairs, must], [0], 0);
        return new Joining(records, (_, _) => 5, 10, 0, [], [], forbidden).Join(groups, threads, apart);
    }

    private static (int A, int B)[] Pairs(Random random, int records, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (random.Next(records), random.Next(records))).Where(p => p.Item1 < p.Item2).Distinct()];
}
