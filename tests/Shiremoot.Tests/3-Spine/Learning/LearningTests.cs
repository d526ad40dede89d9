using System.Text;
using Shiremoot.Spine;
using Shiremoot.Spine.Learning;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine.Learning;

/// <summary>Records made with known rates of error teach the model those rates, through the whole of a linking.</summary>
public sealed class LearningTests : IDisposable
{
    private const int People = 4000;

    // Of each field, how often a record holds that of its person.
    private static readonly double[] Right = [0.95, 0.9, 0.97, 0.92, 0.85, 0.99];

    private readonly SpineFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void The_rates_of_error_and_the_share_of_pairs_of_one_person_are_found()
    {
        Linked linked = files.Link(SpineFiles.Model(TwoOfEach.Model), TwoOfEach.Csv(People, Right, seed: 1));
        for (int f = 0; f < TwoOfEach.Fields; f++)
        {
            double same = (Right[f] * Right[f]) + ((1 - (Right[f] * Right[f])) / TwoOfEach.Values[f]);
            linked.Model.Comparisons[f].Levels[0].M!.Value.ShouldBe(same, 0.02, $"m of field {f}");
            linked.Model.Comparisons[f].Levels[0].U!.Value.ShouldBe(1.0 / TwoOfEach.Values[f], 0.1 / TwoOfEach.Values[f], $"u of field {f}");
        }
        linked.Model.Prior!.Value.ShouldBe(1.0 / ((2 * People) - 1), 0.1 / ((2 * People) - 1));
        linked.Learned!.Rules.Count.ShouldBe(4);
    }

    [Fact]
    public void Of_pairs_said_to_be_so_likely_so_many_are_of_one_person()
    {
        Linked linked = files.Link(SpineFiles.Model(TwoOfEach.Model), TwoOfEach.Csv(People, Right, seed: 1));
        int[] truth = LinkTruth.Read("/^(\\d+)-/", linked.Table, []).Value.Person;
        double[] bands = [0.02, 0.2, 0.5, 0.8, 0.95, 1.01], pairs = new double[5], matches = new double[5], said = new double[5];
        foreach (PairPiece piece in linked.Pairs.Pieces)
            for (int p = 0; p < piece.Count; p++)
            {
                double likely = 1 / (1 + Math.Pow(2, -(linked.Bits[piece.Pattern[p]] + piece.TermBits[p])));
                int band = Array.FindLastIndex(bands, b => likely >= b);
                if (band < 0) continue;
                pairs[band]++;
                said[band] += likely;
                matches[band] += truth[piece.A[p]] == truth[piece.B[p]] ? 1 : 0;
            }
        pairs[^1].ShouldBeGreaterThan(People / 2.0);
        for (int b = 0; b < pairs.Length; b++)
            if (pairs[b] >= 200) (matches[b] / pairs[b]).ShouldBe(said[b] / pairs[b], 0.05, $"from {bands[b]}: {pairs[b]} pairs");
    }

    [Theory]
    [InlineData("town")]  // what most rules ask for: records stand in its order
    [InlineData("trade")]
    public void How_often_two_people_share_a_value_is_the_sum_of_squares_of_how_often_each_is_held(string field)
    {
        StringBuilder csv = new("id,town,trade,name,street\n");
        Chance chance = new(3, 3, 3);
        Dictionary<int, long> held = [];
        const int Records = 6000;
        for (int r = 0; r < Records; r++)
        {
            int town = (int)(60 * Math.Pow(chance.Share(), 3)), trade = (int)(60 * Math.Pow(chance.Share(), 3)); // some held by many, most by few
            int value = field == "town" ? town : trade;
            held[value] = held.GetValueOrDefault(value) + 1;
            csv.Append($"{r},TOWN{town},TRADE{trade},NAME{chance.Below(1500)},STREET{chance.Below(1500)}\n");
        }
        Linked linked = files.Link(SpineFiles.Model("id: t\nrecord_id: id\nfields: { town: text, trade: text, name: text, street: text }\nmost_in_block: 5000\nblock:\n  - town, name\n  - town, street\n  - name, street\n  - trade, name\ncompare:\n  - { field: town, as: exact }\n  - { field: trade, as: exact }\n  - { field: name, as: exact }\n  - { field: street, as: exact }\n"), csv.ToString());
        double squares = held.Values.Sum(n => (double)n / Records * n / Records);
        linked.Model.Comparisons.Single(c => c.Name == field).Levels[0].U!.Value.ShouldBe(squares, 0.03 * squares);
    }

    [Theory]
    [InlineData(2, 200)]
    [InlineData(20, 190)]
    [InlineData(21, 200)]
    [InlineData(30_000, 2000)]
    public void Random_pairs_are_of_two_records_and_fall_on_all_alike(int records, int wanted)
    {
        (int A, int B)[] pairs = [.. RandomPairs.Pick(records, wanted)];
        pairs.Length.ShouldBe((int)Math.Min(wanted, (long)records * (records - 1) / 2));
        pairs.ShouldAllBe(p => p.A >= 0 && p.A < p.B && p.B < records);
        if (pairs.Length < wanted) pairs.ShouldBeUnique();
        if (records == 30_000) pairs.Count(p => p.B - p.A < 3000).ShouldBeInRange(300, 460); // 19% of all pairs are so near
    }

    [Fact]
    public void What_a_person_fixed_is_not_learned()
    {
        LinkModel model = SpineFiles.Model(TwoOfEach.Model.Replace("  - { field: f5, as: exact }\n", "  - name: f5\n    levels:\n      - { when: same(f5), m: 0.75, u: 0.2, fixed: true }\n      - { when: else, m: 0.25, u: 0.8, fixed: true }\n"));
        Linked linked = files.Link(model, TwoOfEach.Csv(People, Right, seed: 1));
        linked.Model.Comparisons[5].Levels.Select(l => (l.M, l.U)).ShouldBe([(0.75, 0.2), (0.25, 0.8)]);
    }
}
