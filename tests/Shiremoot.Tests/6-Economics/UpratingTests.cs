using System.Globalization;
using CsvHelper;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

/// <summary>The shipped Unit Cost Database gives its own figures at 2015/16 prices: ours are held against each.</summary>
public sealed class UpratingTests
{
    private static readonly UnitCosts Costs = UnitCosts.Read(CostFolder.Shipped).Value;

    [Fact]
    public void All_778_uprated_values_of_the_database_come_out()
    {
        int compared = 0;
        using CsvReader rows = CsvReader.FromFile(Path.Combine(CostFolder.Shipped, "gmca-unit-costs.csv"));
        while (rows.Read())
            foreach ((string name, CostKind kind) in new[] { ("fiscal", CostKind.Fiscal), ("economic", CostKind.Economic), ("social", CostKind.Social) })
            {
                if (rows.GetString($"{name}_cost_updated") is not { Length: > 0 } printed) continue;
                decimal ours = Costs.Uprate(rows.GetString("code"), "2015/16").Value.Amount(kind)!.Cost.Pounds;
                Math.Abs(ours - decimal.Parse(printed, CultureInfo.InvariantCulture)).ShouldBeLessThan(1e-6m, rows.GetString("code"));
                compared++;
            }
        compared.ShouldBe(778);
        Costs.All.Count.ShouldBe(683);
    }

    [Theory]
    [InlineData("CR3.0", "2015/16", "£34,840.38", "2013/14")]
    [InlineData("CR5.0", "2015/16", "£14,602.71", "2008/09")]
    [InlineData("CR4.0", "2015-16", "£3,619.67", "2008/09")]
    public void The_figures_of_the_mission_come_out(string code, string year, string shown, string from)
    {
        UpratedAmount fiscal = Costs.Uprate(code, year).Value.Amount(CostKind.Fiscal)!;
        (fiscal.Cost.ToString(), fiscal.PriceYear, fiscal.Year, fiscal.IsForecast).ShouldBe((shown, from, "2015/16", true));
    }

    [Fact]
    public void A_cost_at_its_own_prices_is_itself_and_there_and_back_is_no_change()
    {
        foreach (UnitCost unit in Costs.All)
            foreach (CostAmount amount in unit.Amounts)
            {
                Costs.Uprate(unit.Code, amount.PriceYear).Value.Amount(amount.Kind)!.Cost.Pounds.ShouldBe(amount.Cost.Pounds, 1e-20m);
                decimal forth = Costs.Uprate(unit.Code, "2019/20").Value.Amount(amount.Kind)!.Factor;
                decimal back = Costs.Deflator.Year(amount.PriceYear, "").Value.Index / Costs.Deflator.Year("2019/20", "").Value.Index;
                (forth * back).ShouldBe(1m, 1e-20m);
            }
    }

    [Theory]
    [InlineData("", "ECONOMICS-06", "No price year is given for the question")]
    [InlineData("next year", "ECONOMICS-07", "'next year'")]
    [InlineData("2015/19", "ECONOMICS-07", "'2015/19'")]
    [InlineData("1988/89", "ECONOMICS-08", "from 1989/90 to 2019/20")]
    [InlineData("2024/25", "ECONOMICS-08", "from 1989/90 to 2019/20")]
    [InlineData("2015", "ECONOMICS-08", "'2015'")]
    public void A_year_that_is_missing_unreadable_or_out_of_range_is_refused_by_name(string year, string code, string says)
    {
        Costs.Uprate("CR3.0", year).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe(code);
        why.Says.ShouldContain(says);
    }

    [Fact]
    public void A_code_that_is_not_there_is_refused_with_those_near_it()
    {
        Costs.Uprate("CR3.9", "2015/16").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("ECONOMICS-05");
        why.Says.ShouldContain("CR3.0");
    }

    [Fact]
    public void Two_spellings_of_local_authority_are_one_agency()
    {
        Costs.All.Count(c => c.Agency == "Local authority").ShouldBe(145 + 25);
        Costs.All.Select(c => c.Agency.ToUpperInvariant()).Distinct().Count().ShouldBe(Costs.All.Select(c => c.Agency).Distinct().Count());
    }

    [Fact]
    public void Quality_marks_are_read_in_words() =>
        Costs.All.GroupBy(c => c.Quality).Select(g => (g.Key, g.Count())).Order().ShouldBe([("amber", 173), ("green", 507), ("red", 3)]);
}
