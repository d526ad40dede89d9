using Shiremoot.Spine;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Spine;

/// <summary>
/// Attacks on an encoded file by one who knows how often names are borne but not the key (R. Schnell and others 2009; P. Christen and others 2017, 2018). Each is tried on filters made the
/// old way too, on which it succeeds: so an attack that finds nothing is one that could have.
/// </summary>
public sealed class EncodedAttackTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("encoded");
    private readonly string[] names;
    private readonly RecordTable table;

    public EncodedAttackTests()
    {
        (string csv, names, _) = EncodedPeople.Make(8000);
        table = EncodedPeople.Read(folder.FullName, csv);
    }

    public void Dispose() => folder.Delete(recursive: true);

    // One field in a filter of its own, the same bits for all: what the first systems sent.
    private static FilterSpec OldWay(FilterSpec filter) => filter with { Hashes = [(new FieldPart("surname", "bigrams"), 10)], Salt = null, IsFolded = false, Flip = 0 };

    [Fact]
    public void The_commonest_filter_is_not_of_the_commonest_name()
    {
        double chance = ByChance(names);
        ByRank(Column("person", OldWay), names).ShouldBeGreaterThan(20 * chance);
        string[][] filters = Column("person");
        ByRank(filters, names).ShouldBeLessThan(5 * chance);
        filters.SelectMany(f => f).Distinct().Count().ShouldBe(filters.Count(f => f.Length > 0), "not even two records of one person have one filter");
    }

    [Fact]
    public void The_commonest_keys_and_tokens_are_hardly_of_the_commonest_names()
    {
        double chance = ByChance(names);
        ByRank(Column("keys"), names).ShouldBeLessThan(5 * chance);
        ByRank(Column("pnc"), names).ShouldBeLessThan(5 * chance);
    }

    [Fact]
    public void Bits_that_go_together_do_not_show_a_pair_of_letters()
    {
        double oldWay = Enrichment(Column("person", OldWay)), now = Enrichment(Column("person"));
        oldWay.ShouldBeGreaterThan(3, $"now {now}");
        now.ShouldBeLessThan(2, $"the old way {oldWay}");
    }

    // The cells of a column of the encoded file, row by row, each a list of its values.
    private string[][] Column(string name, Func<FilterSpec, FilterSpec>? change = null)
    {
        string[] lines = EncodedPeople.Encode(table, Path.Combine(folder.FullName, "out.csv"), encoding: EncodedPeople.Encoding(change));
        int at = Array.IndexOf(lines[0].Split(','), name);
        return [.. lines.Skip(1).Select(l => l.Split(',')[at].Split(';', StringSplitOptions.RemoveEmptyEntries))];
    }

    // The n-th commonest value is taken for the n-th commonest name: the share of the records of the first 100 for which that is right.
    private static double ByRank(string[][] cells, string[] names)
    {
        string[] ranked = [.. names.CountBy(n => n).OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Take(100).Select(n => n.Key)];
        string[] values = [.. cells.SelectMany(c => c).CountBy(c => c).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(100).Select(c => c.Key)];
        Dictionary<string, string> guess = values.Zip(ranked).ToDictionary(p => p.First, p => p.Second);
        bool[] right = [.. cells.SelectMany((own, row) => own.Where(guess.ContainsKey).Select(v => guess[v] == names[row]))];
        return right.Count(r => r) / (double)Math.Max(1, right.Length);
    }

    private static double ByChance(string[] names) => names.CountBy(n => n).Sum(n => Math.Pow(n.Value / (double)names.Length, 2));

    // Takes the bit set most often and the four set most often with it for those of the commonest pair of letters: how much oftener than elsewhere it stands in the names of records that have all five.
    private double Enrichment(string[][] cells)
    {
        int[] rows = [.. Enumerable.Range(0, cells.Length).Where(r => cells[r].Length > 0)];
        byte[][] filters = [.. rows.Select(r => Convert.FromBase64String(cells[r][0]))];
        bool Has(int row, int bit) => (filters[row][bit >> 3] & (1 << (bit & 7))) != 0;
        int[] left = [.. Enumerable.Range(0, rows.Length)];
        HashSet<int> bits = [];
        while (bits.Count < 5)
        {
            int best = Enumerable.Range(0, filters[0].Length * 8).Where(b => !bits.Contains(b)).MaxBy(b => left.Count(r => Has(r, b)));
            bits.Add(best);
            left = [.. left.Where(r => Has(r, best))];
        }
        (string commonest, int everywhere) = Pairs(rows).MaxBy(p => p.Value);
        return Pairs(left.Select(r => rows[r])).ToDictionary().GetValueOrDefault(commonest) / (double)left.Length / (everywhere / (double)rows.Length);
    }

    private IEnumerable<KeyValuePair<string, int>> Pairs(IEnumerable<int> rows) =>
        rows.Select(r => $"_{names[r].ToUpperInvariant()}_").SelectMany(name => name.Zip(name.Skip(1), (a, b) => $"{a}{b}").Distinct()).CountBy(p => p);
}
