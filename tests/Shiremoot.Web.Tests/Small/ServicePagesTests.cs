using System.Net;

namespace Shiremoot.Web.Tests.Small;

/// <summary>Services judged from stories, as pages.</summary>
public sealed class ServicePagesTests
{
    [Fact]
    public async Task A_service_of_too_few_people_is_shown_without_a_figure()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(Place());
        string list = await door.TextAsync("/evidence/services");
        list.ShouldContain("Help after arrest");
        string page = await door.TextAsync("/evidence/services/help");
        page.ShouldContain("No headline is given");
        page.ShouldContain("fewer than 60 people");
        page.ShouldContain("Generated: no such people exist");
        (await door.StatusAsync("/evidence/services/no-such")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_comes_and_who_stays_stands_on_the_page_and_so_does_the_register()
    {
        SmallPlace place = Place();
        place.Write("services/help.yaml", Help + """

            engagement:
              within_days: 30
              steps: [{ name: "Arrested", reached: "first(arrest, on or after index)" }, { name: "Arrested again", reached: "first(arrest, after index)" }]
              by: [{ name: Sex, value: sex }]
            """);
        place.Write("services/evaluations.jsonl", "");
        await using SmallDoor door = await SmallDoor.OpenAsync(place);
        string page = await door.TextAsync("/evidence/services/help");
        page.ShouldContain("Who comes to it, and who stays");
        page.ShouldContain("What goes with staying");
        page.ShouldContain("Middle days from the index day");
        page.ShouldContain("Not registered: what would be compared was not said");
    }

    [Fact]
    public async Task A_place_without_services_says_where_to_put_them()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.With(SmallPlace.People(60)));
        (await door.TextAsync("/evidence/services")).ShouldContain("no services to judge yet");
    }

    private static SmallPlace Place()
    {
        SmallPlace place = SmallPlace.With(SmallPlace.People(60), "q9,female,0,no,2022-06-01\n");
        place.Write("cohorts/arrested-once.yaml", "id: arrested-once\ntitle: Arrested\nsource: Made up for this test\nindex: first(arrest)\n");
        place.Write("services/help.yaml", Help);
        return place;
    }

    private const string Help = """
        id: help
        title: Help after arrest
        source: Made up for this test
        cohort: arrested-once
        had: priors >= 1
        alike: [{ name: Sex, value: sex }]
        outcomes: [{ name: "arrested again", to: "first(arrest, after index)", within_days: 30 }]
        """;
}
