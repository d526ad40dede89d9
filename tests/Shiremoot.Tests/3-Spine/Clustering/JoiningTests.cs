using Shiremoot.Spine;
using Shiremoot.Spine.Clustering;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine.Clustering;

/// <summary>Whatever pairs say, no joining breaks what is known, and the answer does not depend on how the work was shared out.</summary>
[Trait("kind", "property")]
public sealed class JoiningTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)] // more sources than a word has bits
    public void No_source_that_holds_nobody_twice_has_two_records_in_one_person(int sources)
    {
        for (int n = 0; n < 30; n++)
        {
            Drawn drawn = new((ulong)n, 120, 240);
            int[] source = [.. Enumerable.Range(0, drawn.Records).Select(r => (r * 7) % (sources + 2))]; // two sources of more may hold some twice
            ulong[][] bits = [.. Enumerable.Range(0, sources).Chunk(64).Select(some => source.Select(s => Array.IndexOf(some, s) is >= 0 and int bit ? 1UL << bit : 0).ToArray())];
            List<KeptApart> apart = [];
            int[] clusters = Join(drawn, bits, [], 1, apart);
            Enumerable.Range(0, drawn.Records).Where(r => source[r] < sources).ShouldAllBe(r => Enumerable.Range(0, r).All(o => clusters[o] != clusters[r] || source[o] != source[r]));
            apart.ShouldAllBe(a => clusters[a.A] != clusters[a.B] || a.Why != ApartFor.OneASource);
        }
    }

    [Fact]
    public void Two_sources_of_a_hundred_may_be_of_one_person()
    {
        // Sources 0 and 64: their bits must not be the same.
        PairPiece piece = new();
        piece.Add(0, 1, 0, 12);
        ulong[][] bits = [[1, 0], [0, 1]];
        Joining joining = new(2, (_, _) => 12, 10, 0, bits, [], []);
        joining.Join(Components.Of(2, [piece], [0], 0), 1, []).ShouldBe([0, 0]);
    }

    [Fact]
    public void No_person_has_two_of_the_numbers_of_which_a_person_has_one()
    {
        for (int n = 0; n < 30; n++)
        {
            Drawn drawn = new((ulong)n, 120, 240);
            Chance chance = new(8, (ulong)n, 1);
            int[] number = new int[drawn.Records];
            for (int r = 0; r < number.Length; r++) number[r] = chance.Happens(0.6) ? 0 : 1 + chance.Below(9);
            List<KeptApart> apart = [];
            int[] clusters = Join(drawn, [], [[.. number]], 2, apart);
            foreach (IGrouping<int, int> cluster in Enumerable.Range(0, drawn.Records).GroupBy(r => clusters[r])) cluster.Select(r => number[r]).Where(v => v != 0).Distinct().Count().ShouldBeLessThan(2);
        }
    }

    [Fact]
    public void Groups_that_contradict_each_other_are_not_bound_by_one_sure_pair()
    {
        // Two families of ten, all sure of one another; one sure pair between them, and the rest against.
        static float Score(int a, int b) => a / 10 == b / 10 ? 12 : (a, b) is (0, 10) or (10, 0) ? 20 : -6;
        PairPiece piece = new();
        for (int a = 0; a < 20; a++)
            for (int b = a + 1; b < 20; b++)
                if (Score(a, b) > 0) piece.Add(a, b, 0, Score(a, b) - (a == 0 && b == 10 ? 15 : 0));
        List<KeptApart> apart = [];
        int[] clusters = new Joining(20, Score, 10, 0, [], [], []).Join(Components.Of(20, [piece], [0], 0), 1, apart);
        clusters.ShouldBe([.. Enumerable.Repeat(0, 10), .. Enumerable.Repeat(10, 10)]);
        apart.ShouldBe([new KeptApart(0, 10, 5, ApartFor.Contradiction)]);
    }

    [Fact]
    public void A_hairball_of_chance_links_falls_apart()
    {
        // Sixty people of four records; every record also has a few false links, each to another person.
        const int Records = 240;
        Chance chance = new(4, 4, 4);
        Dictionary<(int, int), float> linked = [];
        for (int a = 0; a < Records; a++)
        {
            for (int b = a + 1; b < Math.Min(Records, (a / 4 * 4) + 4); b++) linked[(a, b)] = 8;
            int other = chance.Below(Records);
            if (other / 4 != a / 4) linked[(Math.Min(a, other), Math.Max(a, other))] = 3;
        }
        float Score(int a, int b) => linked.GetValueOrDefault((Math.Min(a, b), Math.Max(a, b)), -8);
        PairPiece piece = new();
        foreach (((int a, int b), float bits) in linked) piece.Add(a, b, 0, bits);
        int[] clusters = new Joining(Records, Score, 10, 0, [], [], []).Join(Components.Of(Records, [piece], [0], 0), 2, []);
        clusters.ShouldBe([.. Enumerable.Range(0, Records).Select(r => r / 4 * 4)]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Any_number_of_threads_comes_to_the_same(int threads)
    {
        Drawn drawn = new(77, 30_000, 15_000);
        ulong[][] Bits() => [[.. Enumerable.Range(0, drawn.Records).Select(r => 1UL << (r % 3))]];
        (List<KeptApart> apart, List<KeptApart> others) = ([], []);
        int[] one = Join(drawn, Bits(), [], 1, apart), other = Join(drawn, Bits(), [], threads, others);
        other.ShouldBe(one);
        others.ShouldBe(apart);
    }

    private static int[] Join(Drawn drawn, IReadOnlyList<ulong[]> unique, int[][] one, int threads, List<KeptApart> apart) =>
        new Joining(drawn.Records, drawn.Score, 10, 0, unique, one, []).Join(Components.Of(drawn.Records, drawn.Pieces, [0, 2], 0), threads, apart);

    /// <summary>Records with links here and there, some sure and some not.</summary>
    private sealed class Drawn
    {
        private readonly Dictionary<(int, int), float> linked = [];

        public Drawn(ulong seed, int records, int links)
        {
            Records = records;
            Chance chance = new(seed, 5, 5);
            PairPiece[] pieces = [new(), new()];
            for (int n = 0; n < links; n++)
            {
                int a = chance.Below(records), b = Math.Min(records - 1, a + 1 + chance.Below(6)), pattern = chance.Below(2);
                float bits = (float)(chance.Share() * 20) - 4;
                if (a == b || !linked.TryAdd((a, b), bits + (pattern * 2))) continue;
                pieces[n & 1].Add(a, b, pattern, bits);
            }
            Pieces = pieces;
        }

        public int Records { get; }

        public IReadOnlyList<PairPiece> Pieces { get; }

        public float Score(int a, int b) => linked.GetValueOrDefault((Math.Min(a, b), Math.Max(a, b)), -3);
    }
}
