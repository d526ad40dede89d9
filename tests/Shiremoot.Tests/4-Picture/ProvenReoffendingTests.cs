using NodaTime;
using Shiremoot.Picture;
using Shiremoot.Picture.Reoffending;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>The edges of the official definition, one story each, and random stories against a plain reading of it.</summary>
public sealed class ProvenReoffendingTests
{
    private const string Measure = """
        id: m
        title: t
        kind: people
        shows: reoffending
        source: s
        entries:
          - { name: Release, kinds: release }
          - { name: Sentence, kinds: sentence, where: "disposal = 'fine'" }
          - { name: Caution, kinds: caution }
        proved_by: { kinds: [conviction, caution] }
        by: [quarter, children_and_adults, entry, sex, disposal]
        """;

    [Theory]
    [InlineData("release 2020-01-10; conviction 2020-03-01 offence_date=2020-02-01", 1, 0)]
    [InlineData("release 2020-01-10; conviction 2021-02-01 offence_date=2021-01-10", 1, 0)] // the last day of the year
    [InlineData("release 2020-01-10; conviction 2021-02-01 offence_date=2021-01-11", 0, 0)] // the day after
    [InlineData("release 2021-01-10; conviction 2022-02-01 offence_date=2022-01-10", 1, 0)] // day 365
    [InlineData("release 2021-01-10; conviction 2022-02-01 offence_date=2022-01-11", 0, 0)] // day 366
    [InlineData("release 2020-02-29; conviction 2021-03-01 offence_date=2021-02-28", 1, 0)] // a year after 29 February is 28 February
    [InlineData("release 2020-02-29; conviction 2021-03-02 offence_date=2021-03-01", 0, 0)]
    [InlineData("release 2020-01-10; conviction 2021-07-10 offence_date=2020-12-01", 1, 0)] // proof at 18 months
    [InlineData("release 2020-01-10; conviction 2021-07-11 offence_date=2020-12-01", 0, 0)] // and a day later
    [InlineData("release 2020-01-10; conviction 2020-03-01 offence_date=2020-01-10", 0, 1)] // committed on the day of entry
    [InlineData("release 2020-01-10; conviction 2020-03-01 offence_date=2019-12-01", 0, 1)] // pseudo-reconviction
    [InlineData("release 2020-01-10; caution 2020-03-01 offence_date=2020-02-01", 1, 0)] // proof by caution alone
    [InlineData("release 2020-01-10; conviction 2020-03-01 offence_date=2020-02-01, 2020-03-01 offence_date=2020-02-01", 2, 0)] // each offence of an occasion
    [InlineData("release 2020-01-10; conviction 2020-03-01", 0, 0)] // no day of offence
    [InlineData("release 2020-01-10; arrest 2020-03-01 offence_date=2020-02-01", 0, 0)] // not proven
    public void An_offence_counts_if_committed_in_the_year_and_proven_in_time(string story, int reoffences, int earlier)
    {
        EntryList entries = Entries(story);
        (entries.Day[0], entries.Reoffences[0], entries.Earlier[0]).ShouldBe((entries.Day[0], reoffences, earlier));
        (entries.FirstDay[0] != Days.Unknown).ShouldBe(reoffences > 0);
    }

    [Fact]
    public void A_person_enters_once_a_quarter_by_the_earliest_way()
    {
        EntryList entries = Entries("caution 2020-01-10 offence_date=2019-12-01; release 2020-03-01; sentence 2020-04-01 disposal=fine, 2020-02-01 disposal=fine, 2020-01-05 disposal=custody; born 2003-01-01");
        entries.Day.Select(Days.Date).ShouldBe([new LocalDate(2020, 1, 10), new LocalDate(2020, 4, 1)]);
        entries.Way.ShouldBe([2, 1]); // caution, then custody in the same quarter: the caution; a sentence to custody is no way in
        Entries("caution 2020-01-10; release 2020-01-10").Way.ShouldBe([0]); // on one day the first way in counts
    }

    [Fact]
    public void A_child_at_entry_stays_a_child_though_eighteen_when_reoffending()
    {
        PeoplePicture picture = Draw(["born 2002-03-01; sex male; release 2020-02-29; conviction 2020-06-01 offence_date=2020-05-01", "born 2002-03-01; sex female; release 2020-03-01", "arrest 2023-01-01"]);
        Row(picture, "children_and_adults", "Children").ShouldBe((1, 1, 1));
        Row(picture, "children_and_adults", "Adults").ShouldBe((1, 0, 0));
        Row(picture, "quarter", "2020 Q1").ShouldBe((2, 1, 1));
        Row(picture, "sex", "male").ShouldBe((1, 1, 1));
        Row(picture, "entry", "Release").ShouldBe((2, 1, 1));
        picture.All.Mean!.Value.Shown.ShouldBe(1);
    }

