using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;
using static Shiremoot.Tests.Economics.Costing.PricedStories;

namespace Shiremoot.Tests.Economics.Costing;

/// <summary>What a fall in use saves. At 2013/14 prices a prison place is £33,785 a year (15% at once, half by wings of 60); at 2006/07 prices an arrest £593, of which 41% falls at once, all of it legal aid.</summary>
public sealed class FallSavingsTests
{
    private static readonly CostQuestion Question = new("2013/14", CostBy.Agency, CostBy.Stage);

    // In prison from 1 April 2014 to 1 April 2015: one place each. The last arrest is the day before, so that 2014/15 is the latest year the records cover.
    private static readonly string[] Prisoners = [.. Enumerable.Repeat("born 1980-01-01; custody-spell 2014-04-01 to 2015-04-01", 130), "born 1980-01-01; arrest 2015-04-20"];

    [Theory]
    [InlineData("40%", 52, 0, 8)]
    [InlineData("60 people", 60, 1, 60)]
    [InlineData("50%", 65, 1, 55)]
    [InlineData("100%", 130, 2, 50)]
    public void A_wing_is_saved_only_when_all_of_it_is_empty(string fall, int fewer, int wings, int toNext)
    {
        SavingLine custody = Of(Prisoners, fall).Lines.ShouldHaveSingleItem();
        Penny(custody.Cases).ShouldBe(130);
        (Penny(custody.Fewer), custody.WholeSteps, Penny(custody.ToNextStep!.Value)).ShouldBe((fewer, wings, toNext));
        Penny(custody.Saved.Average).ShouldBe(fewer * 33_785m);
        Penny(custody.Saved.AtOnce).ShouldBe(Penny(fewer * 33_785m * 0.15m));
        Penny(custody.Saved.ByStep).ShouldBe(wings * 60 * 33_785m * 0.5m);
        custody.Sum.ShouldContain($"÷ £33,785 a place for a year at 2013/14 prices = 130 places; ");
        custody.Sum.ShouldContain($"Steps of 60 places: {wings} empty");
    }

    [Fact]
    public void The_year_is_the_latest_that_the_records_cover()
    {
        Of(Prisoners, "10%").Year.ShouldBe("2014/15");
        Of(["arrest 2014-05-01, 2015-03-25"], "10%").Year.ShouldBe("2014/15");
        Of(["arrest 2014-05-01, 2015-03-20"], "10%").Year.ShouldBe("2014/15"); // there is no other
        Of(["arrest 2013-05-01, 2014-05-01, 2015-03-20"], "10%").Year.ShouldBe("2013/14");
        Of(["arrest 2013-05-01, 2014-05-01"], "10%", Question with { Year = "2014/15" }).Year.ShouldBe("2014/15");
    }

    [Fact]
    public void What_falls_at_once_is_saved_by_those_whose_cost_it_is()
    {
        // A hundred arrests, ten fewer: £5,930 at the average; 41% at once is legal aid's, and the police save nothing.
        FallSavings savings = Of([.. Enumerable.Repeat("arrest 2014-05-01", 100)], "10%", Question with { PriceYear = "2006/07" });
        savings.ByAgency.ToDictionary(a => a.Agency, a => (Penny(a.Saved.Average), Penny(a.Saved.Stepped))).ShouldBe(
            new Dictionary<string, (decimal, decimal)> { ["Police"] = (3_420, 0), ["Legal aid"] = (2_450, Penny(5_930 * 0.41m)), ["Youth offending teams"] = (60, 0) }, ignoreOrder: true);
        Penny(savings.ByAgency.Sum(a => a.Saved.AtOnce)).ShouldBe(Penny(savings.Total.AtOnce));
        savings.ByAgency.Single(a => a.Agency == "Legal aid").Sum.ShouldBe("Arrests £2,431 at once.");
        savings.ByAgency.Single(a => a.Agency == "Police").Sum.ShouldBe("Nothing is known to fall.");
    }

    [Fact]
    public void Stays_are_of_custody_and_each_is_as_long_as_they_are_on_average()
    {
        // Four stays of two people, twenty nights in all; two stays fewer are ten nights, and no arrest fewer.
        FallSavings savings = Of(["born 1980-01-01; arrest 2014-12-01; custody-spell 2014-07-01 to 2014-07-05, 2014-08-01 to 2014-08-07, 2014-08-05 to 2014-08-09", "born 1980-01-01; custody-spell 2014-07-01 to 2014-07-03, 2014-09-01 to 2014-09-07"], "2 stays");
        savings.Share.ShouldBe(0.5m);
        savings.ShareSum.ShouldBe("2 stays of 4 stays in custody that lie in the year, in all or in part is 50%.");
        Penny(savings.Total.Average).ShouldBe(Penny(33_785m * 10 / 365));
        savings.Lines.Single(l => l.Price.Id == "arrest").Saved.ShouldBe(default);
    }

