using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;

namespace Shiremoot.Web.Tests.Api;

public sealed class MeasuresApiTests : IAsyncLifetime
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
    public async Task The_list_has_every_measure_of_the_place()
    {
        JsonElement list = await client.GetFromJsonAsync<JsonElement>("/api/v1/measures");
        list.EnumerateArray().Select(m => m.GetProperty("id").GetString()).Order().ShouldBe(TestPlace.WestMidlands.Measures.Value.Ids.Order());
    }

    [Fact]
    public async Task One_measure_gives_the_published_figure()
    {
        JsonElement measure = await client.GetFromJsonAsync<JsonElement>("/api/v1/measures/arrests?by=sex&period=2015/16");
        measure.GetProperty("compared_in").GetString().ShouldBe("2015/16");
        measure.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("period").GetString() == "2015/16" && r.GetProperty("sex").GetString() == "Female")
            .GetProperty("value").GetDouble().ShouldBe(6062);
    }

    [Theory]
    [InlineData("/api/v1/measures/no-such", HttpStatusCode.NotFound, "SHIRE-08")]
    [InlineData("/api/v1/measures/no-such/table.csv", HttpStatusCode.NotFound, "SHIRE-08")]
    [InlineData("/api/v1/measures/arrests?by=shoe_size", HttpStatusCode.BadRequest, "AREAS-05")]
    [InlineData("/api/v1/measures/arrests?period=1066", HttpStatusCode.BadRequest, "AREAS-08")]
    [InlineData("/api/v1/measures/search-rate/table.xlsx", HttpStatusCode.Conflict, "AREAS-03")]
    [InlineData("/api/v1/measures/arrests/table.csv?table=secrets", HttpStatusCode.BadRequest, "WEB-06")]
    public async Task What_cannot_be_given_is_a_problem_with_the_refusal_s_code(string address, HttpStatusCode status, string code)
    {
        using HttpResponseMessage answer = await client.GetAsync(address);
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString().ShouldBe(code);
    }

    [Theory]
    [InlineData("/picture/arrests?by=sex")]
    [InlineData("/picture/first-time-entrants")]
    [InlineData("/picture/deprivation-small-areas")]
    [InlineData("/areas?measure=youth-justice-spend")]
    public async Task Every_file_a_page_offers_opens(string page)
    {
        string[] files = [.. (await client.ReadAsync(page)).QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!).Distinct()];
        files.Length.ShouldBeGreaterThanOrEqualTo(2);
        foreach (string file in files)
        {
            using HttpResponseMessage answer = await client.GetAsync(file);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
            if (file.Contains(".csv", StringComparison.Ordinal)) System.Text.Encoding.UTF8.GetString(bytes).Split('\n').Length.ShouldBeGreaterThan(4, file);
            else ZipArchive(bytes).ShouldContain("xl/worksheets/sheet1.xml", file);
        }
    }

    [Fact]
    public async Task The_CSV_has_a_line_for_each_row_of_the_library_s_table()
    {
        string csv = await client.GetStringAsync("/api/v1/measures/arrests/table.csv?by=sex");
        string[] lines = csv.TrimEnd().Split('\n');
        lines[0].ShouldContain("\"Period\",\"Area code\",\"Area\",\"sex\"");
        lines.ShouldContain(l => l.Replace("\"", "", StringComparison.Ordinal).StartsWith("2015/16,E23000014,West Midlands Police,Female,6062,", StringComparison.Ordinal));
        DrawnMeasure drawn = DrawnMeasures.Draw(TestPlace.WestMidlands, ["arrests"], ["sex"], null).Value[0];
        (lines.Length - 1).ShouldBe(drawn.Table.Rows.Count());
    }

    [Fact]
    public async Task Areas_are_those_of_the_place_and_those_it_is_compared_with()
    {
        JsonElement areas = await client.GetFromJsonAsync<JsonElement>("/api/v1/areas");
        areas.EnumerateArray().Count(a => !a.GetProperty("isCompared").GetBoolean()).ShouldBe(9);
        areas.EnumerateArray().Single(a => a.GetProperty("code").GetString() == "E92000001").GetProperty("isCompared").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task OpenAPI_describes_each_route()
    {
        JsonElement paths = (await client.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json")).GetProperty("paths");
        foreach (string path in (string[])["/api/v1/measures", "/api/v1/measures/{id}", "/api/v1/measures/{id}/table.csv", "/api/v1/measures/{id}/table.xlsx", "/api/v1/areas"])
            paths.GetProperty(path).GetProperty("get").GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(path);
    }

    private static string[] ZipArchive(byte[] bytes)
    {
        using ZipArchive zip = new(new MemoryStream(bytes));
        return [.. zip.Entries.Select(e => e.FullName)];
    }
}
