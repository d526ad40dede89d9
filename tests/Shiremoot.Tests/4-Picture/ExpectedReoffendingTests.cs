using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Picture.Reoffending;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Tests.Picture.Scores;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>Scores worked out from stories against the published vectors, ratios by hand, and what may not leave.</summary>
public sealed class ExpectedReoffendingTests
{
    private const string Measure = """
        id: m
        title: t
        kind: people
        shows: expected
        source: s
        score: ogrs3
        entries:
          - { name: Release, kinds: release }
          - { name: Sentence, kinds: sentence }
          - { name: Caution, kinds: caution }
        proved_by: { kinds: [conviction, caution] }
        by: [court, provider, entry, sex, quarter]
        """;

    // Codes of violence (G 0), theft (0.6612), other (-0.0607), domestic burglary (-0.1239).
    [Theory]
    [InlineData("sex male; born 2000-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=00301", 0.12162)]
    [InlineData("sex female; born 1995-01-01; conviction 2013-03-01, 2014-03-01, 2015-03-01, 2016-03-01, 2019-06-01 offence=04400; release 2020-06-01", 0.50469)]
    [InlineData("sex female; born 1987-01-01; caution 2020-06-01 offence=06200", 0.07297)]
    [InlineData("sex male; born 2005-01-01; caution 2017-02-01, 2018-02-01, 2018-05-01, 2018-06-01, 2018-07-01; conviction 2020-06-01 offence=02800, 2020-06-01 offence=00301; sentence 2020-06-01", 0.70060)]
    public void The_share_of_a_story_is_that_of_the_published_vector(string story, double oneYear)
    {
        (EntryList entries, EntryScores scores) = Scored([story]);
        int last = entries.Count - 1;
        scores.WhyNot[last].ShouldBeNull();
        scores.Share[last].ShouldBe(oneYear, 1e-9);
    }

    [Theory]
    [InlineData("born 2000-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=00301", "the sex is not known, or is one the score has no numbers for")]
    [InlineData("sex male; sentence 2020-06-01; conviction 2020-06-01 offence=00301", "the date of birth is not known")]
    [InlineData("sex male; born 2000-01-01; sentence 2020-06-01 offence=00301", "there is no caution or conviction up to the entry")]
    [InlineData("sex male; born 2000-01-01; sentence 2020-06-01; conviction 2020-06-01", "the offence is not known")]
    [InlineData("sex male; born 2000-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=nonsense", "the offence code is none of the vocabulary")]
    [InlineData("sex male; born 2000-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=08800", "the offence code is too wide to weigh: the exact offence is needed")]
    [InlineData("sex male; born 2021-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=00301", "the first caution or conviction lies before birth")]
    [InlineData("sex male; born 2012-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=00301", "age at conviction is under 10")]
    public void An_entry_without_a_score_says_why(string story, string why)
    {
        (EntryList entries, EntryScores scores) = Scored([story]);
        entries.Count.ShouldBe(1);
        (scores.WhyNot[0], double.IsNaN(scores.Share[0])).ShouldBe((why, true));
    }

    [Fact]
    public void Two_convictions_of_one_day_are_one_sanction_and_later_ones_are_none()
    {
        (EntryList entries, EntryScores scores) = Scored(["sex male; born 2000-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=00301, 2020-06-01 offence=04400, 2020-09-01 offence=00301"]);
        scores.Share[0].ShouldBe(0.12162, 1e-9);
        entries.Count.ShouldBe(1);
    }

