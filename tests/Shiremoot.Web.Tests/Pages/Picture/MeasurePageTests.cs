using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Shiremoot.Picture;
using Shiremoot.Web.Pages.Picture;

namespace Shiremoot.Web.Tests.Pages.Picture;

/// <summary>Pages of measures over HTTP. Figures are those of the publishers' files, as tests of the place hold them.</summary>
public sealed class MeasurePageTests : IAsyncLifetime
{
    private RunningDoor door = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        door = await RunningDoor.OpenAsync(TestPlace.WestMidlands);
        client = await door.SignedInAsync();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await door.DisposeAsync();
    }

    [Fact]
    public async Task The_list_names_every_measure_of_areas_once_with_its_figure_or_why_there_is_none()
    {
        IDocument page = await client.ReadAsync("/picture");
        string[] linked = [.. page.QuerySelectorAll(".app-measure__title a").Select(a => a.GetAttribute("href")!)];
        linked.Order().ShouldBe(TestPlace.WestMidlands.Measures.Value.OfAreas.Select(m => $"/picture/{m.Id}").Order());
        Row(page, "arrests").ShouldContain("39,868 arrests");
        Row(page, "first-time-entrants").ShouldContain("79 to 189 per 100,000 children");
        Row(page, "first-time-entrants").ShouldContain("figures caught");
        Row(page, "prison-population").ShouldContain("no figure");       // its feed is not among those taken in

        static string Row(IDocument page, string id) => Squeezed(page.QuerySelector($".app-measure:has(a[href='/picture/{id}'])")!);
    }

    [Fact]
    public async Task The_list_can_be_cut_to_one_question()
    {
        IDocument page = await client.ReadAsync("/picture?question=Q05");
        string[] linked = [.. page.QuerySelectorAll(".app-measure__title a").Select(a => a.GetAttribute("href")!)];
        linked.ShouldContain("/picture/deprivation");
        linked.ShouldNotContain("/picture/arrests");
        (await client.GetAsync("/picture?question=Q99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Arrests_are_those_the_Home_Office_published_whole_and_by_sex()
    {
        IDocument whole = await client.ReadAsync("/picture/arrests?period=2015/16");
        Squeezed(whole.QuerySelector(".app-figure__value")!).ShouldBe("37,170");
        Squeezed(whole.QuerySelector(".app-figure__detail")!).ShouldStartWith("95% interval 36,793 to 37,550");
        IDocument bySex = await client.ReadAsync("/picture/arrests?by=sex&period=2015/16");
        string[] headings = [.. bySex.QuerySelectorAll("#broken-down thead th").Select(Squeezed)];
        string[] row = [.. bySex.QuerySelectorAll("#broken-down tbody tr").Single(r => Squeezed(r).StartsWith("2015/16", StringComparison.Ordinal)).QuerySelectorAll("th, td").Select(Squeezed)];
        row[Array.IndexOf(headings, "Female")].ShouldBe("6,062");
    }

    [Fact]
    public async Task A_figure_that_does_not_agree_with_another_source_says_so_and_why()
    {
        string text = Squeezed((await client.ReadAsync("/picture/arrests")).QuerySelector("main")!);
        text.ShouldContain("Another source says c. 61,000 a year");
        text.ShouldContain("63,660 in 2008/09");
    }

    [Fact]
    public async Task A_published_figure_that_cannot_be_a_rate_is_not_shown_and_the_page_says_why()
    {
        IDocument page = await client.ReadAsync("/picture/first-time-entrants");
        Squeezed(page.QuerySelector("main")!).ShouldContain("is the sum of the rates of the parts");
        page.QuerySelectorAll("#compared tbody tr").Select(Squeezed).ShouldAllBe(row => !row.Contains("1,258"));
    }

    [Theory]
    [InlineData("first-time-entrants")]
    [InlineData("youth-justice-spend")]
    [InlineData("deprivation")]
    [InlineData("arrest-rate")]
    public async Task The_large_figures_are_the_library_s_own_and_each_says_why(string id)
    {
        AreaMeasure measure = TestPlace.WestMidlands.Measures.Value.OfAreas.Single(m => m.Id == id);
        AreaPicture picture = TestPlace.WestMidlands.DrawAreas(measure, AreaQuestion.Plain).Value;
        IDocument page = await client.ReadAsync($"/picture/{id}");
        foreach (AreaStanding standing in picture.Standings)
        {
            IElement figure = page.QuerySelectorAll(".app-figure").Single(f => Squeezed(f.QuerySelector(".app-figure__label")!) == standing.AreaName);
            string written = Squeezed(figure.QuerySelector(".app-figure__value")!);
            double unit = written.EndsWith('m') ? 1e6 : 1;
            double shown = double.Parse(written.TrimStart('£').TrimEnd('m'), NumberStyles.Number, CultureInfo.InvariantCulture) * unit;
            shown.ShouldBe(standing.Figure.Value!.Value, unit * 0.051, id);
            figure.QuerySelector("details")!.TextContent.ShouldContain(measure.Version);
        }
    }

    [Fact]
    public async Task Ranks_are_told_with_how_many_and_how_sure()
    {
        IDocument page = await client.ReadAsync("/picture/first-time-entrants");
        string birmingham = page.QuerySelectorAll("#compared tbody tr").Select(Squeezed).Single(r => r.StartsWith("Birmingham", StringComparison.Ordinal));
        birmingham.ShouldContain("33 of 149 from the highest; by its interval anywhere from 4 to 97");
        birmingham.ShouldContain("similar (211)");
    }

    [Fact]
    public async Task Measures_without_their_data_say_which_series_is_missing()
    {
        using HttpResponseMessage answer = await client.GetAsync("/picture/search-rate");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("AREAS-03");
    }

    [Theory]
    [InlineData("/picture/no-such-measure", "Page not found")]
    [InlineData("/picture/arrests?by=shoe_size", "AREAS-05")]
    [InlineData("/picture/arrests?period=1066", "AREAS-08")]
    [InlineData("/picture/arrests?by=%3Cscript%3E", "&lt;script&gt;")]
    public async Task What_is_not_there_is_not_found_and_the_page_says_what_is(string address, string says)
    {
        using HttpResponseMessage answer = await client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(says);
    }

    [Fact]
    public async Task The_breakdown_is_a_form_that_needs_no_script()
    {
        IDocument page = await client.ReadAsync("/picture/arrests");
        IElement form = page.QuerySelector("form[action='/picture/arrests']").ShouldNotBeNull();
        form.GetAttribute("method").ShouldBe("get");
        form.QuerySelectorAll("#by option").Select(o => o.GetAttribute("value")).ShouldBe(["", "sex", "age_group", "ethnic_group", "offence_group"]);
        form.QuerySelector("button[type=submit]").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("year ending 31 March 2016", "Mar 2016")]
    [InlineData("31 March 2025", "Mar 2025")]
    [InlineData("2015/16", "2015/16")]
    [InlineData("2018Q2", "2018Q2")]
    public void Periods_are_short_on_an_axis(string period, string shown) => Wordings.Short(period).ShouldBe(shown);

    internal static string Squeezed(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
