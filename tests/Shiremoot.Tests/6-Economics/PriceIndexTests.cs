using System.Globalization;
using CsvHelper;
using Shiremoot.Economics;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

public sealed class PriceIndexTests
{
    private const string Header = "code,what,per,agency,kind,pounds,price_year,source,quality,valid_from,valid_until\n";

    private static readonly PriceIndices Prices = UnitCosts.Read(CostFolder.Shipped).Value.Prices;

    // 100, 101, … inflated by CPI, deflated by the GDP deflator to 2010 and discounted at 3.5%, as the Ministry of Justice's own tool gives them.
    [DataFact("uk-prices/worked_example_2010_2028.csv")]
    public void Every_year_of_the_worked_example_comes_out_inflated_deflated_and_discounted()
    {
        int years = 0;
        using CsvReader rows = CsvReader.FromFile(TestData.File("uk-prices/worked_example_2010_2028.csv"));
        while (rows.Read())
        {
            double Printed(string column) => double.Parse(rows.GetString(column), CultureInfo.InvariantCulture);
            string year = rows.GetString("year");
            double nominal = Printed("input_value") * (double)Prices.Factor("cpi", "2010", year, "the example").Value.Factor;
            double real = nominal * (double)Prices.Factor("gdp-deflator", year, "2010", "the example").Value.Factor;
            nominal.ShouldBe(Printed("nominal_value_cpi"), 1e-9, year);
            real.ShouldBe(Printed("real_value_2010_gdp_deflator"), 1e-9, year);
            (real / Math.Pow(1.035, int.Parse(year) - 2010)).ShouldBe(Printed("present_value_2010_at_3_5pct"), 1e-9, year);
            years++;
        }
        years.ShouldBe(19);
    }

    [Fact]
    public void Financial_years_and_quarters_have_changes_of_their_own_and_each_step_is_told()
    {
        PriceFactor financial = Prices.Factor("pay", "2011/12", "2013/14", "x").Value;
        financial.Steps.Select(s => s.Year).ShouldBe(["2012/13", "2013/14"]);
        ((double)financial.Factor).ShouldBe(1.0063087902297620513 * 1.048175421075422387, 1e-12);
        financial.IsForecast.ShouldBeFalse();
        PriceFactor quarter = Prices.Factor("cpi", "2008Q2", "2009Q2", "x").Value;
        ((double)quarter.Factor).ShouldBe(1.020887183205144266, 1e-12);
        Prices.Factor("cpi", "2020/21", "2024/25", "x").Value.IsForecast.ShouldBeTrue();
        ((double)Prices.Factor("gdp-deflator", "2030", "2033", "x").Value.Factor).ShouldBe(1.023 * 1.023 * 1.023, 1e-12); // beyond the series: its last line
    }

    [Fact]
    public void There_and_back_is_no_change_for_every_index_and_kind_of_year()
    {
        foreach (string index in Prices.Names)
            foreach ((string from, string to) in new[] { ("2008", "2029"), ("2008/09", "2030/31"), ("2009Q3", "2022Q3") })
                (Prices.Factor(index, from, to, "x").Value.Factor * Prices.Factor(index, to, from, "x").Value.Factor).ShouldBe(1m, 1e-24m);
    }

    [Theory]
    [InlineData("PRICES-01", "ipc", "2010", "2012", "Did you mean 'cpi'?")]
    [InlineData("PRICES-02", "cpi", "soon", "2012", "'soon'")]
    [InlineData("PRICES-03", "cpi", "2010", "2012/13", "whole number of years")]
    [InlineData("PRICES-03", "cpi", "2010Q1", "2012Q2", "whole number of years")]
    [InlineData("PRICES-04", "cpi", "2001", "2012", "from 2008 to 2030")]
    public void What_cannot_be_brought_to_other_prices_is_refused(string code, string index, string from, string to, string says)
    {
        Prices.Factor(index, from, to, "the example").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe(code);
        why.ToString().ShouldContain(says);
    }

