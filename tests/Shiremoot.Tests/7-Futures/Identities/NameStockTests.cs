using Shiremoot.Futures.Identities;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Identities;

public sealed class NameStockTests
{
    private const int Draws = 200_000;
    private static NameStock Stock => SmallPopulation.NameStock;

    private static int Community(string id) => Enumerable.Range(0, 99).First(i => Stock[i].Id == id);

    private static Dictionary<string, double> Shares(Func<Chance, (string, Chance)> draw)
    {
        Chance chance = new(5, 1, 1);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int i = 0; i < Draws; i++)
        {
            (string name, chance) = draw(chance);
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return counts.ToDictionary(c => c.Key, c => (double)c.Value / Draws);
    }

    private static Dictionary<string, double> Surnames(string community, bool isFemale) => Shares(c => (Stock.Surname(Community(community), isFemale, ref c), c));

    [Theory]
    // Electoral register of the United Kingdom, 1996 (S. Dance's comparative table of leading surnames).
    [InlineData("Smith", 0.0120)]
    [InlineData("Jones", 0.0090)]
    [InlineData("Williams", 0.0062)]
    [InlineData("Brown", 0.0058)]
    [InlineData("Taylor", 0.0056)]
    [InlineData("Davies", 0.0047)]
    [InlineData("Harris", 0.0025)]
    public void The_commonest_surnames_have_their_published_shares(string name, double share) =>
        Surnames("british", isFemale: false)[name].ShouldBe(share, 4 * Math.Sqrt(share / Draws));

    [Fact]
    public void Surnames_have_a_long_tail_of_rare_ones()
    {
        Dictionary<string, double> shares = Surnames("british", isFemale: true);
        double[] falling = [.. shares.Values.OrderDescending()];
        falling[..10].Sum().ShouldBe(0.058, 0.003);
        falling[..50].Sum().ShouldBeInRange(0.14, 0.18); // the fifty commonest: less than 18 per cent in 1853 (Registrar General)
        shares.Count.ShouldBeGreaterThan(20_000);
        falling.Count(s => s <= 2.0 / Draws).ShouldBeGreaterThan(5000);
    }

    [Fact]
    public void Kaur_and_Begum_are_names_of_women_and_Singh_of_men()
    {
        Surnames("sikh", isFemale: false).Keys.ShouldContain("Singh");
        Surnames("sikh", isFemale: false).Keys.ShouldNotContain("Kaur");
        Surnames("sikh", isFemale: true).Keys.ShouldNotContain("Singh");
        Surnames("muslim", isFemale: true).Keys.ShouldContain("Begum");
        Surnames("muslim", isFemale: false).Keys.ShouldNotContain("Begum");
        Stock.IsOfOneSex("Begum").ShouldBeTrue();
        Stock.IsOfOneSex("Khan").ShouldBeFalse();
    }

    [Fact]
    public void Forenames_are_those_of_the_year_of_birth()
    {
        Dictionary<string, double> Boys(int year) => Shares(c => (Stock.Forename(Community("british"), false, year, ref c), c));
        (Dictionary<string, double> old, Dictionary<string, double> young) = (Boys(1944), Boys(2018));
        old["John"].ShouldBeGreaterThan(0.03);
        old.ShouldNotContainKey("Jayden");
        young["Oliver"].ShouldBeGreaterThan(young["John"]);
        young.Keys.ShouldNotContain("Muhammad"); // a name of another community
        Boys(1800).MaxBy(b => b.Value).Key.ShouldBe(Boys(1900).MaxBy(b => b.Value).Key);
    }

    [Fact]
    public void Short_forms_belong_to_their_forename()
    {
        Chance chance = new(1, 1, 1);
        Enumerable.Range(0, 50).Select(_ => Stock.ShortForm("William", ref chance)).Distinct().Order().ShouldBe(["Bill", "Billy", "Liam", "Will", "Willie"]);
        Stock.ShortForm("Xyz", ref chance).ShouldBe("");
    }

    [Fact]
    public void Every_ethnicity_of_the_vocabulary_has_its_communities()
    {
        string[] ids = [.. File.ReadLines(Path.Combine(TestData.Root, "vocabulary", "ethnicities.yaml")).Where(l => l.Contains("{ id: ")).Select(l => l.Split("id: ")[1].Split(',')[0])];
        ids.Length.ShouldBe(20);
        NameStock.Read(SmallPopulation.Names, ids).IsRefused.ShouldBeFalse();
        NameStock.Read(SmallPopulation.Names, ["w1", "zz"]).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.ShouldHaveSingleItem().ShouldContain("'zz'");
    }

    [Fact]
    public void A_missing_folder_is_refused_by_name_of_file()
    {
        NameStock.Read(Path.Combine(Path.GetTempPath(), "no-such-names"), ["w1"]).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain("communities.yaml");
    }

    [Fact]
    public void A_table_draws_by_its_weights()
    {
        double[] weights = [5, 0, 1, 3, 0.5, 0.5];
        AliasTable table = new(weights);
        Chance chance = new(3, 3, 3);
        int[] counts = new int[weights.Length];
        for (int i = 0; i < Draws; i++) counts[table.Draw(ref chance)]++;
        counts[1].ShouldBe(0);
        for (int i = 0; i < weights.Length; i++) ((double)counts[i] / Draws).ShouldBe(weights[i] / 10, 0.006);
        Should.Throw<ArgumentException>(() => new AliasTable([0, 0]));
    }
}
