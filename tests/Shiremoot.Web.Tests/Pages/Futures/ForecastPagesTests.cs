using System.Globalization;
using System.Net;
using Shiremoot.Futures;

namespace Shiremoot.Web.Tests.Pages.Futures;

/// <summary>Published flows forecast, as pages and files.</summary>
public sealed class ForecastPagesTests
{
    private static readonly Lazy<Shire> Made = new(Open);

    [Fact]
    public async Task Forecasts_are_listed_with_how_they_would_have_fared()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Made.Value);
        using HttpClient client = await door.SignedInAsync();
        var list = await client.ReadAsync("/futures/forecasts");
        list.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")).ShouldBe(["/futures/forecasts/flows", "/futures/forecasts/short"]);
        list.QuerySelector("main")!.TextContent.ShouldContain("Cannot be told. short.csv has 3 quarters; 8 are needed.");
        (await client.ReadAsync("/futures/forecasts/short")).QuerySelector("main")!.TextContent.ShouldContain("FLOW-07");
        (await client.GetAsync("/futures/forecasts/none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_shows_the_numbers_the_room_gives_with_a_fan_a_scoreboard_and_files()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Made.Value);
        using HttpClient client = await door.SignedInAsync();
        PlaceForecast drawn = Made.Value.DrawForecast(Made.Value.ForecastOf("flows").Value).Value;
        var page = await client.ReadAsync("/futures/forecasts/flows?series=stock");
        page.QuerySelector(".app-lede")!.TextContent.ShouldBe(drawn.Backtest.Headline());
        page.QuerySelectorAll(".app-chart").Select(c => c.Id).ShouldBe(["fan", "beside"]);
        page.QuerySelectorAll("#fan tbody tr").Length.ShouldBe(12 + 4);
        page.QuerySelector("#fan tbody tr:last-child")!.TextContent.ShouldContain(drawn.Forecast.Of(2)[3].Middle.ToString("N0", CultureInfo.InvariantCulture));
        page.QuerySelectorAll("#beside tbody tr").Length.ShouldBe(4);
        page.QuerySelector("main")!.TextContent.ShouldContain("odd: Mislabelled");
        page.QuerySelector("option[selected]")!.TextContent.ShouldBe("People held");
        page.QuerySelector("a[href='/methods/flow-forecast']").ShouldNotBeNull();
        foreach (var file in page.QuerySelectorAll(".app-downloads a").Where(a => a.GetAttribute("href")!.Contains("/api/v1/forecasts/", StringComparison.Ordinal)))
            (await client.GetAsync(file.GetAttribute("href"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/futures/forecasts/flows?series=other")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/api/v1/forecasts/none/scores.csv")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_place_without_flows_says_where_to_put_them()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(TestPlace.Empty);
        using HttpClient client = await door.SignedInAsync();
        (await client.ReadAsync("/futures/forecasts")).QuerySelector("main")!.TextContent.ShouldContain("no flows to forecast yet");
    }

    private static Shire Open()
    {
        string Row(int t) => string.Create(CultureInfo.InvariantCulture, $"{2018 + (t / 4)}Q{(t % 4) + 1},{500 + (37 * t * t % 50)},{490 + (53 * t * t % 60)},{3000 + (10 * t) + (29 * t % 17)},{t}");
        string model = """
            title: Made-up flows
            source: Made up for this test
            series:
              - { column: in, title: Coming in, unit: people }
              - { column: out, title: Going out, unit: people }
              - { column: stock, title: People held, unit: people, kind: stock, in: [in], out: [out] }
            left_out: [{ column: odd, why: "Mislabelled" }]
            """;
        string Table(int quarters) => "q,in,out,stock,odd\n" + string.Concat(Enumerable.Range(0, quarters).Select(t => Row(t) + "\n"));
        return TestPlace.Open(
            ("place.yaml", "id: testshire\ntitle: Testshire\nareas: [{ code: E23000014, name: West Midlands, kind: police-force }]\nperiod: { from: 2006-04-01, until: 2025-04-01 }\ndisclosure: default\n"),
            ("statistics/flows.csv", Table(12)), ("statistics/short.csv", Table(3)),
            ("forecasts/flows.yaml", $"id: flows\nfile: flows.csv\n{model}\n"), ("forecasts/short.yaml", $"id: short\nfile: short.csv\n{model}\n"));
    }
}
