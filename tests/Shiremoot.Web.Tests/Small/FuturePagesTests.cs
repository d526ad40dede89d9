using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Shiremoot.Futures;

namespace Shiremoot.Web.Tests.Small;

/// <summary>What if, as pages: the list, a scenario, two side by side, the published figures, files and the API.</summary>
public sealed partial class FuturePagesTests
{
    private const string Women = FuturePlace.Women, Page = "/futures/scenarios/" + Women;

    [Fact]
    public async Task A_scenario_reads_as_a_board_would_and_its_sharp_answer_is_what_the_library_gives()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(FuturePlace.Make());
        string list = await door.TextAsync("/futures");
        list.ShouldContain("Community sentences for women in place of custody under 12 months");
        Scenario file = door.Shire.FindScenario(Women).Value;
        list.ShouldContain($"For women and girls aged 18 to 99. Answers intervention I12. Rests on {file.Numbers.Count} numbers, {file.Numbers.Count(n => n.IsAssumption)} assumed.");
        list.ShouldContain("scenarios/faulty.yaml cannot be read");

        await SharpAsync(door, Women);
        IDocument page = await door.Client.ReadAsync(Page);
        foreach (string chart in (string[])["difference-women-in-custody", "levels-women-in-custody", "difference-arrests", "ways", "stages", "money", "groups", "sure"]) page.QuerySelectorAll($"#{chart} table").Length.ShouldBe(1, chart);
        FutureAnswer answer = door.Shire.Ask(new(door.Shire.FindScenario(Women).Value, new() { Years = 10, WarmUpYears = SimulationAsked.LifeLong, Runs = SmallDoor.SharpRuns, Worlds = SmallDoor.SharpWorlds })).Value;
        FutureLine women = answer.Lines.Single(l => l.Id == "women-in-custody");
        page.QuerySelector("#answer")!.TextContent.ShouldStartWith(string.Create(CultureInfo.InvariantCulture, $"About {-women.OverAll.Difference.Mean:0} fewer women and girls in custody at once ("));
        string text = Plain(page);
        text.ShouldContain("no row is of anyone on record");
        text.ShouldContain($"Worked out from {SmallDoor.SharpRuns} runs with {SmallDoor.SharpWorlds} sets of the scenario’s numbers");
        text.ShouldContain("None of this is in the range: the true range is wider");
        page.QuerySelectorAll(".app-assumptions a[href='/evidence/womens-centres']").Length.ShouldBe(1);
        page.QuerySelectorAll(".app-assumptions .govuk-tag--yellow").Length.ShouldBe(3);

        // Who goes where, as the library counts it: as many come back as have come back, and the picture holds what changes.
        FutureWays ways = door.Shire.Ask(new(file, new() { Years = 10, WarmUpYears = SimulationAsked.LifeLong, Runs = 1, Worlds = SmallDoor.SharpWorlds }) { WayRuns = Math.Min(FutureWays.UsualRuns, SmallDoor.SharpRuns) }).Value.Ways!;
        FutureWay turned = ways.Ways.Single(w => (w.From.Id, w.To.Id) == ("crown-court", "short-custody"));
        IElement way = page.QuerySelectorAll("#ways table tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == "Tried at the Crown Court" && r.QuerySelector("td")!.TextContent.Trim() == "Custody up to a year");
        way.QuerySelectorAll("td").Skip(1).Take(2).Select(c => c.TextContent.Trim()).ShouldBe([turned.Baseline.ToString("0.##", CultureInfo.InvariantCulture), turned.With.ToString("0.##", CultureInfo.InvariantCulture)]);
        using (JsonDocument drawing = JsonDocument.Parse(page.QuerySelector("#ways script[type='application/json']")!.TextContent))
        {
            string[] nodes = [.. drawing.RootElement.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("name").GetString()!)];
            JsonElement[] links = [.. drawing.RootElement.GetProperty("links").EnumerateArray()];
            double Through(string node, string end) => links.Where(l => nodes[l.GetProperty(end).GetInt32()] == node && !(l.TryGetProperty("change", out JsonElement change) && change.GetString() == "fewer")).Sum(l => l.GetProperty("value").GetDouble());
            nodes.Length.ShouldBeInRange(10, 20);
            links.Count(l => l.TryGetProperty("change", out JsonElement change) && change.GetString() == "fewer" && nodes[l.GetProperty("to").GetInt32()] == "Custody up to a year").ShouldBeGreaterThan(0);
            Through("Come back", "to").ShouldBe(Through("Have come back", "from"), 0.01 * Through("Come back", "to"));
        }