    [Fact]
    public void The_curve_has_what_each_fall_saves_and_all_agrees_with_a_plain_sum()
    {
        CostSetting setting = Setting(MadePeople.Make(2_000).Stories);
        StoryCosts costs = StoryCosts.Of(setting, new CostQuestion("2013/14", CostBy.What, CostBy.All) { Year = "2010/11" }).Value;
        FallSavings savings = FallSavings.Of(setting, Question with { Year = "2010/11" }, new UseFall(17, UseFallUnit.PerCent)).Value;
        for (int fall = 0; fall <= 30; fall += 3)
        {
            (decimal average, decimal atOnce, decimal stepped) = (0, 0, 0);
            for (int r = 0; r < costs.Tables[0].Rows.Count; r++)
            {
                EventPrice price = setting.Prices.Priced.Single(p => p.Id == costs.Tables[0].Rows[r]);
                decimal cost = costs.Tables[0].Cells.RowTotal(r).Amount.Shown ?? 0, each = Costs.Uprate(price.UnitCost, "2013/14").Value.Amount(CostKind.Fiscal)?.Cost.Pounds ?? 1;
                decimal fewer = cost * fall / 100 / each;
                average += cost * fall / 100;
                atOnce += cost * fall / 100 * price.Fall.AtOnce;
                stepped += each * price.Fall.AtOnce * fewer;
                if (price.Fall.Step > 0) stepped += Math.Floor(fewer / price.Fall.Step) * price.Fall.Step * each * price.Fall.ByStep;
            }
            SavingSum point = savings.Curve[fall].Saved;
            (Penny(point.Average), Penny(point.AtOnce), Penny(point.Stepped)).ShouldBe((Penny(average), Penny(atOnce), Penny(stepped)));
        }
        savings.Curve[17].Saved.ShouldBe(savings.Total);
        savings.Curve.Count(p => p.Saved.ByStep > 0).ShouldBeGreaterThan(5);
        savings.Curve.ShouldAllBe(p => p.Saved.Stepped <= p.Saved.Average);
        foreach (Func<SavingSum, decimal> of in new Func<SavingSum, decimal>[] { s => s.Average, s => s.AtOnce, s => s.ByStep }) Penny(savings.ByAgency.Sum(a => of(a.Saved))).ShouldBe(Penny(of(savings.Total)));
    }

    [Fact]
    public void Nothing_is_worked_out_from_what_may_not_be_shown()
    {
        // Four in prison are too few to show; so are their arrests beside them, which would tell.
        string[] stories = [.. Enumerable.Repeat("born 1980-01-01; custody-spell 2014-04-01 to 2015-04-01", 4), .. Enumerable.Repeat("arrest 2014-05-01", 500), .. Enumerable.Repeat("hospital-attendance 2014-05-01", 500), "arrest 2015-04-20"];
        FallSavings savings = FallSavings.Of(Setting(stories) with { Rules = DisclosureRules.Default }, Question, new UseFall(10, UseFallUnit.PerCent)).Value;
        savings.Lines.ShouldNotContain(l => l.Price.Id == "custody");
        savings.Lines.Count.ShouldBeLessThanOrEqualTo(1);
        savings.Notes.ShouldContain(n => n.Contains("may not be shown"));
        savings.Total.Average.ShouldBe(savings.Lines.Sum(l => l.Cost.Amount.Shown!.Value) / 10);
        Why(Setting(stories) with { Rules = DisclosureRules.Default }, "1 stays").ShouldContain("too few to be shown");
    }

    [Theory]
    [InlineData("0%", "'0%' is no fall in use.")]
    [InlineData("-3", "'-3' is no fall in use.")]
    [InlineData("a lot", "'a lot' is no fall in use.")]
    [InlineData("101%", "101% fewer is more than there is: 100%.")]
    [InlineData("200", "200 people fewer is more than there is: 130.")]
    [InlineData("131 stays", "131 stays fewer is more than there is: 130.")]
    public void What_cannot_fall_is_refused(string fall, string says) => Why(Setting(Prisoners), fall).ShouldContain(says);

    [Fact]
    public void Only_fiscal_cost_is_saved()
    {
        FallSavings.Of(Setting(Prisoners), Question with { Kind = CostKind.Social }, new UseFall(1, UseFallUnit.PerCent)).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("COSTING-11");
    }

    private static string Why(CostSetting setting, string fall)
    {
        UseFall.Read(fall).Then(read => FallSavings.Of(setting, Question, read)).Refused(out Refusal? why, out _).ShouldBeTrue();
        return why!.Says;
    }

    private static FallSavings Of(string[] stories, string fall, CostQuestion? question = null)
    {
        UseFall.Read(fall).Then(read => FallSavings.Of(Setting(stories), question ?? Question, read)).Refused(out Refusal? why, out FallSavings? savings).ShouldBeFalse(why?.ToString());
        return savings!;
    }
}
