using System.Text;
using System.Text.Json;
using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Places;

/// <summary>The shipped place end to end: its files taken in, its measures drawn, its figures as published.</summary>
[Trait("kind", "golden")]
public sealed class WestMidlandsTests
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_feed_is_taken_in_and_only_the_footnote_goes_to_quarantine(string kind)
    {
        WestMidlands place = WestMidlands.On(kind);
        place.Receipts.ShouldAllBe(r => r.RowsAccepted + r.RowsQuarantined == r.RowsIn);
        place.Receipts.Where(r => r.RowsQuarantined > 0).Select(r => (r.Feed, r.RowsQuarantined)).ShouldBe([("youth-inspections", 1L)]);
        place.Receipts.Single(r => r.Feed == "police-arrests").RowsIn.ShouldBe(286_500);
        place.Receipts.Single(r => r.Feed == "children-spend").RowsIn.ShouldBe(641_070);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_measure_gives_the_figures_its_file_says_it_must(string kind)
    {
        WestMidlands place = WestMidlands.On(kind);
        List<string> wrong = [];
        foreach (AreaMeasure measure in place.Measures)
            foreach (MeasureExample example in measure.Examples.Where(e => e.Area is null || place.Draw(measure).Areas.Any(a => a.Code == e.Area)))
            {
                AreaPicture picture = place.Draw(measure, [.. example.Where.Select(w => w.Dimension)]);
                double? given = example.Area is null
                    ? picture.Totals.SingleOrDefault(t => t.Period == example.Period && t.Group.Count == 0)?.Figure.Value
                    : picture.Rows.SingleOrDefault(r => r.Period == example.Period && r.Area == example.Area && r.Group.SequenceEqual(example.Where.Select(w => w.Value)))?.Figure.Value;
                if (given is null || Math.Abs(given.Value - example.Gives) > example.Within + 1e-9 * Math.Abs(example.Gives)) wrong.Add($"{measure.Id} {example.Period} {example.Area}: {given} is not {example.Gives}");
            }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Youth_justice_spend_of_the_seven_councils_is_the_programmes_figure()
    {
        AreaPicture picture = WestMidlands.On(TestStore.Sqlite).Draw("youth-justice-spend");
        picture.Areas.Count.ShouldBe(7);
        picture.Totals.Single(t => t.Period == "2016-17").ShouldSatisfyAllConditions(t => t.Figure.Value.ShouldBe(16_205_435), t => t.AreasWithFigure.ShouldBe(7), t => t.Figure.Interval.ShouldBeNull());
        picture.Totals.Single(t => t.Period == "2017-18").Figure.Value.ShouldBe(15_164_579);
        picture.Totals.Single(t => t.Period == "2024-25").Figure.Value.ShouldBe(23_518_309);
    }

    [Fact]
    public void Arrests_by_sex_add_up_to_all_arrests()
    {
        AreaPicture picture = WestMidlands.On(TestStore.Sqlite).Draw("arrests", "sex");
        AreaRow[] rows = [.. picture.Rows.Where(r => r.Period == "2015/16")];
        rows.Select(r => (r.Group[0], r.Figure.Value)).ShouldBe([("Female", 6062d), ("Male", 31108d)]);
        picture.Totals.Single(t => t.Period == "2015/16").Figure.Value.ShouldBe(37_170);
        picture.Totals.Single(t => t.Period == "2008/09").Figure.Value.ShouldBe(63_660);
        picture.Measure.Notes.ShouldContain(n => n.Figure == "c. 61,000 a year");
    }

    [Fact]
    public void Offence_groups_of_one_classification_are_not_shown_as_noughts_under_the_other()
    {
        AreaPicture picture = WestMidlands.On(TestStore.Sqlite).Draw("arrests", "offence_group");
        picture.Rows.Where(r => r.Period == "2014/15").ShouldAllBe(r => !r.Group[0].StartsWith("2015/16"));
        picture.Rows.Where(r => r.Period == "2014/15").Count().ShouldBe(9);
        AreaRow[] after = [.. picture.Rows.Where(r => r.Period == "2015/16")];
        after.Length.ShouldBe(10);
        after.ShouldAllBe(r => r.Group[0].StartsWith("2015/16") && r.Figure.Flags.Any(f => f.StartsWith("break in the series")));
        after.Sum(r => r.Figure.Value).ShouldBe(37_170);
    }

    [Fact]
    public void Englands_row_of_first_time_entrants_is_a_sum_of_rates_and_is_not_shown()
    {
        AreaPicture picture = WestMidlands.On(TestStore.Sqlite).Draw("first-time-entrants");
        CaughtFigure caught = picture.Caught.Single(c => c.Area == "E92000001" && c.Period == "2024");
        caught.Value.ShouldBe(1258);
        caught.Says.ShouldContain("sum");
        picture.Standings[0].Comparisons.Single(c => c.Code == "E92000001").Value.ShouldBeNull();
        picture.Standings[0].Comparisons.Single(c => c.Code == "E12000005").Value.ShouldBe(141);
    }

    [Fact]
    public void A_force_is_compared_with_all_forces_and_similar_ones_and_ranked_with_an_interval()
    {
        AreaStanding standing = WestMidlands.On(TestStore.Sqlite).Draw("women-among-arrests").Standings.Single();
        standing.Rank.ShouldNotBeNull();
        standing.Rank.Of.ShouldBe(42); // Lancashire sent nothing in 2017/18
        standing.Rank.Best!.Value.ShouldBeLessThanOrEqualTo(standing.Rank.Position);
        standing.Rank.Worst!.Value.ShouldBeGreaterThanOrEqualTo(standing.Rank.Position);
        standing.Comparisons.Count(c => c.With == ComparedWith.Similar).ShouldBe(5);
        standing.Comparisons.ShouldContain(c => c.With == ComparedWith.All && c.Standing != null);
        standing.Comparisons.Single(c => c.Code == "E23000005" && c.With == ComparedWith.Chosen).Standing.ShouldNotBeNull();
    }

    [Fact]
    public void Rates_of_forces_make_a_funnel_and_a_trend()
    {
        AreaPicture picture = WestMidlands.On(TestStore.Sqlite).Draw("arrest-rate");
        picture.Funnel.ShouldNotBeNull(picture.NoFunnel);
        picture.Funnel.Points.ShouldContain(p => p.Area == "E23000014");
        picture.Funnel.Points.Count.ShouldBe(42); // Lancashire sent nothing in 2017/18
        picture.Trends.Single().Trend.ShouldNotBeNull();
    }

    [Fact]
    public void A_small_area_map_has_every_small_area_of_the_seven_councils()
    {
        AreaPicture picture = WestMidlands.On(TestStore.Sqlite).Draw("deprivation-small-areas");
        picture.Map.Kind.ShouldBe("lsoa");
        picture.Map.Shades.Count.ShouldBeInRange(1_650, 1_800);
        picture.Map.Shades.ShouldAllBe(s => s.Value != null && s.Class >= 1 && s.Class <= 5);
        picture.Map.Edges.Count.ShouldBe(4);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Both_stores_print_the_same_picture(string kind)
    {
        foreach (string measure in (string[])["youth-justice-spend", "arrests", "first-time-entrants", "search-rate", "crime-severity"])
            Printed(WestMidlands.On(kind).Draw(measure)).ShouldBe(Printed(WestMidlands.On(TestStore.Sqlite).Draw(measure)));
    }

    [Fact]
    public void Every_measure_serves_a_question_and_has_a_table()
    {
        WestMidlands place = WestMidlands.On(TestStore.Sqlite);
        place.Measures.Count.ShouldBeGreaterThanOrEqualTo(30);
        foreach (AreaMeasure measure in place.Measures)
        {
            measure.Questions.ShouldAllBe(q => q.Length == 3 && q[0] == 'Q');
            AreaPicture picture = place.Draw(measure);
            picture.Origin.ShouldBe(Origin.Published);
            picture.ToTable().Rows.Count().ShouldBeGreaterThan(0, measure.Id);
            picture.ToTable().Rows.ShouldAllBe(r => r.Count == picture.ToTable().Columns.Count);
            picture.ToComparisonTable().Rows.Count().ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    private static string Printed(AreaPicture picture)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream)) AreaJson.Write(json, picture);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
