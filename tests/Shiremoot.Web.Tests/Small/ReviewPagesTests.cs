using System.Net;
using AngleSharp.Dom;
using Shiremoot.Spine;

namespace Shiremoot.Web.Tests.Small;

public sealed class ReviewPagesTests
{
    [Fact]
    public async Task Records_become_people_and_doubtful_pairs_wait_for_review()
    {
        await using SmallDoor door = await OpenAsync();
        string people = await door.TextAsync("/people");
        people.ShouldContain("records of partners are of");
        people.ShouldContain("expected to be of two people");
        people.ShouldContain("Review doubtful links");
        string list = await door.TextAsync("/people/review");
        list.ShouldContain("Deciding whether two records of partners are of one person");
        list.ShouldContain("Generated");
        list.ShouldContain("police, probation");
    }

    [Fact]
    public async Task A_place_whose_spine_is_not_built_says_so()
    {
        await using SmallDoor door = await SmallDoor.OpenAsync(SmallPlace.Bare());
        (await door.TextAsync("/people/review")).ShouldContain("has not been built");
        (await door.StatusAsync("/people/review/pairs/1")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_pair_is_shown_side_by_side_with_its_reasons_and_the_read_is_audited()
    {
        await using SmallDoor door = await OpenAsync();
        string pair = await door.TextAsync(await FirstAsync(door));
        pair.ShouldContain("Surname");
        pair.ShouldContain("Any two records");
        pair.ShouldContain("Together");
        pair.ShouldContain("Same person");
        pair.ShouldContain("These people do not exist");
        door.Shire.Audit(1)[0].Purpose.ShouldBe("link-review");
        door.Shire.Audit(1)[0].Subject.ShouldContain("side by side");
        door.Shire.Audit(50).ShouldAllBe(a => !a.Subject.Contains("PB"));
    }

    [Fact]
    public async Task A_decision_needs_a_reason_changes_the_people_at_once_and_can_be_withdrawn()
    {
        await using SmallDoor door = await OpenAsync();
        string address = await FirstAsync(door);
        ReviewCase first = door.Shire.ReviewQueue(0, 1, "test").Cases[0];
        bool wasJoined = first.IsJoined;
        (await PostAsync(door, address, "Decide", ("verdict", wasJoined ? "different" : "same"), ("Rationale", " "))).StatusCode.ShouldBe(HttpStatusCode.OK);
        HttpResponseMessage done = await PostAsync(door, address, "Decide", ("verdict", wasJoined ? "different" : "same"), ("Rationale", "Seen together in court"));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        string decided = done.Headers.Location!.ToString();
        string text = await door.TextAsync(decided);
        text.ShouldContain("Seen together in court");
        Joined(door, first).ShouldBe(!wasJoined);
        door.Shire.BuildSpine(anew: true).IsRefused.ShouldBeFalse();
        Joined(door, first).ShouldBe(!wasJoined);
        (await door.TextAsync("/people/review")).ShouldContain("Decided");

        (await PostAsync(door, decided, "Withdraw", ("decision", decided.Split('/')[^1]), ("Rationale", "They were brothers"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Joined(door, first).ShouldBe(wasJoined);
        text = await door.TextAsync(decided);
        text.ShouldContain("They were brothers");
        text.ShouldMatch("was parted from|became part of");
    }

    [Fact]
    public async Task A_pair_is_not_for_those_who_are_not_signed_in()
    {
        await using SmallDoor door = await OpenAsync(signIn: false);
        (await door.StatusAsync("/people/review")).ShouldBe(HttpStatusCode.Redirect);
        (await door.StatusAsync("/people/review/pairs/1")).ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<SmallDoor> OpenAsync(bool signIn = true)
    {
        SmallDoor door = await SmallDoor.OpenAsync(TwoAgencies.Place(), signIn);
        door.Shire.BuildSpine().IsRefused.ShouldBeFalse();
        return door;
    }

    private static async Task<string> FirstAsync(SmallDoor door) =>
        (await door.Client.ReadAsync("/people/review")).QuerySelector("main a[href^='/people/review/pairs/']").ShouldNotBeNull().GetAttribute("href")!;

    private static async Task<HttpResponseMessage> PostAsync(SmallDoor door, string page, string form, params (string Name, string Value)[] values)
    {
        IElement shown = (await door.Client.ReadAsync(page)).QuerySelector($"form[action='{page}?handler={form}']").ShouldNotBeNull();
        string token = shown.QuerySelector("input[name=__RequestVerificationToken]").ShouldNotBeNull().GetAttribute("value")!;
        return await door.Client.PostAsync($"{page}?handler={form}", new FormUrlEncodedContent([.. values.Select(v => KeyValuePair.Create(v.Name, v.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }

    private static bool Joined(SmallDoor door, ReviewCase pair) => door.Shire.ReviewPair(pair.A, pair.B, "test").Value.IsJoined;
}
