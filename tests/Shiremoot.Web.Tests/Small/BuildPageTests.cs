namespace Shiremoot.Web.Tests.Small;

/// <summary>What is chosen in the builder becomes the text it would be if written, and is counted as any cohort is.</summary>
public sealed class BuildPageTests
{
    [Theory]
    [InlineData("about=attribute&attribute=sex&sign=%3D&value=female", "sex = 'female'", "30 people")]
    [InlineData("about=attribute&attribute=priors&sign=%3E%3D&value=3", "priors >= 3", "25 people")]
    [InlineData("about=attribute&attribute=returned&sign=%3D&value=true", "returned = true", "20 people")]
    [InlineData("about=exists&kind=arrest", "exists(arrest)", "60 people")]
    [InlineData("about=none&kind=arrest", "not exists(arrest)", "fewer than 5 people")]
    [InlineData("about=count&kind=arrest&sign=%3E&value=0&side=after&index=first(arrest)", "count(arrest, after index) > 0", "fewer than 5 people")]
    [InlineData("about=count&kind=arrest&sign=%3E%3D&value=1&side=before&months=6&index=2021-06-30", "count(arrest, within 6 months before index) >= 1", "60 people")]
    [InlineData("where=sex+%3D+%27female%27&about=attribute&attribute=priors&sign=%3D&value=0", "sex = 'female'\nand priors = 0", "5 people")]
    public async Task A_choice_becomes_text_and_is_counted(string asked, string written, string says)
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60)));
        var page = await door.Client.ReadAsync($"/people/build?{asked}");
        page.QuerySelector("#where")!.TextContent.ReplaceLineEndings("\n").ShouldBe(written);
        page.QuerySelector("main")!.TextContent.ShouldContain(says);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_at_its_place_and_kept_to_be_mended()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60)));
        var page = await door.Client.ReadAsync("/people/build?where=sax+%3D+%27female%27");
        page.QuerySelector("#where")!.TextContent.ShouldBe("sax = 'female'");
        page.QuerySelector("main")!.TextContent.ShouldContain("Did you mean 'sex'?");
    }

    [Fact]
    public async Task What_others_wrote_in_an_address_is_text_and_nothing_else()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(12)));
        var page = await door.Client.ReadAsync("/people/build?where=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&index=%22%3E%3Cb%3E");
        page.QuerySelectorAll("main script, main b").Length.ShouldBe(0);
        (await door.StatusAsync($"/people/build?where={new string('x', 7000)}")).ShouldBe(System.Net.HttpStatusCode.OK);
    }
}
