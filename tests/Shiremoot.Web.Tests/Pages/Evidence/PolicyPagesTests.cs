using System.Globalization;
using System.Net;
using Shiremoot.Terms;

namespace Shiremoot.Web.Tests.Pages.Evidence;

/// <summary>Policies judged by published figures, as pages: one beside other areas, one beside its own line, one that cannot be told.</summary>
public sealed class PolicyPagesTests
{
    private static readonly Lazy<Shire> Made = new(Open);

    [Fact]
    public async Task Policies_are_listed_with_what_became_of_them()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Made.Value);
        using HttpClient client = await door.SignedInAsync();
        var list = await client.ReadAsync("/evidence/policies");
        list.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")).ShouldBe(["/evidence/policies/beside", "/evidence/policies/line", "/evidence/policies/nowhere"]);
        list.QuerySelector("main")!.TextContent.ShouldContain("Cannot be told. The policy 'nowhere' names the area 'E23000099'");
        (await client.ReadAsync("/evidence")).QuerySelector("a[href='/evidence/policies']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_page_shows_the_number_the_room_gives_with_charts_tables_and_caution()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(Made.Value);
        using HttpClient client = await door.SignedInAsync();
        var page = await client.ReadAsync("/evidence/policies/beside");
        string headline = Made.Value.DrawPolicy(Made.Value.PolicyOf("beside").Value).Value.Headline;
        page.QuerySelector(".app-lede")!.TextContent.ShouldBe(headline);
        headline.ShouldContain("lower on average with the policy");
        page.QuerySelectorAll(".app-chart").Select(c => c.Id).ShouldBe(["means", "steps"]);
        page.QuerySelectorAll("#means tbody tr").Length.ShouldBe(10);
        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("What it cannot show. Made up");
        page.QuerySelector("a[href='/methods/difference-in-differences']").ShouldNotBeNull();
        page.QuerySelectorAll(".app-figure__label").Select(f => f.TextContent).ShouldBe(["Effect", "Alike before?"]);
        var line = await client.ReadAsync("/evidence/policies/line");
        line.QuerySelectorAll("#series tbody tr").Length.ShouldBe(10);
        line.QuerySelector("a[href='/methods/interrupted-time-series']").ShouldNotBeNull();
        (await client.ReadAsync("/evidence/policies/nowhere")).QuerySelector("main")!.TextContent.ShouldContain("POLICY-19");
        (await client.GetAsync("/evidence/policies/no-such")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_place_without_policies_says_where_to_put_them()
    {
        await using RunningDoor door = await RunningDoor.OpenAsync(TestPlace.Empty);
        using HttpClient client = await door.SignedInAsync();
        (await client.ReadAsync("/evidence/policies")).QuerySelector("main")!.TextContent.ShouldContain("no policies to judge yet");
    }

    private static Shire Open()
    {
        // Fourteen forces by ten years; the first seven lose 8 from 2016 on.
        List<string> rows = ["area,year,rate"];
        for (int area = 1; area <= 14; area++)
            for (int year = 2011; year <= 2020; year++)
                rows.Add(string.Create(CultureInfo.InvariantCulture, $"E230000{area:00},{year},{50 + area + (area * year * 37 % 11 / 5.0) + (area <= 7 && year >= 2016 ? -8 : 0):0.0}"));
        string Policy(string id, string more) => $"id: {id}\ntitle: Policy {id}\nsource: Made up for this test\nmeasure: rate\nfrom: 2016-01-01\nnote: Made up, so that it shows nothing.\n{more}";
        Shire shire = TestPlace.Open(
            ("place.yaml", "id: testshire\ntitle: Testshire\nareas: [{ code: E23000014, name: West Midlands, kind: police-force }]\nperiod: { from: 2006-04-01, until: 2025-04-01 }\ndisclosure: default\n"),
            ("statistics/rate.csv", string.Join('\n', rows) + "\n"),
            ("feeds/rate.yaml", """
                id: rate
                title: Made-up rate
                source: Made up for this test
                origin: published
                file: rate.csv
                columns:
                  area: { from: area, required: true }
                  year: { from: year, type: period, style: year, required: true }
                  rate: { from: rate, type: number }
                key: [area, year]
                statistics:
                  - { series: rate, area: area, period: year, value: rate }
                """),
            ("measures/rate.yaml", "id: rate\nkind: statistic\ntitle: Made-up rate\ndefinition: Made up for this test.\nquestions: [Q01]\nseries: rate\nvalue: score\nunit: points\nareas: police-force\nperiods: calendar-year\nsource: Made up for this test\nexample: { period: \"2011\", area: E23000001, gives: 51.6, within: 0.01 }\n"),
            ("policies/beside.yaml", Policy("beside", "treated: [E23000001, E23000002, E23000003, E23000004, E23000005, E23000006, E23000007]\n")),
            ("policies/line.yaml", Policy("line", "method: interrupted\ntreated: [E23000001]\ncompare: [E23000009]\n")),
            ("policies/nowhere.yaml", Policy("nowhere", "treated: [E23000099]\n")));
        foreach (TakenIn taken in shire.TakeIn([]).Value) taken.Outcome.Refused(out Refusal? why, out _).ShouldBeFalse(why?.Says ?? "");
        return shire;
    }
}