    [Fact]
    public void Sanctions_of_random_stories_agree_with_a_plain_count()
    {
        Random random = new(5);
        string[] stories = [.. Enumerable.Range(0, 2500).Select(_ => "sex male; born 1990-01-01; " + string.Join("; ", Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
            string.Create(CultureInfo.InvariantCulture, $"{(random.Next(3) switch { 0 => "sentence", 1 => "conviction", _ => "caution" })} {Days.Date(18_000 + (30 * random.Next(20))):uuuu-MM-dd}{(random.Next(2) == 0 ? " offence=00301" : "")}"))))];
        PeopleSetting setting = Setting(stories, DisclosureRules.None);
        (EntryList entries, EntrySanctions made) = Sanctions(setting);
        int[] kind = setting.Stories.Kind, start = setting.Stories.StartDay, offence = setting.Stories.OfEvents.First(c => c.Name == "offence").Codes;
        for (int n = 0; n < entries.Count; n++)
        {
            int p = entries.Person[n];
            int[] proofs = [.. Enumerable.Range(setting.Stories.First[p], setting.Stories.First[p + 1] - setting.Stories.First[p]).Where(e => setting.Stories.Kinds[kind[e]] != "sentence" && start[e] <= entries.Day[n])];
            int[] days = [.. proofs.Select(e => start[e]).Distinct().Order()];
            int[] ofLast = days.Length == 0 ? [] : [.. proofs.Where(e => start[e] == days[^1])];
            int rests = ofLast.Length == 0 ? -1 : ofLast.FirstOrDefault(e => offence[e] >= 0, ofLast[0]);
            (made.Count[n], made.First[n], made.Last[n], made.Event[n]).ShouldBe((days.Length, days.FirstOrDefault(Days.Unknown), days.LastOrDefault(Days.Unknown), rests), stories[p]);
        }
        entries.Count.ShouldBeGreaterThan(2000);
    }

    // 40 men of 12.162% each: 4.8648 expected. Ten reoffend, all in the north.
    [Fact]
    public void Observed_over_expected_and_its_limits_are_those_by_hand()
    {
        PeoplePicture picture = Draw(FortyMen(), DisclosureRules.None);
        PeopleRow all = picture.All;
        (all.People.Shown, all.With!.Value.Shown).ShouldBe((40, 10));
        all.Expected!.Number.Shown!.Value.ShouldBe(40 * 0.12162, 1e-9);
        all.Expected.Ratio.Shown!.Value.ShouldBe(10 / 4.8648, 1e-9);

        // Byar by hand for 10: 10 (1 - 1/90 - 1.959964/(3 √10))³ and 11 (1 - 1/99 + 1.959964/(3 √11))³.
        double lower = 10 * Math.Pow(1 - (1 / 90.0) - (1.959963985 / (3 * Math.Sqrt(10))), 3), upper = 11 * Math.Pow(1 - (1 / 99.0) + (1.959963985 / (3 * Math.Sqrt(11))), 3);
        lower.ShouldBe(4.79, 0.01);
        upper.ShouldBe(18.39, 0.01);
        all.Expected.Lower.Shown!.Value.ShouldBe(lower / 4.8648, 1e-6);
        all.Expected.Upper.Shown!.Value.ShouldBe(upper / 4.8648, 1e-6);

        PeopleRow north = picture.Rows.Single(r => r.By == "court" && r.Group == "north"), south = picture.Rows.Single(r => r.By == "court" && r.Group == "south");
        (north.With!.Value.Shown, south.With!.Value.Shown).ShouldBe((10, 0));
        north.Expected!.Number.Shown!.Value.ShouldBe(20 * 0.12162, 1e-9);
        // The exact limits of 10 are 4.795 to 18.39, of 0 up to 3.689; at everyone's ratio 5 are expected in each: only nought lies outside.
        (north.Expected.Standing, south.Expected!.Standing).ShouldBe((Standing.Similar, Standing.Lower));
        picture.Rows.ShouldNotContain(r => r.By == "provider");
        picture.Notes.ShouldContain("No event of the records says its provider, so that nothing can be compared by it: it is left out.");
    }

    [Fact]
    public void What_is_shown_under_the_default_rules_comes_from_protected_numbers()
    {
        PeoplePicture picture = Draw([.. FortyMen(), .. FortyMen(), .. FortyMen(), .. FortyMen()], DisclosureRules.Default);
        PeopleRow all = picture.All;
        (all.People.Shown, all.With!.Value.Shown, all.Expected!.Number.Shown).ShouldBe((160, 40, 20)); // 19.46, to the nearest 5
        all.Expected.Ratio.Shown.ShouldBe(2);
        all.Expected.Share.Shown.ShouldBe(0.125);
        PeopleRow fewer = Draw([.. FortyMen(), .. FortyMen()], DisclosureRules.Default).All;
        (fewer.Expected!.Number.Shown, fewer.Expected.Ratio.IsWithheld).ShouldBe((10, true)); // rounding would make too much of it
        foreach (PeopleRow row in picture.Rows)
        {
            if (row.People.IsWithheld || row.With!.Value.IsWithheld) (row.Expected!.Number.IsWithheld, row.Expected.Ratio.IsWithheld, row.Expected.Standing).ShouldBe((true, true, null));
            else if (row.Expected!.Number.Shown is { } shown) (shown % 5).ShouldBe(0);
        }
        picture.Rows.ShouldNotContain(r => r.By == ExpectedReoffending.ByTenth); // tenths would be of eight
        picture.Holding.ShouldBeNull();
        PeoplePicture few = Draw(FortyMen()[^12..], DisclosureRules.Default);
        (few.All.Expected!.Number.IsWithheld, few.All.Expected.Ratio.IsWithheld, few.All.Expected.Lower.IsWithheld).ShouldBe((true, true, true));
    }

    // Whoever the four are whose answer changes below the rounding, the same is shown.
    [Fact]
    public void Neighbouring_records_show_the_same_figures()
    {
        string[] stories = [.. FortyMen(), .. FortyMen(), .. FortyMen()];
        string Drawn(string[] of) => string.Join('|', Draw(of, DisclosureRules.Default).Rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Group} {r.People} {r.With} {r.Expected!.Number} {r.Expected.Ratio} {r.Expected.Upper}")));
        Drawn([.. stories, Man("north", back: false)]).ShouldBe(Drawn([.. stories, Man("north", back: true)]));
    }

    [Fact]
    public void A_score_that_comes_true_is_calibrated_and_tenths_follow_it()
    {
        // People of four shares, and so many of each reoffend as are expected.
        List<string> stories = [];
        (string Story, double Share)[] kinds =
        [
            ("sex male; born 2000-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=00301", 0.12162),
            ("sex female; born 1995-01-01; conviction 2013-03-01, 2014-03-01, 2015-03-01, 2016-03-01, 2019-06-01 offence=04400; release 2020-06-01", 0.50469),
            ("sex female; born 1987-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=06200", 0.07297),
        ];
        foreach ((string story, double share) in kinds)
            for (int i = 0; i < 400; i++) stories.Add(i < Math.Round(400 * share) ? $"{story}, 2020-09-01 offence=00301 offence_date=2020-08-01" : story);
        PeoplePicture picture = Draw([.. stories.Select(Again)], DisclosureRules.None);
        picture.Holding!.InTheLarge.Value.Shown!.Value.ShouldBe(0, 0.02);
        picture.Holding.Slope.Value.Shown!.Value.ShouldBe(1, 0.02);
        picture.Holding.Area.Value.Shown!.Value.ShouldBe(Area(kinds), 0.01);
        PeopleRow[] tenths = [.. picture.Rows.Where(r => r.By == ExpectedReoffending.ByTenth)];
        tenths.Sum(t => t.People.Shown).ShouldBe(1200);
        foreach (PeopleRow tenth in tenths.Where(t => t.People.Shown > 0)) tenth.Expected!.Ratio.Shown!.Value.ShouldBe(1, 0.03);

        // The conviction that comes after goes to its own word.
        static string Again(string story) => story.Contains("2020-09-01", StringComparison.Ordinal) && story.Contains("release", StringComparison.Ordinal)
            ? story.Replace("; release 2020-06-01, 2020-09-01 offence=00301 offence_date=2020-08-01", "; release 2020-06-01; conviction 2020-09-01 offence=00301 offence_date=2020-08-01", StringComparison.Ordinal)
            : story;
    }

    [Theory]
    [InlineData("score: ogrs4g", "The measure 'm' follows people for one year; OGRS4G, the static All Reoffending Predictor says nothing of one year.")]
    [InlineData("score: ogrs4g-dynamic", "asks for needs as assessed")]
    [InlineData("score: ogrs9", "There is no score 'ogrs9'")]
    public void A_score_that_cannot_be_used_is_refused(string score, string says)
    {
        PeopleMeasure measure = PeopleMeasureFile.ReadText(Measure.Replace("score: ogrs3", score, StringComparison.Ordinal), "m.yaml").Value;
        PeopleDrawing.Draw(measure, Setting(FortyMen(), DisclosureRules.None)).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Says.ShouldContain(says);
    }

    [Theory]
    [InlineData("score: ogrs3", "", "needs it")]
    [InlineData("score: ogrs3", "score: ogrs3\nfollow_up_months: 6", "must be 12 or 24")]
    public void A_measure_file_with_a_fault_is_refused(string line, string instead, string says)
    {
        PeopleMeasureFile.ReadText(Measure.Replace(line, instead, StringComparison.Ordinal), "m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        string.Join(' ', why.Details.Prepend(why.Says)).ShouldContain(says);
    }

    [Fact]
    public void Two_years_go_with_ogrs4g()
    {
        PeopleMeasure measure = PeopleMeasureFile.ReadText(Measure.Replace("score: ogrs3", "score: ogrs4g\nfollow_up_months: 24\nproof_months: 30", StringComparison.Ordinal), "m.yaml").Value;
        PeopleRow all = PeopleDrawing.Draw(measure, Setting([.. FortyMen(), "arrest 2026-01-01"], DisclosureRules.None)).Value.All;
        // Male of 20 at the first sanction, violence: intercept, powers of 20, one sanction, offence, by the published numbers.
        double z = 5.01702292499072 + (20 * -0.142428460338541) + (400 * 0.0011000413899151) + (8000 * 0.0000198538471606) + (160000 * -0.0000002648918335) - 3.94357049933093 - 0.0042757301284995 - 0.110075583936778;
        all.Expected!.Share.Shown!.Value.ShouldBe(1 / (1 + Math.Exp(-z)), 1e-9);
    }

    // Twenty in each of two courts; the first ten of the north reoffend.
    private static string[] FortyMen() => [.. Enumerable.Range(0, 40).Select(i => Man(i < 20 ? "north" : "south", i < 10))];

    private static string Man(string court, bool back) =>
        $"sex male; born 2000-01-01; sentence 2020-06-01 court={court}; conviction 2020-06-01 offence=00301{(back ? ", 2020-09-01 offence=00301 offence_date=2020-08-01" : "")}";

    // The share of pairs in which the one who reoffended has the higher share, ties counting half.
    private static double Area((string Story, double Share)[] kinds)
    {
        double[] with = [.. kinds.Select(k => Math.Round(400 * k.Share))], without = [.. with.Select(w => 400 - w)];
        double beats = 0;
        for (int a = 0; a < kinds.Length; a++)
            for (int b = 0; b < kinds.Length; b++) beats += with[a] * without[b] * (kinds[a].Share > kinds[b].Share ? 1 : a == b ? 0.5 : 0);
        return beats / (with.Sum() * without.Sum());
    }

    private static (EntryList Entries, EntryScores Scores) Scored(string[] stories)
    {
        PeopleSetting setting = Setting(stories, DisclosureRules.None);
        (EntryList entries, EntrySanctions sanctions) = Sanctions(setting);
        return (entries, EntryScores.Of(entries, sanctions, ScoreCases.Model("ogrs3"), 1, setting));
    }

    private static (EntryList, EntrySanctions) Sanctions(PeopleSetting setting)
    {
        ReoffendingRule rule = PeopleMeasureFile.ReadText(Measure, "m.yaml").Value.Reoffending!;
        EntryList entries = ProvenReoffending.Entries(rule, setting).Value;
        return (entries, EntrySanctions.Of(entries, EventFilter.Of(setting.Stories, setting.Also, rule.ProofKinds, rule.ProofWhere).Value, setting.Stories));
    }

    private static PeoplePicture Draw(string[] stories, DisclosureRules rules) => PeopleDrawing.Draw(PeopleMeasureFile.ReadText(Measure, "m.yaml").Value, Setting([.. stories, "arrest 2023-01-01"], rules)).Value;

    private static PeopleSetting Setting(string[] stories, DisclosureRules rules) => new(StoryText.Read(stories).Value, [], rules, Intervals.OfShare)
    {
        Also = CohortNames.Of(["release", "sentence", "caution", "conviction", "arrest"], ["offence_date", "court"]),
        Offence = code => ScoreCases.Vocabulary.TryFindOffence(code, out Offence? found) ? found : null,
        Score = name => ScoreModelFile.Read(Path.Combine(TestData.Root, "vocabulary", "scores"), name, ScoreCases.Vocabulary.OffenceCategories),
    };
}