        using JsonDocument json = JsonDocument.Parse(await door.Client.GetStringAsync($"/api/v1/futures/scenarios/{Women}"));
        JsonElement line = json.RootElement.GetProperty("measures").EnumerateArray().Single(m => m.GetProperty("id").GetString() == "women-in-custody");
        line.GetProperty("over_all").GetProperty("difference").GetProperty("mean").GetDouble().ShouldBe(women.OverAll.Difference.Mean, 1e-9);
        foreach (string table in (string[])["measures", "years", "ways", "money", "ledger", "groups"])
        {
            (await door.Client.GetStringAsync($"/api/v1/futures/scenarios/{Women}/{table}.csv")).ShouldContain("Generated: no such people exist", customMessage: table);
            (await door.StatusAsync($"/api/v1/futures/scenarios/{Women}/{table}.xlsx")).ShouldBe(HttpStatusCode.OK, table);
        }
    }

    [Fact]
    public async Task A_number_that_is_set_stands_in_the_address_and_is_taken_as_known()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(FuturePlace.Make());
        await SharpAsync(door, $"{FuturePlace.Half}?years=5&n-half=0");
        IDocument page = await door.Client.ReadAsync($"/futures/scenarios/{FuturePlace.Half}?n-half=0&years=5");
        page.QuerySelector("#n-half")!.GetAttribute("value").ShouldBe("0");
        string none = Plain(page);
        none.ShouldContain("Set by you taken as known; the scenario has 0.5");
        // Nobody is fined instead, and with the same luck nothing at all changes.
        none.ShouldContain("No change in women and girls in custody at once");
        none.ShouldContain("All public budgets: no change");
        using JsonDocument nobody = JsonDocument.Parse(await door.Client.GetStringAsync($"/api/v1/futures/scenarios/{FuturePlace.Half}?years=5&n-half=0"));
        nobody.RootElement.GetProperty("measures").EnumerateArray().ShouldAllBe(m => m.GetProperty("over_all").GetProperty("difference").GetProperty("mean").GetDouble() == 0);

        await SharpAsync(door, $"{FuturePlace.Half}?years=5&n-half=1");
        using JsonDocument all = JsonDocument.Parse(await door.Client.GetStringAsync($"/api/v1/futures/scenarios/{FuturePlace.Half}?years=5&n-half=1"));
        JsonElement custody = all.RootElement.GetProperty("stages").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "custody-to-6-months");
        custody.GetProperty("with").GetDouble().ShouldBeLessThan(0.1 * custody.GetProperty("baseline").GetDouble());

        string wrong = await door.TextAsync($"{Page}?n-instead=7&n-gone=1");
        wrong.ShouldContain("must be a number from 0 to 1");
        wrong.ShouldContain("The scenario has no number 'gone'");
    }

    [Fact]
    public async Task Scenarios_stand_side_by_side_with_a_readers_own_numbers_among_them()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(FuturePlace.Make());
        string[] of = [Women, FuturePlace.Half, $"{FuturePlace.Half}?n-half=1"];
        foreach (string each in of) await SharpAsync(door, each);
        IDocument page = await door.Client.ReadAsync($"/futures/compare?{string.Join('&', of.Select(o => $"of={Uri.EscapeDataString(o)}"))}");
        string text = Plain(page);
        text.ShouldContain("C Half of short custody for women is a fine instead (half 1)");
        page.QuerySelectorAll("#compared table, #compared-money table").Length.ShouldBe(2);
        text.ShouldContain("not added");
        (await door.TextAsync($"/futures/compare?of={Women}")).ShouldContain("Choose 2 to 4 scenarios to compare");
        (await door.TextAsync($"/futures/compare?of={Women}&of={FuturePlace.Half}%3Fn-half%3D2")).ShouldContain("must be a number from 0 to 1");
    }

    [Fact]
    public async Task Published_figures_stand_beside_the_simulation_with_what_was_fitted()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(FuturePlace.Make());
        await SharpAsync(door, "");
        IDocument page = await door.Client.ReadAsync("/futures/facts");
        IElement row = page.QuerySelectorAll("#fitted table tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == "Arrests of women and girls a year");
        string[] cells = [.. row.QuerySelectorAll("td").Select(c => c.TextContent.Trim())];
        double published = double.Parse(cells[0], NumberStyles.Number, CultureInfo.InvariantCulture), simulated = double.Parse(cells[1], NumberStyles.Number, CultureInfo.InvariantCulture);
        simulated.ShouldBe(published, 0.05 * published);
        cells[4].ShouldBe("runs");
        page.QuerySelectorAll("#predicted table tbody tr").Length.ShouldBeGreaterThan(5);
        Plain(page).ShouldContain("that were then predicted");
        Plain(page).ShouldContain("The flow engine, which takes people as flows month by month without chance, comes within ");
        Plain(page).ShouldContain("nothing was fitted to it");
        page.QuerySelectorAll("main th[scope=row]").Select(h => h.TextContent.Trim()).ShouldContain("Share of arrests of people of White ethnicity, of those stated");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_what_is_not_ready_says_how_far_it_is()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(FuturePlace.Make());
        foreach ((string address, HttpStatusCode status) in ((string, HttpStatusCode)[])
        [
            ("/futures/scenarios/none", HttpStatusCode.NotFound), ("/futures/scenarios/faulty", HttpStatusCode.OK), ($"/futures/compare?of={Women}&of=none", HttpStatusCode.NotFound),
            ("/api/v1/futures", HttpStatusCode.OK), ("/api/v1/futures/scenarios/none", HttpStatusCode.NotFound), ($"/api/v1/futures/scenarios/{Women}?n-instead=2", HttpStatusCode.BadRequest), ($"/api/v1/futures/scenarios/{Women}?years=7", HttpStatusCode.BadRequest),
            ("/api/v1/futures/progress?of=none", HttpStatusCode.NotFound), ("/api/v1/futures/progress", HttpStatusCode.BadRequest),
        ])
            (await door.StatusAsync(address)).ShouldBe(status, address);
        (await door.TextAsync("/futures/scenarios/faulty")).ShouldContain("faulty.yaml");

        using HttpResponseMessage early = await door.Client.GetAsync($"/api/v1/futures/scenarios/{Women}?n-take-up=0.55");
        early.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        early.Headers.RetryAfter.ShouldNotBeNull();
        (await early.Content.ReadAsStringAsync()).ShouldContain("\"last\":false");
    }

    [Fact]
    public async Task A_stranger_sees_none_of_it_and_a_place_without_a_model_says_so()
    {
        await using SmallDoor closed = await SmallDoor.OpenAsync(SmallPlace.Bare(), signIn: false);
        (await closed.StatusAsync("/futures")).ShouldBe(HttpStatusCode.Redirect);
        (await closed.StatusAsync("/api/v1/futures/as-things-are")).ShouldBe(HttpStatusCode.Unauthorized);

        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        string bare = await door.TextAsync("/futures");
        bare.ShouldContain("This place has no scenarios yet");
        bare.ShouldContain("There is no answer");
        (await door.StatusAsync("/futures/facts")).ShouldBe(HttpStatusCode.OK);
        (await door.StatusAsync("/api/v1/futures/as-things-are")).ShouldBe(HttpStatusCode.Conflict);
    }

    private static Task SharpAsync(SmallDoor door, string of) => SharpAsync(door.StatusAsync, of);

    /// <summary>Asks until the sharp answer is there: the server is told each time that somebody still wants it.</summary>
    /// <param name="status">Asks an address and gives its status.</param>
    /// <param name="of">A scenario with its numbers after a question mark; empty for the place as it goes on.</param>
    internal static async Task SharpAsync(Func<string, Task<HttpStatusCode>> status, string of)
    {
        (string id, string query) = of.Split('?') is [var name, var rest] ? (name, "?" + rest) : (of, "");
        string address = id.Length == 0 ? "/api/v1/futures/as-things-are/measures.csv" : $"/api/v1/futures/scenarios/{id}/measures.csv{query}";
        using CancellationTokenSource enough = new(TimeSpan.FromMinutes(5));
        for (HttpStatusCode now = HttpStatusCode.Accepted; now != HttpStatusCode.OK; now = await status(address))
        {
            now.ShouldBe(HttpStatusCode.Accepted, address);
            await Task.Delay(200, enough.Token);
        }
    }

    private static string Plain(IDocument page) => Spaces().Replace(page.QuerySelector("main")!.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
