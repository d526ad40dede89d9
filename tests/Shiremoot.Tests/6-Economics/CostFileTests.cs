using Shiremoot.Economics;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Economics;

public sealed class CostFileTests
{
    private const string Header = "code,what,per,agency,kind,pounds,price_year,source,quality\n";

    [Fact]
    public void A_place_adds_an_entry_and_overrides_another_in_our_own_format()
    {
        using CostFolder place = new CostFolder().With("ours.csv", Header + """
            WM1,"Night in a women's centre, with support",Per night,Council,fiscal,85,2013/14,Our tender,green
            WM1,"Night in a women's centre, with support",Per night,Council,social,"1,200.50",2010/11,Our tender,green
            CR3.0,Prisoner here,Per person per year,Criminal Justice System,fiscal,£40000,2013/14,Local prison,amber
            """);
        UnitCosts costs = place.OverShipped().Value;
        costs.All.Count.ShouldBe(684);
        UnitCost added = costs.Find("WM1").Value;
        (added.Agency, added.Amounts.Count, added.Amount(CostKind.Social)!.Cost).ShouldBe(("Local authority", 2, new Money(1200.50m)));
        costs.Uprate("CR3.0", "2013/14").Value.Amount(CostKind.Fiscal)!.Cost.ShouldBe(new Money(40000));
        costs.Total(["CR3.0", "CR3.0.1"], "2013/14").IsRefused.ShouldBeTrue(); // an overridden entry stays in its family
    }

    [Fact]
    public void A_database_of_another_shape_and_deflator_comes_in_by_its_mapping_alone()
    {
        using CostFolder place = new CostFolder()
            .With("zz-justice.csv", "Ref;Item;Basis;Payer;Taxpayer GBP;Wider GBP;Prices;Confidence\nJ-1;Court day;day;HMCTS;2000;;2010;high\nJ-1-a;Judge;day;HMCTS;1200;;2010;high\nJ-1-b;Room;day;HMCTS;800;90.5;2010;low\n")
            .With("zz-justice.yaml", """
                holds: unit-costs
                title: Another database
                separator: ";"
                columns: { code: Ref, what: Item, per: Basis, agency: Payer, quality: Confidence }
                amounts:
                  - { kind: fiscal, pounds: Taxpayer GBP, price_year: Prices }
                  - { kind: economic, pounds: Wider GBP, price_year: Prices }
                quality_words: { high: green, low: red }
                families: { separator: "-", parts_within: 0 }
                """)
            .With("calendar.csv", "year\tindex\n2009\t50\n2010\t100\n2011\t110\n")
            .With("calendar.yaml", "holds: deflator\ntitle: Calendar years\nseparator: tab\n");
        UnitCosts costs = place.OverShipped().Value;
        costs.Deflator.Title.ShouldBe("Calendar years");
        UpratedCost cost = costs.Uprate("J-1", "2011").Value;
        (cost.Amount(CostKind.Fiscal)!.Cost, cost.Unit.Agency, cost.Unit.Quality).ShouldBe((new Money(2200), "Courts", "green"));
        costs.Families.Single(f => f.Parent == "J-1").Kind.ShouldBe(FamilyKind.Parts);
        costs.Total(["J-1-a", "J-1-b"], "2010").Value.ShouldSatisfyAllConditions(t => t.Fiscal.ShouldBe(new Money(2000)), t => t.Economic.ShouldBe(new Money(90.5m)));
        costs.Uprate("CR3.0", "2011").Refused(out Refusal? why, out _).ShouldBeTrue(); // its price year is a financial year
        why.Says.ShouldContain("'2013/14' of the fiscal cost of CR3.0 is not in the deflator, which runs from 2009 to 2011");
    }