    [Fact]
    public void A_quarter_is_left_out_until_eighteen_months_after_its_end()
    {
        string[] story = ["caution 2020-01-10; conviction 2020-03-01 offence_date=2020-02-01"];
        Draw([.. story, "arrest 2021-10-01"]).All.People.Shown.ShouldBe(1);
        PeoplePicture early = Draw([.. story, "arrest 2021-09-30"]);
        (early.All.People.Shown, early.All.LeftOut!.Value.Shown).ShouldBe((0, 1));
        early.Notes.ShouldContain("No quarter has been followed for long enough yet.");
    }

    [Fact]
    public void Random_stories_agree_with_a_plain_reading_of_the_definition()
    {
        Random random = new(11);
        int with = 0;
        for (int round = 0; round < 400; round++)
        {
            (int Day, char Kind, int? Committed)[] events = [.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => (18_000 + random.Next(900), "rsc"[random.Next(3)], random.Next(5) == 0 ? (int?)null : 18_000 + random.Next(-100, 900)))];
            events = [.. events.OrderBy(e => e.Day)];
            string story = string.Join("; ", events.Select(e => $"{(e.Kind switch { 'r' => "release", 's' => "conviction", _ => "caution" })} {Iso(e.Day)}{(e.Committed is { } c ? $" offence_date={Iso(c)}" : "")}"));
            if (story.Length == 0) continue;
            EntryList entries = Entries(story, "born 1990-01-01; conviction 2000-01-01 offence_date=2000-01-01");
            var plain = events.Where(e => e.Kind is 'r' or 'c').GroupBy(e => Quarter(e.Day)).OrderBy(q => q.Key).Select(q =>
            {
                LocalDate entry = Days.Date(q.Min(e => e.Day));
                var proofs = events.Where(e => e.Kind is 's' or 'c' && Days.Date(e.Day) > entry && Days.Date(e.Day) <= entry.PlusMonths(18)).ToList();
                return (Days.Number(entry), proofs.Count(e => e.Committed is { } c && Days.Date(c) > entry && Days.Date(c) <= entry.PlusYears(1)), proofs.Count(e => e.Committed is { } c && Days.Date(c) <= entry));
            });
            Enumerable.Range(0, entries.Count).Select(n => (entries.Day[n], entries.Reoffences[n], entries.Earlier[n])).ShouldBe(plain, story);
            with += entries.Reoffences.Count(r => r > 0);
        }
        with.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Small_numbers_are_withheld()
    {
        PeoplePicture picture = Draw(["release 2020-01-10; conviction 2020-03-01 offence_date=2020-02-01", "arrest 2023-01-01"], DisclosureRules.Default);
        (picture.All.People.IsWithheld, picture.All.Events!.Value.IsWithheld, picture.All.Mean!.Value.IsWithheld).ShouldBe((true, true, true));
    }

    [Fact]
    public void Without_a_day_of_the_offence_the_measure_is_refused()
    {
        Outcome<PeoplePicture> drawn = PeopleDrawing.Draw(PeopleMeasureFile.ReadText(Measure, "m.yaml").Value, Setting(["release 2020-01-10; conviction 2020-03-01; caution 2020-01-01; sentence 2020-01-01"], DisclosureRules.None));
        drawn.Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Says.ShouldBe("Events have no day 'offence_date', so that it cannot be told when what they prove was committed.");
    }

    private static EntryList Entries(params string[] stories) => ProvenReoffending.Entries(PeopleMeasureFile.ReadText(Measure, "m.yaml").Value.Reoffending!, Setting([.. stories, "conviction 1999-01-01 offence_date=1999-01-01"], DisclosureRules.None)).Value;

    private static PeoplePicture Draw(string[] stories, DisclosureRules? rules = null) => PeopleDrawing.Draw(PeopleMeasureFile.ReadText(Measure, "m.yaml").Value, Setting(stories, rules ?? DisclosureRules.None)).Value;

    private static PeopleSetting Setting(string[] stories, DisclosureRules rules) =>
        new(StoryText.Read(stories).Value, [], rules, Intervals.OfShare) { Also = CohortNames.Of(["release", "sentence", "caution", "conviction", "arrest"], []) };

    private static (long?, long?, long?) Row(PeoplePicture picture, string by, string group)
    {
        PeopleRow row = picture.Rows.Single(r => r.By == by && r.Group == group);
        return (row.People.Shown, row.With!.Value.Shown, row.Events!.Value.Shown);
    }

    private static string Iso(int day) => Days.Date(day).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static int Quarter(int day) => (Days.Date(day).Year * 4) + ((Days.Date(day).Month - 1) / 3);
}
