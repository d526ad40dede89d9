using Microsoft.AspNetCore.Builder;
using Shiremoot.Terms;
using Shiremoot.Web.Start;

namespace Shiremoot.Web.Tests;

public sealed class DoorTests
{
    [Fact]
    public async Task A_port_in_use_is_one_clear_refusal()
    {
        await using RunningDoor first = await RunningDoor.OpenAsync();
        string url = first.Root.GetLeftPart(UriPartial.Authority);
        await using WebApplication second = Door.Build(new DoorOptions { Urls = [url], Terminal = TextWriter.Null }, TestPlace.Empty).Value;
        Refusal refusal = (await Door.OpenAsync(second)).ShouldNotBeNull();
        refusal.Code.ShouldBe("WEB-03");
        refusal.Says.ShouldContain(url);
        refusal.Says.ShouldNotContain('\n');
    }

    [Fact]
    public async Task The_program_ends_with_1_when_its_port_is_in_use_and_2_when_wrongly_called()
    {
        await using RunningDoor first = await RunningDoor.OpenAsync();
        string place = Directory.CreateTempSubdirectory("place").FullName;
        (await Command.RunAsync([place])).ShouldBe(2);                // no place.yaml in it
        await File.WriteAllTextAsync(Path.Combine(place, "place.yaml"), "id: testshire\ntitle: Testshire\nareas: [{ code: E08000025, name: Birmingham, kind: local-authority }]\nperiod: { from: 2020-01-01, until: 2021-01-01 }\ndisclosure: default\n");
        string store = Path.Combine(Directory.CreateTempSubdirectory("store").FullName, "store.db");
        (await Command.RunAsync([place, "--store", store, "--urls", first.Root.GetLeftPart(UriPartial.Authority)])).ShouldBe(1);
        (await Command.RunAsync([place, "--store", store, "--urls", "nonsense"])).ShouldBe(2);
        (await Command.RunAsync([place, "--no-such-option"])).ShouldBe(2);
        (await Command.RunAsync([])).ShouldBe(2);
        (await Command.RunAsync(["--help"])).ShouldBe(0);
        Directory.Delete(place, recursive: true);
    }

    [Theory]
    [InlineData("127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1:5080")]
    [InlineData("http://unix:/tmp/socket")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("")]
    public void What_is_not_an_address_is_refused(string url)
    {
        Door.Build(new DoorOptions { Urls = [url] }, TestPlace.Empty).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("WEB-02");
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    public void Listening_to_all_the_world_needs_the_names_we_answer_to(string url)
    {
        Door.Build(new DoorOptions { Urls = [url] }, TestPlace.Empty).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("WEB-05");
        Door.Build(new DoorOptions { Urls = [url], Hosts = ["justice.example.org"] }, TestPlace.Empty).IsRefused.ShouldBeFalse();
    }
}
