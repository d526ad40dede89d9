using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>Small series worked by hand.</summary>
public sealed class AreaDrawingTests
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Only_active_loads_are_read(string kind)
    {
        using SmallSeries small = new(kind);
        small.Load("thefts | E08000025 | 2020 | 99", status: "replaced");
        small.Load("thefts | E08000025 | 2020 | 7\nother | E08000025 | 2020 | 5");
        small.Load("thefts | E08000025 | 2020 | 50", status: "forgotten");
        small.Shelf.Names().ShouldBe(["other", "thefts"]);
        small.Draw(SmallSeries.Measure("series: thefts\nvalue: count")).Value.Rows.Single(r => r.Area == "E08000025").Figure.Value.ShouldBe(7);
    }

    [Fact]
    public void A_new_load_is_seen_by_a_shelf_that_was_read_before()
    {
        using SmallSeries small = new();
        small.Load("thefts | E08000025 | 2020 | 7");
        small.Shelf.Read("thefts").Count.ShouldBe(1);
        small.Load("thefts | E08000026 | 2020 | 8");
        small.Shelf.Read("thefts").Count.ShouldBe(2);
    }

    [Fact]
    public void Counts_are_added_over_dimensions_and_areas_and_an_empty_cell_is_not_nought()
    {
        using SmallSeries small = new();
        small.Load(
            """
            thefts | E08000025 | 2020 | 4 | {"sex":"F"}
            thefts | E08000025 | 2020 | 6 | {"sex":"M"}
            thefts | E08000026 | 2020 | 5 | {"sex":"F"}
            thefts | E08000026 | 2020 |   | {"sex":"M"}
            thefts | E08000025 | 2021 | 1 | {"sex":"F"}
            """);
        AreaPicture picture = small.Draw(SmallSeries.Measure("series: thefts\nvalue: count\ninterval: byar\nby: [sex]")).Value;
        picture.Rows.Select(r => (r.Period, r.AreaName, r.Figure.Value)).ShouldBe([("2020", "Birmingham", 10d), ("2020", "Coventry", 5d), ("2021", "Birmingham", 1d), ("2021", "Coventry", (double?)null)]);
        picture.Rows[1].Figure.Flags.ShouldBe(["1 of its parts not published"]);
        picture.Rows[3].Figure.Flags.ShouldBe(["not published"]);
        picture.Totals.Select(t => (t.Figure.Value, t.AreasWithFigure)).ShouldBe([(15d, 2), (1d, 1)]);
        picture.Totals[1].Figure.Flags.ShouldContain("without Coventry");
        picture.Rows[0].Figure.Interval!.Value.Lower.ShouldBe(4.79, 0.01); // Byar, 10 events
        picture.Standings[0].Rank.ShouldBeNull();
    }

    [Fact]
    public void Rates_are_never_added()
    {
        using SmallSeries small = new();
        small.Load("rate | E08000025 | 2020 | 4 | {\"sex\":\"F\"}\nrate | E08000025 | 2020 | 6 | {\"sex\":\"M\"}");
        small.Draw(SmallSeries.Measure("series: rate\nvalue: rate\nper: 1000")).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("AREAS-04");
        why.Try.ShouldContain("sex");
        small.Draw(SmallSeries.Measure("series: rate\nvalue: rate\nper: 1000\nwhere: { sex: F }")).Value.Rows[0].Figure.Value.ShouldBe(4);
    }

    [Fact]
    public void The_value_that_stands_for_the_whole_is_left_out_when_its_parts_are_shown()
    {
        using SmallSeries small = new();
        small.Load("s | E08000025 | 2020 | 10 | {\"kind\":\"all\"}\ns | E08000025 | 2020 | 4 | {\"kind\":\"a\"}\ns | E08000025 | 2020 | 6 | {\"kind\":\"b\"}");
        string measure = SmallSeries.Measure("series: s\nvalue: count\nwhole: { kind: all }\nby: [kind]");
        small.Draw(measure).Value.Rows[0].Figure.Value.ShouldBe(10);
        AreaPicture broken = small.Draw(measure, "kind").Value;
        broken.Rows.Select(r => r.Group[0]).ShouldBe(["a", "b"]);
        broken.Totals[0].Figure.Value.ShouldBe(10);
    }

    [Fact]
    public void A_country_that_is_the_sum_of_its_regions_rates_is_caught()
    {
        using SmallSeries small = new();
        string[] regions = ["E12000001", "E12000002", "E12000003", "E12000004", "E12000005"];
        small.Load(string.Join('\n', regions.Select((r, i) => $"rate | {r} | 2020 | {100 + i}")) + "\nrate | E92000001 | 2020 | 510\nrate | E92000001 | 2021 | 102\n"
            + string.Join('\n', regions.Select((r, i) => $"rate | {r} | 2021 | {100 + i}")) + "\nrate | E08000025 | 2020 | 90\nrate | E08000025 | 2021 | 91");
        AreaPicture picture = small.Draw(SmallSeries.Measure("series: rate\nvalue: rate\nper: 1000")).Value;
        picture.Caught.Select(c => (c.Area, c.Period, c.Value)).ShouldBe([("E92000001", "2020", 510d)]);
        picture.Standings[0].Comparisons.Single(c => c.Code == "E92000001").Value.ShouldBe(102); // 2021, which is a rate
        picture.Standings[0].Comparisons.Single(c => c.Code == "E92000001").Says.ShouldContain("no interval can be made");
    }

    [Fact]
    public void A_worked_out_share_has_wilsons_interval_and_a_verdict()
    {
        using SmallSeries small = new();
        small.Load(
            """
            hits | E08000025 | 2020 | 65
            hits | E08000026 | 2020 | 30
            hits | E92000001 | 2020 | 5000
            tries | E08000025 | 2020 | 100
            tries | E08000026 | 2020 | 100
            tries | E92000001 | 2020 | 10000
            """);
        AreaPicture picture = small.Draw(SmallSeries.Measure("numerator: hits\ndenominator: tries\nvalue: proportion\nper: 100\ninterval: wilson")).Value;
        AreaFigure figure = picture.Rows[0].Figure;
        (figure.Value, figure.Numerator, figure.Denominator).ShouldBe((65d, 65d, 100d));
        figure.Interval!.Value.Lower.ShouldBe(55.254443296887967, 1e-9);
        figure.Interval.Value.Upper.ShouldBe(73.635751756902468, 1e-9);
        picture.Standings[0].Comparisons.Single(c => c.Code == "E92000001").Standing.ShouldBe(Standing.Higher);
        picture.Standings[1].Comparisons.Single(c => c.Code == "E92000001").Standing.ShouldBe(Standing.FarLower);
        picture.Standings[0].Rank.ShouldBe(new AreaRank(1, 2, 1, 1));
    }

    [Fact]
    public void A_larger_areas_denominator_is_the_sum_of_its_councils_if_they_cover_it()
    {
        using SmallSeries small = new();
        string[] councils = [.. SmallSeries.Geography.Children("E23000014", AreaKind.LocalAuthority).Select(a => a.Code)];
        councils.Length.ShouldBe(7);
        small.Load("arrests | E23000014 | 2020 | 35\narrests | E23000005 | 2020 | 35\n" + string.Join('\n', councils.Select(c => $"people | {c} | 2018 | 100")));
        string measure = SmallSeries.Measure("numerator: arrests\ndenominator: { series: people, period: nearest }\nvalue: rate\nper: 1000\ninterval: byar").Replace("areas: local-authority", "areas: [E23000014, E23000005]");
        AreaPicture picture = small.Draw(measure).Value;
        picture.Rows.Select(r => (r.Area, r.Figure.Value, r.Figure.Denominator)).ShouldBe([("E23000014", 50d, 700d), ("E23000005", (double?)null, (double?)null)]);
    }

    [Fact]
    public void Counts_of_real_people_are_not_shown_as_published()
    {
        using SmallSeries small = new();
        small.Load("thefts | E08000025 | 2020 | 3", origin: "real");
        small.Draw(SmallSeries.Measure("series: thefts\nvalue: count")).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("AREAS-07");
    }

    [Fact]
    public void A_series_nobody_took_in_is_asked_for_by_name()
    {
        using SmallSeries small = new();
        small.Draw(SmallSeries.Measure("series: thefts\nvalue: count")).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("AREAS-03");
        why.Says.ShouldContain("'thefts'");
    }

    [Fact]
    public void A_breakdown_the_measure_does_not_offer_is_refused_with_those_it_does()
    {
        using SmallSeries small = new();
        small.Load("thefts | E08000025 | 2020 | 3 | {\"sex\":\"F\"}");
        small.Draw(SmallSeries.Measure("series: thefts\nvalue: count\nby: [sex]"), "sexe").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Says.ShouldContain("Did you mean 'sex'?");
    }

    [Fact]
    public void An_incomplete_latest_period_is_shown_with_a_flag_and_not_compared_in()
    {
        using SmallSeries small = new();
        small.Load("thefts | E08000025 | 2020 | 30\nthefts | E08000025 | 2021 | 3");
        AreaPicture picture = small.Draw(SmallSeries.Measure("series: thefts\nvalue: count\nincomplete:\n  - { period: \"2021\", says: half a year }\nbreaks:\n  - { at: \"2021\", says: a new form }")).Value;
        picture.ComparedIn.ShouldBe("2020");
        picture.Rows.Single(r => r.Period == "2021" && r.Area == "E08000025").Figure.Flags.ShouldBe(["incomplete: half a year", "break in the series: a new form"]);
    }
}
