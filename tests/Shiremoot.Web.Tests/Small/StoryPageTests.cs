using System.Net;
using AngleSharp.Dom;

namespace Shiremoot.Web.Tests.Small;

/// <summary>One person's story: of someone who does not exist, or of someone whose reference the reader holds.</summary>
public sealed class StoryPageTests
{
    [Fact]
    public async Task Someone_generated_is_shown_from_all_agencies_and_the_read_is_audited()
    {
        await using SmallDoor door = await OpenAsync(TwoAgencies.Place());
        string text = await PostAsync(door, "Someone", ("cohort", ""));
        text.ShouldContain("The events as a table");
        text.ShouldContain("These people do not exist");
        door.Shire.Audit(1)[0].Purpose.ShouldBe("one-story");
        door.Shire.Audit(1)[0].Subject.ShouldBe("story of a generated person of the cohort everyone");
    }

    [Fact]
    public async Task What_a_story_cost_rides_on_the_read_and_says_who_bore_it()
    {
        await using SmallDoor door = await OpenAsync(SmallPlace.With(SmallPlace.People(60)), isLinked: false);
        int before = door.Shire.Audit(200).Count(a => a.Purpose == "one-story");
        string text = await PostAsync(door, "Someone", ("cohort", ""));
        text.ShouldContain("What it cost, by agency and financial year");
        text.ShouldContain("(CR7.0)");
        text.ShouldContain("Legal aid");
        door.Shire.Audit(200).Count(a => a.Purpose == "one-story").ShouldBe(before + 1);
        door.Shire.StoryOfSomeone(Shiremoot.Records.Cohort.Everyone, 1, "test").Value.Costs.Value.ByEvent.Count(c => c is not null).ShouldBe(1);
    }

    [Fact]
    public async Task A_reference_gives_the_records_of_every_agency_and_stands_in_no_log()
    {
        await using SmallDoor door = await OpenAsync(TwoAgencies.Place());
        (string agency, string reference) = AnyRecord(door);
        string text = await PostAsync(door, "Record", ("agency", agency), ("reference", reference));
        text.ShouldContain("The events as a table");
        door.Shire.Audit(50).ShouldAllBe(a => !a.Subject.Contains(reference, StringComparison.Ordinal));
        (await PostAsync(door, "Record", ("agency", agency), ("reference", "of nobody"))).ShouldContain("No agency's records hold that reference");
        (await PostAsync(door, "Record", ("agency", "<script>"), ("reference", "x"))).ShouldContain("No agency's records hold that reference");
    }

    [Fact]
    public async Task Of_real_people_nobody_is_shown_at_random()
    {
        SmallPlace place = SmallPlace.With(SmallPlace.People(60));
        string feed = Path.Combine(place.Place, "feeds", "people.yaml");
        await File.WriteAllTextAsync(feed, (await File.ReadAllTextAsync(feed)).Replace("origin: generated", "origin: real", StringComparison.Ordinal));
        await using SmallDoor door = await OpenAsync(place, isLinked: false);
        (await door.TextAsync("/people/story")).ShouldNotContain("Someone who is in");
        Shiremoot.Records.Cohort everyone = Shiremoot.Records.Cohort.Everyone;
        door.Shire.StoryOfSomeone(everyone, 1, "test").Refused(out Terms.Refusal? why, out _).ShouldBeTrue();
        why.Says.ShouldContain("real");
    }

    [Fact]
    public async Task It_is_not_for_those_who_are_not_signed_in()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(TwoAgencies.Place(), signIn: false);
        (await door.StatusAsync("/people/story")).ShouldBe(HttpStatusCode.Redirect);
    }

    private static (string Agency, string Reference) AnyRecord(SmallDoor door)
    {
        Spine.RecordName one = door.Shire.ReviewQueue(0, 1, "test").Cases[0].A;
        return (one.Agency, one.Reference);
    }

    private static async Task<SmallDoor> OpenAsync(SmallPlace place, bool isLinked = true)
    {
        SmallDoor door = await SmallDoor.OpenAsync(place);
        if (isLinked) door.Shire.BuildSpine().IsRefused.ShouldBeFalse();
        return door;
    }

    private static async Task<string> PostAsync(SmallDoor door, string form, params (string Name, string Value)[] values)
    {
        IElement shown = (await door.Client.ReadAsync("/people/story")).QuerySelector($"form[action='/people/story?handler={form}']").ShouldNotBeNull();
        string token = shown.QuerySelector("input[name=__RequestVerificationToken]").ShouldNotBeNull().GetAttribute("value")!;
        using HttpResponseMessage answer = await door.Client.PostAsync($"/people/story?handler={form}", new FormUrlEncodedContent([.. values.Select(v => KeyValuePair.Create(v.Name, v.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
