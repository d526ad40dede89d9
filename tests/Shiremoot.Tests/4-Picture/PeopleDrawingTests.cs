using Shiremoot.Picture;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

public sealed class PeopleDrawingTests
{
    private const string Released = "id: released\ntitle: Released\nsource: ours\nindex: first(release)\n";

    private static readonly string[] Stories =
    [
        "sex female; release 2020-01-01; arrest 2020-12-31",     // on the last day: counts (366 days from a leap year's first day is 2021-01-01)
        "sex female; release 2020-01-01; arrest 2021-01-02",     // the day after: does not
        "sex male; release 2020-01-01; arrest 2020-01-01",       // the day itself: does not
        "sex male; release 2020-01-01; arrest 2019-05-05, 2020-03-01",
        "sex male; release 2021-06-01; arrest 2021-06-05",       // back early, but watched for too short
        "release 2020-01-01; custody-spell 2020-02-01 to 2020-02-11, 2020-05-01",
        "sex male; arrest 2020-02-02",                           // never released
        "release 2020-02-01; arrest 2021-12-31",
    ];

    [Fact]
    public void Return_counts_the_follow_up_to_its_last_day_and_leaves_out_those_not_followed()
    {
        PeoplePicture picture = Draw("shows: return\ncohort: released\nto: first(arrest, after index)\nwithin_days: 366\nby: sex");
        Row(picture, "Everyone").ShouldBe((2L, 6L, 1L));
        Row(picture, "female").ShouldBe((1L, 2L, 0L));
        Row(picture, "male").ShouldBe((1L, 2L, 1L));
        Row(picture, Groups.NotKnown).ShouldBe((0L, 2L, 0L));
        picture.Notes.ShouldBe(["People are taken to be followed until 31 December 2021, the last day of any event.", "1 people not followed for 366 days are left out, those who returned early among them."]);
        picture.All.Share!.Value.Interval!.Value.Method.ShouldNotBeEmpty();
        picture.Definition.ShouldBe("Share for whom the day of the first arrest event after the index date falls after the index date and at most 366 days after it. Cohort: Released. Everyone with an index date, which is the day of the first release event.");
    }

    [Fact]
    public void Random_follow_ups_agree_with_the_plain_twin()
    {
        Random random = new(3);
        for (int round = 0; round < 300; round++)
        {
            int n = random.Next(0, 20), within = random.Next(1, 30);
            int Maybe() => random.Next(4) == 0 ? Days.Unknown : random.Next(60);
            bool[] isIn = [.. Enumerable.Range(0, n).Select(_ => random.Next(4) > 0)];
            int[] index = [.. isIn.Select(_ => random.Next(40))], back = [.. isIn.Select(_ => Maybe())], to = [.. isIn.Select(_ => Maybe())];
            byte[] answer = new byte[n];
            ReturnKernel.Follow(isIn, index, back, to, within, answer);
            for (int p = 0; p < n; p++)
            {
                bool wasFollowed = to[p] != Days.Unknown && to[p] - index[p] >= within;
                bool cameBack = Enumerable.Range(index[p] + 1, within).Contains(back[p]);
                answer[p].ShouldBe(!isIn[p] ? Answers.Outside : !wasFollowed ? Answers.LeftOut : cameBack ? Answers.Yes : Answers.No);
            }
        }
    }

    [Fact]
    public void Events_people_with_any_and_spells_are_counted()
    {
        PeopleRow events = Draw("shows: events\ncount: count(arrest)").All;
        (events.People.Shown, events.With!.Value.Shown, events.Events!.Value.Shown).ShouldBe((8, 7, 8));
        PeoplePicture spells = Draw("shows: spells\nkinds: custody-spell");
        (spells.All.With!.Value.Shown, spells.All.Events!.Value.Shown, spells.All.Mean!.Value.Shown, spells.All.Median!.Value.Shown).ShouldBe((1, 2, 10.0, 10.0));
        spells.Notes.ShouldBe(["1 spells without a start or an end are counted, but have no length."]);
    }

    // Nobody of a cohort of those with a first spell is without one. That nought tells of no one; protected as a count, it hid everyone with a spell.
    [Fact]
    public void Spells_of_a_cohort_of_those_with_a_first_spell_are_shown()
    {
        string[] stories = [.. Enumerable.Repeat("sex male; release 2020-01-05", 20), .. Enumerable.Repeat("sex female; release 2020-02-05", 10), "sex other; release 2020-03-05"];
        PeoplePicture picture = Draw("shows: spells\nkinds: release\ncohort: released\nby: sex", stories, DisclosureRules.Default);
        (picture.All.People.Shown, picture.All.With!.Value.Shown, picture.All.Events!.Value.Shown).ShouldBe((30, 30, 30));
        picture.Rows.Single(r => r.Group == "female").Events!.Value.Shown.ShouldBe(10);
        picture.Rows.Single(r => r.Group == "other").People.IsWithheld.ShouldBeTrue();
        picture.Rows.Single(r => r.Group == "other").Events!.Value.IsWithheld.ShouldBeTrue();
        picture.All.Share.ShouldBeNull();
    }

    [Fact]
    public void The_period_of_a_cohort_is_that_of_its_days_in_months()
    {
        Draw("shows: people\ncohort: released").Period.ShouldBe("January 2020 to June 2021");
        Draw("shows: people").Period.ShouldBe("May 2019 to December 2021");
    }

    [Fact]
    public void An_outcome_that_is_not_known_leaves_the_person_out_and_counts_them()
    {
        PeoplePicture picture = Draw("shows: outcome\noutcome: sex = 'female'");
        Row(picture, "Everyone").ShouldBe((2L, 6L, 2L));
    }