    [Fact]
    public void A_place_says_which_index_uprates_which_cost()
    {
        using CostFolder place = new CostFolder().With("ours.csv", Header + "WM1,Hour of a worker,Per hour,Probation,fiscal,20,2013/14,Our books,green,,\n")
            .With("uprating.yaml", """
                uprating:
                  - { index: pay, codes: [WM1, CR7.0], why: Mostly pay }
                  - { index: cpi, agency: Courts, why: As their contract says }
                """);
        UnitCosts costs = place.OverShipped().Value;
        UpratedAmount pay = costs.Uprate("WM1", "2014/15").Value.Amounts[0];
        pay.By!.Index.ShouldBe("pay");
        ((double)pay.Cost.Pounds).ShouldBe(20 * 1.0053229871525115602, 1e-12);
        costs.Uprate("CR3.0", "2015/16").Value.Amounts[0].ShouldSatisfyAllConditions(a => a.By.ShouldBeNull(), a => $"{a.Cost}".ShouldBe("£34,840.38"));
        costs.Uprate("CR7.0", "2015/16").Refused(out Refusal? why, out _).ShouldBeTrue(); // its price year, 2006/07, is before the index begins
        why.Code.ShouldBe("PRICES-04");
        costs.All.Where(c => c.Agency == "Courts").ShouldAllBe(c => costs.RuleFor(c)!.Index == "cpi");
    }

    [Fact]
    public void A_rule_of_an_index_or_a_cost_that_is_not_there_is_refused_at_its_line()
    {
        using CostFolder place = new CostFolder().With("uprating.yaml", "uprating:\n  - { index: wages, codes: [CR7.O], why: Mostly pay }\n");
        place.OverShipped().Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain("costs/uprating.yaml:2: 'uprating[1].index' 'wages' is not a price index");
        why.ToString().ShouldContain("'CR7.O' is not a unit cost. Did you mean 'CR7.0'?");
    }

    [Fact]
    public void A_unit_cost_may_change_in_time_and_a_flow_is_priced_at_that_of_its_period()
    {
        using CostFolder place = new CostFolder().With("ours.csv", Header + """
            WM1,Night,Per night,Council,fiscal,85,2013/14,Tender 2013,green,2013-04-01,2016-04-01
            WM1,Night,Per night,Council,fiscal,110,2013/14,Tender 2016,green,2016-04-01,
            """);
        UnitCosts costs = place.OverShipped().Value;
        decimal At(NodaTime.LocalDate? on) => costs.Uprate("WM1", "2013/14", on).Value.Amounts[0].Cost.Pounds;
        (At(null), At(new(2016, 3, 31)), At(new(2016, 4, 1))).ShouldBe((110, 85, 110));
        costs.Uprate("WM1", "2013/14", new(2012, 1, 1)).Refused(out Refusal? why, out _).ShouldBeTrue();
        (why.Code, why.Says.Contains("from 2013-04-01 until 2016-04-01", StringComparison.Ordinal)).ShouldBe(("PRICES-05", true));
        FlowCosts.Price([new("nights", 10, "WM1", "2015/16"), new("nights", 10, "WM1", "2016/17")], costs, "2013/14").Value.Lines.Select(l => l.Cost.Pounds).ShouldBe([850, 1100]);
    }

    [Theory]
    [InlineData("WM1,Night,Per night,Council,fiscal,85,2013/14,T,green,2013-04-01,\nWM1,Night,Per night,Council,fiscal,90,2013/14,T,green,2014-04-01,\n", "two figures for one day")]
    [InlineData("WM1,Night,Per night,Council,fiscal,85,2013/14,T,green,April,\n", "'April' is not a date")]
    [InlineData("WM1,Night,Per night,Council,fiscal,85,2013/14,T,green,2014-04-01,2013-04-01\n", "no later than from")]
    public void Dates_that_cannot_be_are_refused(string rows, string says)
    {
        using CostFolder place = new CostFolder().With("ours.csv", Header + rows);
        place.OverShipped().Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain(says);
    }

    [Theory]
    [InlineData("period,a\n2013,1\n2013,2\n", "there twice")]
    [InlineData("period,a\n2013,much\n", "not a change in per cent")]
    [InlineData("period,a\nwhen,1\n", "cannot be read as a year or a quarter")]
    [InlineData("period,a\nNote: nothing,\n", "no change of any year")]
    [InlineData("period,b\n2013,1\n", "there is no column 'a'")]
    public void A_faulty_table_of_changes_is_refused(string text, string says)
    {
        using CostFolder place = new CostFolder().With("p.csv", text).With("p.yaml", "holds: price-changes\ntitle: P\nsource: Somewhere\nindices: { a: a }\n");
        place.OverShipped().Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain(says);
    }
}
