using System.Net;
using AngleSharp.Dom;
using Shiremoot.Web.Tests.Pages.Picture;

namespace Shiremoot.Web.Tests.Pages.Areas;

public sealed class AreaPageTests : IAsyncLifetime
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
    public async Task The_map_has_each_council_once_named_with_its_figure_and_a_table_behind_it()
    {
        IDocument page = await client.ReadAsync("/areas?measure=first-time-entrants&period=2016");
        IElement[] areas = [.. page.QuerySelectorAll(".app-map__area[d]")];
        areas.Select(a => a.GetAttribute("data-code")).Order().ShouldBe(["E08000025", "E08000026", "E08000027", "E08000028", "E08000029", "E08000030", "E08000031"]);
        areas.ShouldAllBe(a => a.GetAttribute("d")!.StartsWith('M') && a.GetAttribute("d")!.Length > 50);
        areas.Single(a => a.GetAttribute("data-code") == "E08000031").TextContent.ShouldBe("Wolverhampton: 539");
        page.QuerySelectorAll("#map tbody tr").Length.ShouldBe(7);
        page.QuerySelectorAll("#map tbody tr").Select(MeasurePageTests.Squeezed).ShouldContain(r => r.StartsWith("Wolverhampton 539", StringComparison.Ordinal));
        page.QuerySelectorAll(".app-map__key li").Length.ShouldBe(5);
    }

    [Fact]
    public async Task A_period_of_another_measure_gives_the_latest_and_an_unknown_measure_nothing()
    {
        IDocument page = await client.ReadAsync("/areas?measure=youth-justice-spend&period=2016");
        page.QuerySelector("#period option[selected]")!.GetAttribute("value").ShouldBe("2024-25");
        (await client.GetAsync("/areas?measure=arrests")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_map_of_small_areas_has_them_all_counts_them_by_council_and_is_not_heavy()
    {
        string html = await client.GetStringAsync("/areas/small");
        html.Length.ShouldBeLessThan(1_500_000);
        IDocument page = await client.ReadAsync("/areas/small");
        page.QuerySelectorAll(".app-map__area[d]").Length.ShouldBe(1719);
        string[][] rows = [.. page.QuerySelectorAll("#map tbody tr").Select(r => r.QuerySelectorAll("th, td").Select(MeasurePageTests.Squeezed).ToArray())];
        rows.Length.ShouldBe(8);
        int[] counts = [.. rows.Select(r => int.Parse(r[1].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture))];
        counts[..7].Sum().ShouldBe(1719);
        counts[7].ShouldBe(1719);
    }

    [Fact]
    public async Task Within_a_council_every_small_area_is_in_the_table()
    {
        IDocument page = await client.ReadAsync("/areas/small?within=E08000031");
        int drawn = page.QuerySelectorAll(".app-map__area[d]").Length;
        drawn.ShouldBeInRange(100, 250);
        page.QuerySelectorAll("#map tbody tr").Length.ShouldBe(drawn);
        (await client.GetAsync("/areas/small?within=E06000001")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_area_s_page_has_its_measures_with_interval_comparison_and_a_rank_never_alone()
    {
        IDocument page = await client.ReadAsync("/areas/E08000025");
        string entrants = page.QuerySelectorAll(".app-spine tbody tr").Select(MeasurePageTests.Squeezed).Single(r => r.StartsWith("Children new to the youth justice system", StringComparison.Ordinal));
        entrants.ShouldContain("189 per 100,000 children aged 10 to 17 166 to 215");
        entrants.ShouldContain("33 of 149 from the highest; could be 4 to 97");
        entrants.ShouldContain("similar areas: similar (211)");
        page.QuerySelectorAll(".app-spine tbody tr").Where(r => r.QuerySelector(".app-rank") is not null).Select(MeasurePageTests.Squeezed)
            .ShouldAllBe(r => r.Contains(" from the highest; could be ") || r.Contains(" from the highest; no interval"));
        page.QuerySelector("main")!.TextContent.ShouldContain("Manchester");
    }

    [Theory]
    [InlineData("/areas/E08000003")]                                   // an area it is compared with, not of the place
    [InlineData("/areas/nowhere")]
    public async Task An_area_of_another_place_is_not_found(string address) => (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_place_without_measures_still_has_whole_pages()
    {
        await using RunningDoor empty = await RunningDoor.OpenAsync(TestPlace.Empty);
        using HttpClient reader = await empty.SignedInAsync();
        foreach (string page in (string[])["/picture", "/areas", "/areas/E08000025"])
            (await reader.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.OK, page);
        (await reader.GetAsync("/areas/small")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
