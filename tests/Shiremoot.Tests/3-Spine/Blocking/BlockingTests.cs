using Shiremoot.Spine;
using Shiremoot.Spine.Blocking;
using Shiremoot.Spine.Comparing;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine.Blocking;

/// <summary>Over random small tables and rules the pairs made are those that a look at every pair finds.</summary>
[Trait("kind", "property")]
public sealed class BlockingTests : IDisposable
{
    private static readonly string[] Parts = ["town", "town:first", "trade", "trade:deletes", "codes", "codes:first2", "born", "born:year", "born:two"];
    private readonly SpineFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_pair_that_agrees_on_a_rule_is_made_once_and_no_other_but_repeats(int seed)
    {
        for (int n = 0; n < 40; n++)
        {
            Chance chance = new((ulong)seed, (ulong)n, 1);
            (string csv, string model) = (Csv(ref chance, n % 3 == 0), Model(ref chance, n % 2 == 0));
            LinkModel read = SpineFiles.Model(model);
            RecordTable table = files.Table(read, csv);
            (BlockPlan plan, ComparedPairs pairs) = Made(read, table, 1 + (n % 2));

            (int, int)[] made = [.. pairs.Pieces.SelectMany(p => Enumerable.Range(0, p.Count).Select(i => (Math.Min(p.A[i], p.B[i]), Math.Max(p.A[i], p.B[i]))))];
            made.ShouldBeUnique();
            made.Order().ShouldBe(PlainBlocks.Pairs(read, table).Order(), $"{model}\n{csv}");
            foreach ((int a, int b) in made.Take(20)) plan.Agreed(a, b).ShouldBe(plan.Agreed(b, a));
        }
    }

    [Fact]
    public void Each_rule_says_how_many_pairs_it_adds_and_together_they_are_all()
    {
        Chance chance = new(9, 9, 9);
        LinkModel model = SpineFiles.Model(Model(ref chance, capped: false));
        RecordTable table = files.Table(model, Csv(ref chance, sources: false));
        (_, ComparedPairs pairs) = Made(model, table, 2);
        pairs.PairsOfRule.Sum().ShouldBe(pairs.Count);
        pairs.Patterns.Pairs.Take(pairs.Patterns.Count).Sum().ShouldBe(pairs.Count);
    }

    [Fact]
    public void The_most_rules_a_model_may_have_do_not_run_into_one_another()
    {
        // A small file gets one rule more, which takes every pair.
        string rules = string.Concat(Enumerable.Range(1, 31).Select(n => $"  - f{1 + (n % 5)}, f{1 + (n / 5 % 5)}\n"));
        LinkModel model = SpineFiles.Model($"id: t\nfields: {{ f1: text, f2: text, f3: text, f4: text, f5: text }}\nblock:\n{rules}compare:\n  - field: f1\n  - field: f2\n");
        Linked linked = files.Link(model, "f1,f2,f3,f4,f5\nA,B,C,D,E\nA,B,C,D,E\nX,Y,Z,V,W\nX,Y,Q,R,S\n");
        linked.Pairs.Count.ShouldBe(6);
        LinkModelFile.ReadText($"id: t\nfields: {{ f1: text, f2: text, f3: text, f4: text, f5: text }}\nblock:\n{rules}  - f1\ncompare:\n  - field: f1\n", "m.yaml").IsRefused.ShouldBeTrue();
    }

    private static (BlockPlan, ComparedPairs) Made(LinkModel model, RecordTable table, int threads)
    {
        TableParts parts = new(table);
        BlockPlan plan = new(table.Rows, parts.Rules(model), model.MostInBlock, threads);
        return (plan, ComparedPairs.Make(table, model, plan, PairComparer.Of(model, table, new Nicknames([]), parts.Of), threads, null));
    }

    private static string Model(ref Chance chance, bool capped)
    {
        string rules = "";
        for (int count = 1 + chance.Below(6); count > 0; count--)
        {
            HashSet<string> parts = [];
            for (int more = 1 + chance.Below(2); more > 0; more--) parts.Add(Parts[chance.Below(Parts.Length)]);
            rules += $"  - {string.Join(", ", parts)}\n";
        }
        return $"id: t\nrecord_id: id\nrecord_source: agency\nfields:\n  town: text\n  trade: text\n  codes: {{ as: identifier, split: \";\" }}\n  born: date\nmost_in_block: {(capped ? 2 + chance.Below(6) : 1000)}\nno_duplicates_in: [prison]\nblock:\n{rules}compare:\n  - field: town\n  - field: trade\n";
    }

    private static string Csv(ref Chance chance, bool sources)
    {
        string[] towns = ["LEEDS", "LEIGH", "YORK", "", "HULL"], trades = ["TAILOR", "TAYLOR", "BAKER", "BAKERS", "BREWER", ""], codes = ["AB1", "AB2", "CD3", "CD4", "E5"], years = ["1980", "1981", "1990"];
        System.Text.StringBuilder csv = new("id,agency,town,trade,codes,born\n");
        int records = 2 + chance.Below(50);
        for (int r = 0; r < records; r++)
        {
            List<string> own = [];
            for (int count = chance.Below(4); count > 0; count--) own.Add(codes[chance.Below(codes.Length)]);
            string list = string.Join(';', own);
            string born = chance.Happens(0.2) ? "" : $"{years[chance.Below(3)]}-0{1 + chance.Below(2)}-1{chance.Below(3)}";
            csv.Append($"{r},{(sources && chance.Happens(0.5) ? "prison" : "police")},{towns[chance.Below(towns.Length)]},{trades[chance.Below(trades.Length)]},{list},{born}\n");
        }
        return csv.ToString();
    }
}