    [Fact]
    public void People_may_be_grouped_by_any_value_of_the_language()
    {
        PeoplePicture picture = Draw("shows: people\nby: count(arrest)");
        picture.Rows.Select(r => (r.Group, r.People.Shown!.Value)).ShouldBe([("Everyone", 8), ("0", 1), ("1", 6), ("2", 1)]);
    }

    [Fact]
    public void A_small_group_is_withheld_and_cannot_be_got_from_the_rest()
    {
        string[] stories = [.. Enumerable.Repeat("sex female; x yes", 3), .. Enumerable.Repeat("sex male; x yes", 20), .. Enumerable.Repeat("sex male; x no", 17), .. Enumerable.Repeat("sex other; x yes", 9)];
        PeoplePicture picture = Draw("shows: outcome\noutcome: x\nby: sex", stories, DisclosureRules.Default);
        picture.Rows.Single(r => r.Group == "female").With!.Value.IsWithheld.ShouldBeTrue();
        picture.Rows.Where(r => r.With!.Value.IsWithheld).ShouldAllBe(r => r.Share!.Value.IsWithheld);
        picture.All.Share!.Value.Value.ShouldBe(30.0 / 50);
        PeopleRow male = picture.Rows.Single(r => r.Group == "male");
        if (male.Share!.Value.Value is { } share) share.ShouldBe((double)male.With!.Value.Shown!.Value / male.People.Shown!.Value);
    }

    [Fact]
    public void Mean_and_median_come_from_bands_where_exact_ones_may_not_be_shown()
    {
        string[] stories = [.. Enumerable.Range(0, 100).Select(i => $"n {i}")];
        PeopleRow exact = Draw("shows: number\nvalue: n\nbands: [0, 25, 50, 75, 100]", stories).All, shown = Draw("shows: number\nvalue: n\nbands: [0, 25, 50, 75, 100]", stories, DisclosureRules.Default).All;
        (exact.Mean!.Value.Shown, exact.Median!.Value.Shown).ShouldBe((49.5, 49.5));
        (shown.Mean!.Value.Shown, shown.Median!.Value.Shown).ShouldBe((50.0, 50.0));
        Draw("shows: number\nvalue: n", stories, DisclosureRules.Default).All.Mean!.Value.IsWithheld.ShouldBeTrue();
        Draw("shows: number\nvalue: n\nbands: [0, 50]", stories, DisclosureRules.Default).All.Mean!.Value.IsWithheld.ShouldBeTrue(); // an open end has no middle
    }

    [Theory]
    [InlineData("shows: outcome", "'outcome' is missing")]
    [InlineData("shows: return\nto: first(arrest)\nwithin_days: 0\ncohort: released", "'within_days' must be a whole number of days")]
    [InlineData("shows: return\nto: first(arrest)\nwithin_days: 3", "'cohort' is missing")]
    [InlineData("shows: concentration", "'count' is missing")]
    [InlineData("shows: people\nby: sex =", "'by' 'sex =': column 6")]
    [InlineData("shows: people\nbands: [3, 2]", "'bands' must rise")]
    [InlineData("shows: peeple", "'shows' must be one of")]
    [InlineData("shows: people\ncolour: red", "'colour'")]
    public void A_faulty_measure_is_refused_at_its_line(string rest, string says)
    {
        PeopleMeasureFile.ReadText($"id: m\ntitle: t\nkind: people\nsource: s\n{rest}\n", "measures/m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Details.ShouldContain(d => d.StartsWith("measures/m.yaml:") && d.Contains(says));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_with_the_reason()
    {
        Refused("shows: people\ncohort: relesed").Says.ShouldContain("Did you mean 'released'?");
        Refused("shows: events\ncount: sex").Code.ShouldBe("PICTURE-43");
        Refused("shows: concentration\ncount: count(arrest) - 1").Code.ShouldBe("PICTURE-44");
    }

    [Fact]
    public void The_table_holds_the_figures_with_definition_version_and_label()
    {
        ReleaseTable table = Draw("shows: return\ncohort: released\nto: first(arrest, after index)\nwithin_days: 366\nversion: 2\nmaturity: complete").ToTable();
        table.Columns.Select(c => c.Name).ShouldBe(["Breakdown", "Group", "People", "Returned", "Share", "Lower", "Upper", "Left out"]);
        table.Definition.ShouldContain("Version 2 (");
        table.Notes[0].ShouldBe("complete");
        table.Rows.Single().Count.ShouldBe(8);
        table.Disclosure.ShouldBe(DisclosureRules.None.Label);
    }

    private static (long?, long?, long?) Row(PeoplePicture picture, string group)
    {
        PeopleRow row = picture.Rows.Single(r => r.Group == group);
        return (row.With!.Value.Shown, row.People.Shown, row.LeftOut!.Value.Shown);
    }

    private static Refusal Refused(string rest)
    {
        Try(rest, Stories, DisclosureRules.None).Refused(out Refusal? why, out _).ShouldBeTrue();
        return why;
    }

    private static PeoplePicture Draw(string rest, string[]? stories = null, DisclosureRules? rules = null) => Try(rest, stories ?? Stories, rules ?? DisclosureRules.None).Value;

    private static Outcome<PeoplePicture> Try(string rest, string[] stories, DisclosureRules rules)
    {
        PeopleMeasure measure = PeopleMeasureFile.ReadText($"id: m\ntitle: t\nkind: people\nsource: s\n{rest}\n", "measures/m.yaml").Value;
        Cohort released = CohortFile.ReadText(Released, "cohorts/released.yaml").Value;
        return PeopleDrawing.Draw(measure, new PeopleSetting(StoryText.Read(stories).Value, [released], rules, Intervals.OfShare));
    }
}
