using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace Shiremoot.Web.Tests.Small;

/// <summary>Budgets as pages: the list, one contract, two side by side, files and the API.</summary>
public sealed class BudgetPagesTests
{
    [Fact]
    public async Task A_contract_reads_as_a_page_for_a_board()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        (await door.TextAsync("/futures")).ShouldContain("Custody budget");
        string list = await door.TextAsync("/futures/budgets");
        list.ShouldContain("Custody budget");
        list.ShouldContain("HMP Peterborough social impact bond");
        list.ShouldContain("contracts/faulty.yaml cannot be read");
        list.ShouldContain("has no figure for 2019/20; add it (pounds a unit).");

        IDocument page = await door.Client.ReadAsync("/futures/budgets/custody");
        foreach (string chart in (string[])["fan", "deficit", "risks", "pays"]) page.QuerySelectorAll($"#{chart} table").Length.ShouldBe(1, chart);
        string text = string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text.ShouldContain("The council ends even on average, and never in deficit in 10,000 runs."); // charged 100 a night for 10 nights, given 1,000
        text.ShouldContain("Break-even reduction 0%");
        text.ShouldContain("£2,000");
        text.ShouldContain("Assumption Of our own");
        page.QuerySelectorAll("#parties, #sure, #false, #flows, #terms").Length.ShouldBe(5);
    }

    [Fact]
    public async Task A_result_of_the_place_may_give_the_flows()
    {
        SmallPlace place = Place();
        place.Write("futures/more.csv", "run,arm,year,series,value\n" + string.Concat(from run in Enumerable.Range(1, 100) from arm in new[] { "baseline", "option" } from year in new[] { 1, 2 } select $"{run},{arm},{year},nights:x,{(run <= 30 ? 12 : 8)}\n"));
        await using SmallDoor door = await SmallDoor.OpenAsync(place);
        (await door.TextAsync("/futures/budgets/custody?futures=more")).ShouldContain("The council ends in deficit in 30 of 100 runs, by £400 on average"); // 2 nights too many at £100, twice
        (await door.StatusAsync("/futures/budgets/custody?futures=none")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Contracts_stand_side_by_side_and_leave_as_files_and_as_the_command_writes_them()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        (await door.TextAsync("/futures/budgets/compare?of=custody&of=youth-remand-2013")).ShouldContain("Custody budget has the smallest chance of a deficit, 0%");
        (await door.TextAsync("/futures/budgets/compare?of=custody")).ShouldContain("Choose two contracts to compare");
        (await door.TextAsync("/futures/budgets/compare?of=custody&of=faulty")).ShouldContain("faulty.yaml");
        (await door.TextAsync("/futures/budgets/faulty")).ShouldContain("faulty.yaml");

        using JsonDocument one = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/futures/budgets/custody"));
        one.RootElement.GetProperty("figures").GetProperty("smallest_grant").GetDecimal().ShouldBe(2000);
        one.RootElement.GetProperty("parties")[1].GetProperty("years")[0].GetProperty("spending").GetDecimal().ShouldBe(1000);
        using JsonDocument all = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/futures/budgets"));
        all.RootElement.EnumerateArray().ShouldContain(c => c.GetProperty("id").GetString() == "custody" && c.GetProperty("ofPlace").GetBoolean());
        (await door.Client.GetStringAsync("/api/v1/futures/budgets/custody/years.csv")).ShouldContain("\"The council\",\"2018/19\",1000,1000,0");
        (await door.Client.GetStringAsync("/api/v1/futures/budgets/side-by-side.csv?of=custody&of=doncaster")).ShouldContain("\"Custody budget\",\"The council\",0,0");
        foreach ((string address, HttpStatusCode status) in ((string, HttpStatusCode)[])
        [
            ("/api/v1/futures/budgets/custody/years.xlsx", HttpStatusCode.OK), ("/api/v1/futures/budgets/faulty", HttpStatusCode.Conflict), ("/api/v1/futures/budgets/none", HttpStatusCode.NotFound),
            ("/api/v1/futures/budgets/custody?futures=none", HttpStatusCode.NotFound), ("/api/v1/futures/budgets/side-by-side.csv", HttpStatusCode.BadRequest), ("/futures/budgets/none", HttpStatusCode.NotFound),
            ("/futures/budgets/compare?of=custody&of=none", HttpStatusCode.NotFound),
        ])
            (await door.StatusAsync(address)).ShouldBe(status, address);
    }

    [Fact]
    public async Task A_place_without_contracts_says_so_and_has_the_schemes_of_the_past()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        string text = await door.TextAsync("/futures/budgets");
        text.ShouldContain("This place has no contracts yet");
        text.ShouldContain("HMP Doncaster payment by results");
    }

    /// <summary>A place with a contract and one whose file is faulty.</summary>
    internal static SmallPlace Place()
    {
        SmallPlace place = SmallPlace.Bare();
        place.Write("contracts/custody.yaml", Contract("custody", "100"));
        place.Write("contracts/faulty.yaml", Contract("faulty", "{ 2018/19: 100 }"));
        return place;
    }

    // Ten people, each nearly sure to spend a night.
    private static string Contract(string id, string price) => $$"""
        id: {{id}}
        title: Custody budget
        source: Made up for this test
        first_year: 2018/19
        years: 2
        parties: [{ id: ministry, title: Ministry of Justice }, { id: council, title: The council }, { id: estate, title: Providers of places, kind: provider }]
        demand:
          - { id: nights, title: Nights, series: nights:x, price: {{price}}, provider: estate, paid_by: council, cohort: 10, baseline: 10, source: "assumption: of our own", drawn: { chance: 0.9999999999, reduction: 0, source: assumption } }
        sums:
          - { name: Grant, from: ministry, to: council, amount: 1000, source: Made up for this test }
        rules:
          - { name: Gain, from: ministry, to: council, threshold: 0.5, rate: 1, source: Made up for this test }
        """;
}
