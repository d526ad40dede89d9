using System.IO.Compression;
using System.Text;

namespace Shiremoot.Web.Tests.Small;

/// <summary>
/// Every page, file and answer of the API that can be reached is the same whatever small number of people lies behind it. That is stronger than looking for digits. Receipts of files are left
/// out: they tell data stewards how many rows a file had.
/// </summary>
public sealed class SmallCountsTests
{
    [Fact]
    public async Task Nothing_that_can_be_reached_depends_on_a_small_count_of_people()
    {
        // Which groups there are shows; how many are in each does not.
        Person[] people = [new("female", 3, true), new("male", 0, true), new("male", 3, false), new("female", 0, false)];
        Person[][] places = [people, people[..3], people[..2], [new("female", 0, false), new("male", 3, true), new("male", 3, false)]];
        SortedDictionary<string, string>? first = null;
        foreach (Person[] behind in places)
        {
            await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(behind));
            SortedDictionary<string, string> all = await AllAsync(door);
            if (first is null)
            {
                first = all;
                foreach (string expected in (string[])["/people", "/people/measures/returned", "/people/cohorts/arrested", "/people/build", "/api/v1/people/returned/table.csv", "/api/v1/people/returned/table.xlsx"]) all.Keys.ShouldContain(expected);
                all.Count.ShouldBeGreaterThan(25);
            }
            all.Keys.ShouldBe(first.Keys);
            foreach ((string address, string text) in all) text.ShouldBe(first[address], $"{address} tells {behind.Length} from {people.Length} people");
        }
    }

    private static async Task<SortedDictionary<string, string>> AllAsync(SmallDoor door)
    {
        SortedDictionary<string, string> seen = new(StringComparer.Ordinal);
        Queue<string> toSee = new(["/", "/api/v1/people", "/api/v1/people/people", "/api/v1/people/spread", "/api/v1/people/returned?by=sex", "/api/v1/cohorts", "/api/v1/measures", "/people/build?where=sex+%3D+%27female%27&index=first(arrest)"]);
        while (toSee.TryDequeue(out string? address))
        {
            if (seen.ContainsKey(address) || IsLeftOut(address)) continue;
            using HttpResponseMessage answer = await door.Client.GetAsync(address);
            string type = answer.Content.Headers.ContentType?.MediaType ?? "";
            seen[address] = type == "text/html" ? await door.TextAsync(address) : type.Contains("spreadsheet", StringComparison.Ordinal) ? Sheets(await answer.Content.ReadAsByteArrayAsync()) : await answer.Content.ReadAsStringAsync();
            if (type != "text/html") continue;
            foreach (var link in (await door.Client.ReadAsync(address)).QuerySelectorAll("main a[href], nav a[href]"))
                if (link.GetAttribute("href") is { } href && href.StartsWith('/')) toSee.Enqueue(href.Split('#')[0]);
        }
        return seen;
    }

    private static bool IsLeftOut(string address) =>
        address.StartsWith("/data", StringComparison.Ordinal) || address.StartsWith("/methods/", StringComparison.Ordinal) || address.StartsWith("/areas", StringComparison.Ordinal) || address.StartsWith("/costs/", StringComparison.Ordinal)
        || address.Contains("/loads", StringComparison.Ordinal) || address == "/sign-out";

    // What the cells hold: the rest of a workbook has the time it was made.
    private static string Sheets(byte[] workbook)
    {
        StringBuilder all = new();
        using ZipArchive zip = new(new MemoryStream(workbook), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in zip.Entries.Where(e => e.FullName.Contains("sheet", StringComparison.Ordinal) || e.FullName.Contains("sharedStrings", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            using StreamReader reader = new(entry.Open());
            all.Append(reader.ReadToEnd());
        }
        return all.ToString();
    }
}
