using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>What has happened by each horizon, one story each, and random stories against a plain reading.</summary>
public sealed class TrackerTests
{
    private const string Measure = "id: m\ntitle: t\nkind: people\nsource: s\nshows: tracker\ncohort: released\nto: first(arrest, after index)\nunless: first(custody-spell, after index)\nhorizons: [10, 20]\nby: sex\n";

    [Theory]
    [InlineData("arrest 2020-01-11", 1, 0, 1, 0)]
    [InlineData("arrest 2020-01-12", 0, 0, 1, 0)]
    [InlineData("arrest 2020-01-21", 0, 0, 1, 0)]
    [InlineData("arrest 2020-01-22", 0, 0, 0, 0)]
    [InlineData("arrest 2020-01-01", 0, 0, 0, 0)] // the day itself
    [InlineData("arrest 2020-01-15; custody-spell 2020-01-05", 0, 1, 0, 1)]
    [InlineData("arrest 2020-01-05; custody-spell 2020-01-15", 1, 0, 1, 0)]
    [InlineData("arrest 2020-01-05; custody-spell 2020-01-05", 1, 0, 1, 0)] // of two on one day what is tracked
    [InlineData("custody-spell 2020-01-15", 0, 0, 0, 1)]
    public void What_had_happened_by_each_horizon(string story, int by10, int ended10, int by20, int ended20)
    {
        PeoplePicture picture = Draw([$"sex male; release 2020-01-01; {story}", "visit 2021-01-01"]);
        string[] each = ["Within 10 days", "Within 10 days: ended first", "Within 20 days", "Within 20 days: ended first"];
        each.Select(e => Row(picture, e)).ShouldBe([(1, by10), (1, ended10), (1, by20), (1, ended20)]);
        picture.Rows.Where(r => r.By == "sex").Select(r => ((long?)r.People.Shown, (long?)r.With!.Value.Shown)).ShouldBe([(1, by10), (1, ended10), (1, by20), (1, ended20)]);
    }

    [Fact]
    public void Those_not_watched_for_so_long_are_left_out_of_the_horizon()
    {
        PeoplePicture picture = Draw(["sex male; release 2020-01-01; arrest 2020-01-05", "sex male; release 2020-01-10", "visit 2020-01-20"]);
        Row(picture, "Within 10 days").ShouldBe((2, 1));
        Row(picture, "Within 20 days").ShouldBe((0, 0));
        picture.All.People.Shown.ShouldBe(2);
    }

    [Fact]
    public void Random_stories_agree_with_a_plain_reading()
    {
        Random random = new(4);
        for (int round = 0; round < 100; round++)
        {
            (int Arrest, int Custody)[] people = [.. Enumerable.Range(0, 12).Select(_ => (random.Next(1, 60), random.Next(1, 60)))];
            PeoplePicture picture = Draw([.. people.Select(p => $"release 2020-01-01; arrest {Iso(p.Arrest)}; custody-spell {Iso(p.Custody)}"), "visit 2021-01-01"]);
            foreach (int days in new[] { 10, 20 })
            {
                Row(picture, $"Within {days} days").ShouldBe((12, people.Count(p => p.Arrest <= days && p.Arrest <= p.Custody)));
                Row(picture, $"Within {days} days: ended first").ShouldBe((12, people.Count(p => p.Custody <= days && p.Custody < p.Arrest)));
            }
        }

        static string Iso(int after) => new DateOnly(2020, 1, 1).AddDays(after).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("horizons: [10, 20]", "horizons: [20, 10]", "'horizons' must be rising")]
    [InlineData("horizons: [10, 20]", "horizons: [0, 10]", "'horizons' must be rising")]
    [InlineData("cohort: released\n", "", "'cohort' is missing")]
    [InlineData("to: first(arrest, after index)\n", "", "'to' is missing")]
    public void What_a_tracker_cannot_do_without_is_asked_for(string written, string instead, string says)
    {
        PeopleMeasureFile.ReadText(Measure.Replace(written, instead, StringComparison.Ordinal), "m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain(says);
    }

    [Fact]
    public void Small_numbers_are_withheld() =>
        PeopleDrawing.Draw(PeopleMeasureFile.ReadText(Measure, "m.yaml").Value, Setting(["release 2020-01-01; arrest 2020-01-05", "visit 2021-01-01"], DisclosureRules.Default)).Value.Rows.ShouldAllBe(r => r.People.IsWithheld);

    private static PeoplePicture Draw(string[] stories) => PeopleDrawing.Draw(PeopleMeasureFile.ReadText(Measure, "m.yaml").Value, Setting(stories, DisclosureRules.None)).Value;

    private static PeopleSetting Setting(string[] stories, DisclosureRules rules) => new(
        StoryText.Read(stories).Value, [CohortFile.ReadText("id: released\ntitle: Released\nsource: s\nindex: first(release)\n", "c.yaml").Value], rules, Intervals.OfShare)
    { Also = CohortNames.Of(["arrest", "custody-spell", "release"], []) };

    private static (long?, long?) Row(PeoplePicture picture, string each)
    {
        PeopleRow row = picture.Rows.Single(r => r.By == "each" && r.Each == each);
        return (row.People.Shown, row.With!.Value.Shown);
    }
}
