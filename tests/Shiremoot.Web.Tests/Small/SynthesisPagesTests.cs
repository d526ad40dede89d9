using System.Net;

namespace Shiremoot.Web.Tests.Small;

/// <summary>Studies combined, as pages.</summary>
public sealed class SynthesisPagesTests
{
    [Fact]
    public async Task Studies_stand_in_a_forest_and_a_funnel_with_a_table_behind_each()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        (await door.TextAsync("/evidence/syntheses")).ShouldContain("Scared Straight");
        string page = await door.TextAsync("/evidence/syntheses/scared-straight");
        page.ShouldContain("the average odds ratio is 1.71 (95% interval 1.14 to 2.55)");
        page.ShouldContain("0.53537"); // as the command prints it
        page.ShouldContain("so that somewhere else it may well go the other way");
        page.ShouldContain("Put in");
        page.ShouldContain("Egger");
        page.ShouldContain("Finckenauer 1982");
        (await door.StatusAsync("/evidence/syntheses/no-such")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_table_that_cannot_be_combined_says_why()
    {
        SmallPlace place = SmallPlace.Bare();
        place.Write("syntheses/one.yaml", "id: one\ntitle: One study\nsource: Made up for this test\nfile: one.csv\ncolumns: { effect: yi, variance: vi }\n");
        place.Write("syntheses/one.csv", "yi,vi\n0.1,0.2\n");
        await using SmallDoor door = await SmallDoor.OpenAsync(place);
        (await door.TextAsync("/evidence/syntheses")).ShouldContain("Cannot be combined");
        (await door.TextAsync("/evidence/syntheses/one")).ShouldContain("nothing to combine it with");
    }
}
