using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>Where events happen and how far from home: by hand, against a plain count of random stories, and with small numbers.</summary>
public sealed class WhereTests
{
    private const string Measure = "id: m\ntitle: t\nkind: people\nsource: s\nshows: where\nkinds: custody-spell\nat: provider\nfrom: home_then\n";

    private static readonly string[] Stories =
    [
        "custody-spell 2020-01-01 provider=near home_then=home, 2020-06-01 provider=far home_then=home",
        "custody-spell 2020-01-01 provider=near home_then=home",
        "custody-spell 2020-01-01 provider=lost home_then=home",
        "custody-spell 2020-01-01 home_then=home",
        "arrest 2020-01-01 provider=near",
    ];

    [Fact]
    public void People_and_events_of_each_place_and_the_way_from_home()
    {
        PeoplePicture picture = Draw(Measure, Stories, DisclosureRules.None);
        (picture.All.People.Shown, picture.All.Events!.Value.Shown, picture.All.Mean!.Value.Shown).ShouldBe((4, 5, (10 + 10 + 120) / 3.0));
        Row(picture, "each", "near").ShouldBe((2, 2, 10));
        Row(picture, "each", "far").ShouldBe((1, 1, 120));
        Row(picture, "each", "lost").ShouldBe((1, 1, null)); // a place that is not in the list has no distance
        Row(picture, "each", "Not known").ShouldBe((1, 1, null));
        Row(picture, "distance from home", "Under 25 km").ShouldBe((2, 2, null));
        Row(picture, "distance from home", "100 km and over").ShouldBe((1, 1, null));
        Row(picture, "distance from home", "Not known").ShouldBe((2, 2, null));
        picture.Rows.Single(r => r.Group == "near").Share!.Value.Value.ShouldBe(0.5);
    }

    [Fact]
    public void Random_stories_agree_with_a_plain_count()
    {
        Random random = new(7);
        string[] places = ["near", "far", "lost"];
        for (int round = 0; round < 60; round++)
        {
            string[][] people = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => places[random.Next(3)]).ToArray())];
            PeoplePicture picture = Draw(Measure, [.. people.Select(p => "custody-spell " + string.Join(", ", p.Select((place, i) => $"202{i}-01-01 provider={place} home_then=home")))], DisclosureRules.None);
            foreach (string place in places.Where(pl => people.Any(p => p.Contains(pl))))
            {
                (long? with, long? events, _) = Row(picture, "each", place);
                (with, events).ShouldBe((people.Count(p => p.Contains(place)), people.Sum(p => p.Count(x => x == place))));
            }
        }
    }

    [Fact]
    public void A_place_of_a_few_is_not_named_and_cannot_be_worked_out()
    {
        string[] stories =
        [
            .. Enumerable.Repeat("custody-spell 2020-01-01 provider=near home_then=home", 20), .. Enumerable.Repeat("custody-spell 2020-01-01 provider=far home_then=home", 12),
            .. Enumerable.Repeat("custody-spell 2020-01-01 provider=small home_then=home", 3), .. Enumerable.Repeat("custody-spell 2020-01-01 provider=tiny home_then=home", 3),
        ];
        PeoplePicture picture = Draw(Measure, stories, DisclosureRules.Default);
        string[] named = [.. picture.Rows.Where(r => r.By == "each").Select(r => r.Group)];
        named.ShouldBe(["near", "far", "Other places, each of too few people to show"]);
        picture.Rows.Single(r => r.Group.StartsWith("Other", StringComparison.Ordinal)).With!.Value.Shown.ShouldBe(5);
        picture.Rows.ShouldAllBe(r => r.Code != "small" && r.Code != "tiny");

        // With one small place alone, a second is hidden with it.
        PeoplePicture one = Draw(Measure, stories[..35], DisclosureRules.Default);
        one.Rows.Where(r => r.By == "each").Select(r => r.Group).ShouldNotContain("small");
        one.Rows.Count(r => r.By == "each" && r.With!.Value.Shown is not null && !r.Group.StartsWith("Other", StringComparison.Ordinal)).ShouldBeLessThan(2);
    }

    [Theory]
    [InlineData("at: provider\n", "", "'at' is missing")]
    [InlineData("kinds: custody-spell\n", "", "'kinds' is missing")]
    public void What_it_cannot_do_without_is_asked_for(string written, string instead, string says)
    {
        PeopleMeasureFile.ReadText(Measure.Replace(written, instead, StringComparison.Ordinal), "m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain(says);
    }

    [Fact]
    public void A_place_the_records_do_not_have_is_refused_with_what_they_have()
    {
        PeopleMeasure measure = PeopleMeasureFile.ReadText(Measure.Replace("at: provider", "at: providor", StringComparison.Ordinal), "m.yaml").Value;
        PeopleDrawing.Draw(measure, Setting(Stories, DisclosureRules.None)).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Says.ShouldContain("provider");
    }

    private static PeoplePicture Draw(string measure, string[] stories, DisclosureRules rules) => PeopleDrawing.Draw(PeopleMeasureFile.ReadText(measure, "m.yaml").Value, Setting(stories, rules)).Value;

    private static PeopleSetting Setting(string[] stories, DisclosureRules rules) => new(StoryText.Read(stories).Value, [], rules, Intervals.OfShare)
    {
        Also = CohortNames.Of(["custody-spell"], []),
        Where = () => new PlacesKnown(value => value is "home" or "near" or "far" or "small" or "tiny" ? value : null, (_, to) => to == "far" ? 120 : 10, "as told"),
    };

    private static (long?, long?, double?) Row(PeoplePicture picture, string by, string group)
    {
        PeopleRow row = picture.Rows.Single(r => r.By == by && r.Group == group);
        return (row.With!.Value.Shown, row.Events!.Value.Shown, row.Mean?.Shown);
    }
}