    [Fact]
    public void Every_faulty_row_of_a_file_is_named_with_its_line_in_one_pass()
    {
        using CostFolder place = new CostFolder().With("ours.csv", Header + """
            A,a,each,Police,fiscal,85,,s,g
            B,b,each,Police,fiscal,85,2013/19,s,g
            C,c,each,Police,fiscal,lots,2013/14,s,g
            D,d,each,Police,moral,85,2013/14,s,g
            ,e,each,Police,fiscal,85,2013/14,s,g
            F,f,each,Police,fiscal,85,2013/14,s,g
            F,f,each,Police,fiscal,86,2013/14,s,g
            F,another,each,Police,social,86,2013/14,s,g
            """);
        place.OverShipped().Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("ECONOMICS-01");
        string[] expected =
        [
            "ours.csv:2: no price year is given for the fiscal cost of A",
            "ours.csv:3: the price year '2013/19' of the fiscal cost of B cannot be read",
            "ours.csv:4: 'lots' is not an amount in pounds (the fiscal cost of C)",
            "ours.csv:5: 'moral' is not a kind of cost",
            "ours.csv:6: the row has no code",
            "ours.csv:8: 'F' has a fiscal cost already",
            "ours.csv:9: 'F' is there before as another thing",
        ];
        why.Details.Count.ShouldBe(expected.Length);
        foreach ((string detail, string start) in why.Details.Zip(expected)) detail.ShouldContain(start);
    }

    [Theory]
    [InlineData("code,what\nA,b\n", "there is no column 'per'")]
    [InlineData("code,code,what,per,agency,kind,pounds,price_year,source,quality\n", "the column 'code' is there twice")]
    [InlineData("", "there is no column 'code'")]
    public void A_file_without_its_columns_is_refused(string text, string says)
    {
        using CostFolder place = new CostFolder().With("ours.csv", text);
        place.OverShipped().Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain(says);
    }

    [Theory]
    [InlineData(Header + "A,\"a,each,Police,fiscal,85,2013/14,s,g\nB,b\n")]
    [InlineData(Header + "A,a,each,Police,fiscal,85,2013/14,s,g,more,and more\n")]
    public void A_torn_file_is_refused_with_its_line(string text)
    {
        using CostFolder place = new CostFolder().With("ours.csv", text);
        place.OverShipped().Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("ECONOMICS-03");
        why.Says.ShouldContain("ours.csv:2");
    }

    [Fact]
    public void One_code_in_two_files_of_a_folder_is_refused()
    {
        using CostFolder place = new CostFolder()
            .With("a.csv", Header + "X,x,each,Police,fiscal,1,2013/14,s,g\n").With("b.csv", Header + "X,x,each,Police,fiscal,2,2013/14,s,g\n");
        place.OverShipped().Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("ECONOMICS-17");
    }

    [Fact]
    public void A_mapping_with_a_misspelt_key_is_refused_with_its_line()
    {
        using CostFolder place = new CostFolder().With("x.csv", Header).With("x.yaml", "holds: unit-costs\ntitle: X\ncolumns: { code: code, what: what, per: per, agancy: agency }\n");
        place.OverShipped().Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.ShouldHaveSingleItem().ShouldContain("x.yaml:3: 'columns.agancy' is not a key known here. Did you mean 'agency'?");
    }

    [Fact]
    public void No_folder_and_no_deflator_are_refused()
    {
        UnitCosts.Read("no-such-folder").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("ECONOMICS-02");
        using CostFolder bare = new CostFolder().With("ours.csv", Header);
        UnitCosts.Read(bare.Path).Refused(out why, out _).ShouldBeTrue();
        why.Code.ShouldBe("ECONOMICS-04");
    }

    [Theory]
    [InlineData("year,index\n2013/14,100\n2013-14,101\n", "there twice")]
    [InlineData("year,index\n2013/14,0\n", "not an index above zero")]
    [InlineData("year,index\nsoon,3\n", "cannot be read as a year")]
    [InlineData("year,index\n", "has no years")]
    public void A_faulty_deflator_is_refused(string text, string says)
    {
        using CostFolder place = new CostFolder().With("d.csv", text).With("d.yaml", "holds: deflator\ntitle: D\n");
        place.OverShipped().Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain(says);
    }
}
