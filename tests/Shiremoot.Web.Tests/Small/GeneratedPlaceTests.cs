using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace Shiremoot.Web.Tests.Small;

/// <summary>A place whose people are generated says so wherever anything made of them is shown or handed out.</summary>
public sealed class GeneratedPlaceTests
{
    private const string Standing = "Generated: no such people exist";

    [Fact]
    public async Task Every_page_and_file_of_generated_people_says_that_they_are_generated()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        Dictionary<string, HttpResponseMessage> seen = [];
        Queue<string> toSee = new(["/"]);
        while (toSee.TryDequeue(out string? address))
        {
            if (!seen.TryAdd(address, null!)) continue;
            HttpResponseMessage answer = seen[address] = await door.Client.GetAsync(address);
            if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var link in (await door.Client.ReadAsync(address)).QuerySelectorAll("main a[href], nav a[href]"))
                if (link.GetAttribute("href") is { } href && href.StartsWith('/') && !href.StartsWith("/methods/", StringComparison.Ordinal)) toSee.Enqueue(href.Split('#')[0]);
        }

        List<string> silent = [];
        foreach ((string address, HttpResponseMessage answer) in seen)
        {
            if (answer.StatusCode != HttpStatusCode.OK) silent.Add($"{address}: {answer.StatusCode}");
            else if (!IsOfPublished(address) && !(await TextAsync(answer)).Contains(Standing, StringComparison.Ordinal)) silent.Add(address);
            answer.Dispose();
        }
        silent.ShouldBeEmpty();
        string[] mustBeSeen = ["/people", "/people/cohorts/arrested", "/people/measures/returned", "/api/v1/people/returned/table.csv", "/api/v1/people/returned/table.xlsx", "/data/loads/1", "/data/audit", "/about"];
        mustBeSeen.ShouldBeSubsetOf(seen.Keys);
        seen.Keys.ShouldContain(a => a.EndsWith("/reasons.csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/people/measures/returned")]
    [InlineData("/people/cohorts/arrested")]
    public async Task Pages_of_people_say_it_beside_the_figures_and_not_only_above_every_page(string address)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        (await door.TextAsync(address)).ShouldContain(Standing);
    }

    [Theory]
    [InlineData("/api/v1/about")]
    [InlineData("/api/v1/people/people")]
    [InlineData("/api/v1/people/returned?by=sex")]
    [InlineData("/api/v1/measures/returned")]
    [InlineData("/api/v1/cohorts")]
    [InlineData("/api/v1/loads")]
    [InlineData("/api/v1/loads/2")]
    public async Task The_API_says_it(string address)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        string answer = await door.Client.GetStringAsync(address);
        using JsonDocument read = JsonDocument.Parse(answer);
        answer.ShouldContain(Standing);
    }

    [Fact]
    public async Task A_page_that_is_not_found_says_it_too()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        using HttpResponseMessage answer = await door.Client.GetAsync("/people/measures/none");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(Standing);
    }

    [Fact]
    public async Task Rows_in_quarantine_are_handed_out_with_the_label()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        string load = await LoadWithFaultsAsync(door);
        using HttpResponseMessage answer = await door.Client.SubmitAsync(load, load);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await answer.Content.ReadAsStringAsync()).ShouldContain(Standing);
    }

    // A published statistic is not made of anyone: to call it generated would be as false as the other way about.
    [Fact]
    public async Task A_file_of_published_statistics_does_not_say_generated()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        string csv = await door.Client.GetStringAsync("/api/v1/measures/arrests/table.csv");
        csv.ShouldContain("Published statistics, shown as published");
        csv.ShouldNotContain(Standing);
    }

    // Rows with a fault, so that there is a quarantine to hand out.
    private static SmallPlace Place() => SmallPlace.With(SmallPlace.People(60), "q1,unheard,2,yes,2021-06-01\nq2,female,-3,yes,2021-06-01\n");

    private static bool IsOfPublished(string address) =>
        address.StartsWith("/api/v1/measures/arrests/", StringComparison.Ordinal) || address.StartsWith("/api/v1/costs/", StringComparison.Ordinal) || address.StartsWith("/api/v1/evidence/", StringComparison.Ordinal)
        || address.StartsWith("/api/v1/futures/budgets/", StringComparison.Ordinal);

    private static async Task<string> LoadWithFaultsAsync(SmallDoor door)
    {
        using JsonDocument loads = JsonDocument.Parse(await door.Client.GetStringAsync("/api/v1/loads"));
        JsonElement load = loads.RootElement.EnumerateArray().First(l => l.GetProperty("feed").GetString() == "people");
        load.GetProperty("rowsQuarantined").GetInt64().ShouldBeGreaterThan(0);
        return $"/data/loads/{load.GetProperty("load").GetInt64()}";
    }

    // A workbook is a zip of XML files: the words are in one of them.
    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType?.Contains("spreadsheetml", StringComparison.Ordinal) != true) return await answer.Content.ReadAsStringAsync();
        using ZipArchive book = new(await answer.Content.ReadAsStreamAsync());
        StringWriter text = new();
        foreach (ZipArchiveEntry part in book.Entries)
        {
            using StreamReader reader = new(part.Open());
            text.Write(await reader.ReadToEndAsync());
        }
        return text.ToString();
    }
}
