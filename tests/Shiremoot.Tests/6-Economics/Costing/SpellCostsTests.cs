using Shiremoot.Economics;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shouldly;
using Xunit;
using static Shiremoot.Tests.Economics.Costing.PricedStories;

namespace Shiremoot.Tests.Economics.Costing;

/// <summary>Spells and cases, by hand and beside a plain recount of made people.</summary>
public sealed class SpellCostsTests
{
    private static readonly CostQuestion Question = new("2013/14", CostBy.Agency, CostBy.Stage);

    [Fact]
    public void Spells_that_overlap_or_touch_are_one_and_a_gap_of_a_night_makes_two()
    {
        SpellCosts spells = Of("born 1980-01-01; custody-spell 2014-05-01 to 2014-05-11, 2014-05-06 to 2014-05-21, 2014-05-21 to 2014-05-26, 2014-05-27 to 2014-06-01; arrest 2014-12-01");
        SpellLine custody = Line(spells, "custody");
        (custody.Number.Amount.Shown, custody.MeanLength.Shown).ShouldBe((2, 15m));
        Penny(custody.MeanCost.Shown!.Value).ShouldBe(Penny(33_785m * 15 / 365));
    }

    [Fact]
    public void A_spell_over_the_end_of_a_year_is_one_and_of_a_year_asked_for_its_nights_there()
    {
        string[] story = ["born 1980-01-01; custody-spell 2015-03-22 to 2015-04-21; arrest 2016-12-01"];
        Line(Of(story), "custody").Number.Amount.Shown.ShouldBe(1);
        Line(Of(story), "custody").MeanLength.Shown.ShouldBe(30);
        SpellCosts.Of(Setting(story), Question with { Year = "2014/15" }).Value.Lines.Single(l => l.Id == "custody").MeanLength.Shown.ShouldBe(10);
    }

    [Fact]
    public void A_case_runs_from_the_arrest_to_the_last_disposal_before_the_next_arrest()
    {
        // Two arrests and a conviction make one case of sixty days; then one that ends in no further action; then one still open. A conviction before any arrest is of no case.
        SpellCosts spells = Of("born 1980-01-01; conviction 2014-01-10 offence=00801; arrest 2014-05-01, 2014-05-10, 2014-09-01, 2014-12-01; no-further-action 2014-09-11; conviction 2014-06-20 offence=00801; sentence 2014-06-20, 2014-06-30");
        SpellLine cases = Line(spells, "case");
        (cases.Number.Amount.Shown, cases.MeanLength.Shown).ShouldBe((2, 35m));
        decimal arrest = Costs.Uprate("CR7.0", "2013/14").Value.Amount(CostKind.Fiscal)!.Cost.Pounds, court = Costs.Uprate("CR5.0", "2013/14").Value.Amount(CostKind.Fiscal)!.Cost.Pounds;
        Penny(cases.Cost.Amount.Shown!.Value).ShouldBe(Penny((3 * arrest) + court));
        Penny(Line(spells, "case-open").Cost.Amount.Shown!.Value).ShouldBe(Penny(arrest));
        Penny(Line(spells, "no-case").Cost.Amount.Shown!.Value).ShouldBe(Penny(court));
    }

    [Fact]
    public void Spells_and_cases_with_the_rest_are_all_cost_and_each_spell_line_is_its_price()
    {
        CostSetting setting = Setting(MadePeople.Make(2_000).Stories);
        foreach (string? year in new[] { null, "2010/11" })
        {
            SpellCosts one = SpellCosts.Of(setting, Question with { Year = year, Threads = 1 }).Value, two = SpellCosts.Of(setting, Question with { Year = year, Threads = 2 }).Value;
            two.Lines.ShouldBe(one.Lines);
            StoryCosts what = StoryCosts.Of(setting, new CostQuestion("2013/14", CostBy.What, CostBy.All) { Year = year }).Value;
            Penny(one.Lines.Sum(l => l.Cost.Amount.Shown ?? 0)).ShouldBe(Penny(what.Tables[0].Cells.Total.Amount.Shown!.Value));
            foreach (SpellLine line in one.Lines.Where(l => l.Price is not null))
                (line.Cost.Amount.Shown, line.Cost.People.Shown).ShouldBe(what.Tables[0].Cells.RowTotal(what.Tables[0].Rows.ToList().IndexOf(line.Id)) is var row ? (row.Amount.Shown, row.People.Shown) : default);
        }
    }

    [Fact]
    public void The_number_of_stays_is_that_of_a_plain_count_of_nights()
    {
        // A night is in or out; a stay begins with a night whose night before is out. Children and adults apart, as they are priced.
        (Stories stories, string[] rows) = MadePeople.Make(2_000);
        (int first, int until) = (Days.Number(new(2008, 4, 1)), Days.Number(stories.Dated!.Value.Last) + 1);
        (int stays, int nights) = (0, 0);
        foreach (var person in rows.Select(r => r.Split(", ")).Where(r => r[1] == "'custody-spell'").GroupBy(r => r[0]))
        {
            // 0: out; 1: as an adult; 2: as a child. The earlier spell has the night.
            byte[] at = new byte[until - first];
            foreach (string[] spell in person)
                for (int night = int.Parse(spell[2], null) - first; night < Math.Min(int.Parse(spell[3], null), until) - first; night++)
                    if (at[night] == 0) at[night] = (byte)(spell[4] == "1" ? 2 : 1);
            for (int night = 0; night < at.Length; night++)
            {
                if (at[night] != 1) continue;
                nights++;
                if (night == 0 || at[night - 1] != 1) stays++;
            }
        }
        SpellLine custody = SpellCosts.Of(Setting(stories), Question).Value.Lines.Single(l => l.Id == "custody");
        (custody.Number.Amount.Shown, custody.Length!.Value.Amount.Shown).ShouldBe((stays, nights));
        stays.ShouldBeGreaterThan(500);
    }

    private static SpellLine Line(SpellCosts spells, string id) => spells.Lines.Single(l => l.Id == id);

    private static SpellCosts Of(params string[] stories) => SpellCosts.Of(Setting(stories), Question).Value;
}
