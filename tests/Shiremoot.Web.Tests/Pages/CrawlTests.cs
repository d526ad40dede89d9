namespace Shiremoot.Web.Tests.Pages;

[Collection(nameof(Crawl))]
public sealed class CrawlTests(Chromium chromium)
{
    [Fact]
    public async Task Every_page_is_accessible_quiet_and_whole_in_a_wide_window_on_a_phone_and_without_script()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(TestPlace.WestMidlands);
        string[] chosen =
        [
            "/picture/first-time-entrants", "/picture/arrests?by=offence_group", "/picture/youth-justice-spend", "/picture/youth-inspections?by=rating", "/picture/deprivation-small-areas",
            "/areas/E08000025", "/areas/small?within=E08000031",
        ];
        var (pages, faults) = await Crawl.RunAsync(chromium.Browser, door, chosen);
        faults.ShouldBeEmpty();
        foreach (string page in (string[])["/", "/about", "/methods", "/picture", "/areas", "/people", "/costs", "/data", .. chosen]) pages.ShouldContain(page);
    }

    [Fact]
    public async Task A_place_that_hides_no_small_numbers_says_so_on_every_page()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(TestPlace.Public);
        using HttpClient client = await door.SignedInAsync();
        foreach (string page in (string[])["/", "/about", "/methods", "/methods/reading-charts", "/sign-out"])
            (await client.GetStringAsync(page)).ShouldContain("Small numbers not hidden", customMessage: page);
    }
}
