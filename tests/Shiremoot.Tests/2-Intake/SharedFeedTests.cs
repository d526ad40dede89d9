using Shiremoot.Intake;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake;

/// <summary>Feeds that lie in the vocabulary for all places, and years of two digits.</summary>
public sealed class SharedFeedTests : IDisposable
{
    private const string Place = """
        id: shared
        title: A place that shares feeds
        areas: [{ code: E10000023, name: North Yorkshire, kind: county }]
        period: { from: 2018-04-01, until: 2024-04-01 }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sharing");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_place_has_the_shared_feeds_it_names_and_one_of_its_own_in_the_stead_of_another()
    {
        using (Shire none = Open("")) none.Feeds.ShouldBeEmpty();
        using (Shire some = Open("shared_feeds: [court-cases]")) some.Feeds.Select(f => (f.Id, f.IsShared)).ShouldBe([("court-cases", true)]);
        using (Shire all = Open("shared_feeds: all")) all.Feeds.Count.ShouldBeGreaterThanOrEqualTo(11);
        Directory.CreateDirectory(Path.Combine(folder.FullName, "place", "feeds"));
        File.WriteAllText(Path.Combine(folder.FullName, "place", "feeds", "mine.yaml"), "{ id: court-cases, title: Ours, source: us, origin: real, agency: courts, file: ours.csv, record: { person: ref } }");
        using Shire own = Open("shared_feeds: [court-cases, prison-receptions]");
        own.Feeds.Select(f => (f.Id, f.Title, f.IsShared)).ShouldBe([("court-cases", "Ours", false), ("prison-receptions", "Prison receptions", true)]);
    }

    [Fact]
    public void A_shared_feed_that_is_not_known_is_a_fault()
    {
        Try("shared_feeds: [court-casses]").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.ShouldContain(d => d.Contains("'court-casses'") && d.Contains("Did you mean 'court-cases'?"));
    }

    [Fact]
    public void A_shared_feed_without_a_file_is_passed_over_unless_it_is_asked_for()
    {
        using Shire shire = Open("shared_feeds: [court-cases]");
        TakenIn one = shire.TakeIn([]).Value.ShouldHaveSingleItem();
        (one.IsAwaited, one.Outcome.IsRefused).ShouldBe((true, true));
        shire.TakeIn(["court-cases"]).Value.Single().IsAwaited.ShouldBeFalse();
        shire.Receipts().ShouldBeEmpty();
    }

    [Fact]
    public void A_feed_of_the_place_without_a_file_is_a_fault_as_before()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "place", "feeds"));
        File.WriteAllText(Path.Combine(folder.FullName, "place", "feeds", "mine.yaml"), "{ id: mine, title: Ours, source: us, origin: real, agency: courts, file: no-such-file.csv, record: { person: ref } }");
        using Shire shire = Open("");
        shire.TakeIn([]).Value.Single().IsAwaited.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "05-MAR-28", 2028)]
    [InlineData(", two_digit_to: 2015", "05-MAR-28", 1928)]
    [InlineData(", two_digit_to: 2015", "31-Dec-15", 2015)]
    [InlineData(", two_digit_to: 2015", "01-Jan-16", 1916)]
    [InlineData(", two_digit_to: 2000", "01-Jan-00", 2000)]
    public void Two_digits_of_a_year_mean_the_century_the_feed_says(string key, string written, int year)
    {
        using IntakeBench bench = new(TestStore.Sqlite, $$"""
            id: births
            title: Births
            source: Made up for a test
            origin: generated
            agency: courts
            file: file.csv
            columns: { born: { type: date, formats: [dd-MMM-yy], latest: 2060-01-01{{key}} } }
            record: { person: ref, birth_date: born }
            """);
        bench.TakeInText($"ref,born\nA,{written}\n").Value.RowsAccepted.ShouldBe(1);
        Days.Date((int)bench.Query<long>("SELECT birth_day FROM source_record").Single()).Year.ShouldBe(year);
    }

    [Theory]
    [InlineData("formats: [dd-MMM-yy], two_digit_to: 1999", "must be a year from 2000 to 2099")]
    [InlineData("formats: [dd/MM/yyyy], two_digit_to: 2015", "is for 'formats' with a year of two digits")]
    public void A_century_that_makes_no_sense_is_a_fault(string keys, string says)
    {
        IntakeBench.ReadFeed($$"""
            id: births
            title: Births
            source: Made up for a test
            origin: generated
            agency: courts
            file: file.csv
            columns: { born: { type: date, {{keys}} } }
            record: { person: ref, birth_date: born }
            """).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.Single().ShouldContain(says);
    }

    private Shire Open(string more) => Try(more).Value;

    private Outcome<Shire> Try(string more)
    {
        string place = Path.Combine(folder.FullName, "place");
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "place.yaml"), $"{Place}\n{more}\n");
        return Shire.Open(place, new ShireOptions { Store = Path.Combine(folder.FullName, "store.db") });
    }
}
