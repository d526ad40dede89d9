using System.Net;
using System.Text.Json;
using Shiremoot.Trust;

namespace Shiremoot.Web.Tests.Small;

public sealed class DataPagesTests
{
    private const string Faulty = "p90,female,=cmd|' /C calc'!A0,no,2021-06-01\np91,other,1,no,2021-06-01\n";

    [Fact]
    public async Task A_receipt_shows_its_rows_its_hash_and_why_rows_were_set_aside()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(12), Faulty));
        long load = door.Shire.Receipts().First(r => r.Feed == "people").Load;
        string text = await door.TextAsync($"/data/loads/{load}");
        text.ShouldContain("14 rows in = 12 accepted + 2 quarantined");
        text.ShouldContain(door.Shire.Receipt(load).Value.FileHash);
        text.ShouldContain("Sending faulty rows back to the partner they came from");
        text.ShouldNotContain("calc");
        (await door.TextAsync("/data/loads")).ShouldContain("people.csv");
        (await door.TextAsync("/data")).ShouldContain("2 of 2");
        using JsonDocument one = JsonDocument.Parse(await door.Client.GetStringAsync($"/api/v1/loads/{load}"));
        one.RootElement.GetProperty("reasons").EnumerateArray().Sum(r => r.GetProperty("rows").GetInt64()).ShouldBe(2);
    }

    [Fact]
    public async Task Quarantined_rows_go_out_by_a_form_only_are_audited_first_and_run_as_no_formula()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(12), Faulty));
        string page = $"/data/loads/{door.Shire.Receipts().First(r => r.Feed == "people").Load}";
        using HttpResponseMessage bare = await door.Client.PostAsync(page, new FormUrlEncodedContent([]));
        bare.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Consulted(door).ShouldBe(0);
        using HttpResponseMessage file = await door.Client.SubmitAsync(page, page);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        string text = await file.Content.ReadAsStringAsync();
        text.ShouldContain("\"'=cmd|");
        text.ShouldNotContain("\"=cmd|");
        Consulted(door).ShouldBe(1);
        door.Shire.VerifyAudit().Holds.ShouldBeTrue();
        (await door.TextAsync("/data/audit")).ShouldContain("quarantine of load");

        static int Consulted(SmallDoor door) => door.Shire.Audit(100).Count(e => e.Purpose == Auditing.DataQuality.Id);
    }

    [Fact]
    public async Task Looking_changes_nothing_but_the_log_of_reads()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(12), Faulty));
        StoreContents before = door.Shire.Contents();
        int log = door.Shire.Audit(1000).Count;
        foreach (string page in (string[])["/", "/people", "/people/measures/spread", "/people/cohorts/arrested", "/costs", "/costs/units", "/data", "/data/loads", "/data/loads/1", "/data/loads/2", "/data/audit", "/about", "/api/v1/people", "/api/v1/loads"])
            (await door.StatusAsync(page)).ShouldBe(HttpStatusCode.OK, page);
        IReadOnlyList<AuditEntry> written = [.. door.Shire.Audit(1000).SkipLast(log)];
        written.ShouldAllBe(e => e.Action == "consult" && e.Purpose == Auditing.Picture.Id);
        door.Shire.Contents().Rows.ShouldBe(before.Rows + written.Count);
        door.Shire.Contents().Loads.ShouldBe(before.Loads);
    }

    [Fact]
    public async Task A_file_that_was_refused_keeps_its_receipt_and_the_reason()
    {
        SmallPlace place = SmallPlace.With(SmallPlace.People(2), string.Concat(Enumerable.Repeat(Faulty, 3)));
        await using SmallDoor door = await SmallDoor.OpenAsync(place);
        string text = await door.TextAsync($"/data/loads/{door.Shire.Receipts().First(r => r.Feed == "people").Load}");
        text.ShouldContain("Refused.");
        text.ShouldContain("INTAKE-");
        (await door.TextAsync("/data")).ShouldContain("The last file was refused");
    }

    [Fact]
    public async Task A_later_file_and_the_one_it_replaced_lead_to_each_other()
    {
        SmallPlace place = SmallPlace.With(SmallPlace.People(12));
        await using SmallDoor door = await SmallDoor.OpenAsync(place);
        place.Write("arrests.csv", "year,area,arrests\n2006/07,West Midlands,2000\n2007/08,West Midlands,1001\n");
        door.Shire.TakeIn(["arrests"]).IsRefused.ShouldBeFalse();
        var loads = door.Shire.Receipts().Where(r => r.Feed == "arrests").ToList();
        (await door.Client.GetStringAsync($"/data/loads/{loads[0].Load}")).ShouldContain($"/data/loads/{loads[1].Load}");
        string before = await door.Client.GetStringAsync($"/data/loads/{loads[1].Load}");
        before.ShouldContain("Replaced by a later file");
        before.ShouldContain($"/data/loads/{loads[0].Load}");
    }

    [Theory]
    [InlineData("/data/loads/99")]
    [InlineData("/data/loads/none")]
    [InlineData("/data/loads?from=9")]
    [InlineData("/api/v1/loads/99")]
    [InlineData("/api/v1/loads/99/reasons.csv")]
    public async Task A_receipt_that_is_not_there_is_not_found(string address)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        (await door.StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_bare_place_says_what_is_missing_on_every_page()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        (await door.TextAsync("/")).ShouldContain("Not known: no objectives have been recorded");
        (await door.TextAsync("/")).ShouldContain("Smallshire Board (since 1 January 2020)");
        (await door.TextAsync("/data")).ShouldContain("This place has no feeds yet");
        (await door.TextAsync("/data/loads")).ShouldContain("No file has been taken in");
        (await door.TextAsync("/data/audit")).ShouldContain("Nothing has been written yet");
        (await door.TextAsync("/about")).ShouldContain("No data has been taken in");
    }
}
