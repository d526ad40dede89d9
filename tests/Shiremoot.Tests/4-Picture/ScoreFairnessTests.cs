using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Tests.Picture.Scores;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>What a score of stories gets right and wrong, by hand, and that no small group can be read off it.</summary>
public sealed class ScoreFairnessTests
{
    private const string Measure = """
        id: m
        title: t
        kind: people
        shows: SHOWS
        source: s
        score: ogrs3
        entries:
          - { name: Release, kinds: release }
          - { name: Sentence, kinds: sentence }
        proved_by: { kinds: [conviction, caution] }
        by: [court, sex, ethnicity]
        """;

    // Shares of OGRS3: 12% and 70% of the men, 7% and 50.5% of the women.
    private const string Low = "sex male; born 2000-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=00301",
        High = "sex male; born 2005-01-01; caution 2017-02-01, 2018-02-01, 2018-05-01, 2018-06-01, 2018-07-01; sentence 2020-06-01; conviction 2020-06-01 offence=02800",
        LowOfWomen = "sex female; born 1987-01-01; sentence 2020-06-01; conviction 2020-06-01 offence=06200",
        HighOfWomen = "sex female; born 1995-01-01; release 2020-06-01; conviction 2013-03-01, 2014-03-01, 2015-03-01, 2016-03-01, 2019-06-01 offence=04400";

    [Fact]
    public void Truth_tables_and_rates_are_those_by_hand()
    {
        ScoreFairness found = Of(People("a"), DisclosureRules.None);
        FairnessRow women = found.Rows.Single(r => r.Group == "female"), men = found.Rows.Single(r => r.Group == "male");
        Table(men).ShouldBe([85, 20, 15, 60]);
        Table(women).ShouldBe([78, 30, 12, 30]);
        men.FalsePositiveRate.Value.Shown!.Value.ShouldBe(20 / 105.0, 1e-12);
        women.FalsePositiveRate.Value.Shown!.Value.ShouldBe(30 / 108.0, 1e-12);
        men.FalseNegativeRate.Value.Shown!.Value.ShouldBe(15 / 75.0, 1e-12);
        women.RightWhenFlagged.Value.Shown!.Value.ShouldBe(0.5, 1e-12);
        men.BaseRate.Value.Shown!.Value.ShouldBe(75 / 180.0, 1e-12);
        IndicatorValue wilson = Shiremoot.Picture.Indicators.Proportions.Of(20, 105).Value;
        men.FalsePositiveRate.Lower.Shown.ShouldBe(wilson.Interval.Lower);

        // Of all pairs of one who reoffended and one who did not, those put right, ties one half.
        men.Holding!.Area.Value.Shown!.Value.ShouldBe(((60 * 85) + (((60 * 20) + (15 * 85)) / 2.0)) / (75.0 * 105), 0.005);
        men.Expected.Number.Shown!.Value.ShouldBe((100 * 0.12162) + (80 * 0.7006), 0.01);

        // What Chouldechova's identity says must hold between the rates, holds.
        foreach (FairnessRow row in found.Rows.Where(r => r.By == "sex"))
        {
            double p = row.BaseRate.Value.Shown!.Value, right = row.RightWhenFlagged.Value.Shown!.Value;
            row.FalsePositiveRate.Value.Shown!.Value.ShouldBe(p / (1 - p) * (1 - right) / right * (1 - row.FalseNegativeRate.Value.Shown!.Value), 1e-12);
        }
        found.ToTable().Notes.ShouldContain(ScoreFairness.Warning);
    }

    [Fact]
    public void Groups_of_few_stand_with_others_and_nothing_is_withheld_that_could_be_reckoned()
    {
        string[] people = [.. People("a"), .. People("b"), .. People("d"), .. People("c").Take(7)];
        ScoreFairness found = Of(people, DisclosureRules.Default);
        FairnessRow[] rows = [.. found.Rows.Where(r => r.By == "ethnicity")];
        rows.Length.ShouldBeInRange(2, 3); // one of the large may be hidden beside the small one where the measure is shown
        rows[^1].Group.ShouldBe("All others");
        rows.ShouldNotContain(r => r.Group == "c");
        foreach (FairnessRow row in found.Rows)
            foreach (ProtectedCount count in (ProtectedCount[])[row.TrueNegatives, row.FalsePositives, row.FalseNegatives, row.TruePositives])
            {
                count.IsWithheld.ShouldBeFalse();
                (count.Shown!.Value % 5).ShouldBe(0);
            }
        Of([.. People("a"), .. People("c").Take(7)], DisclosureRules.Default).Rows.ShouldNotContain(r => r.By == "ethnicity");
        Of([.. People("a").Take(30)], DisclosureRules.Default).Rows.ShouldBeEmpty();

        // The order of people is nothing to it.
        string Said(string[] of) => string.Join('|', Of(of, DisclosureRules.Default).Rows.Select(r => $"{r.Group} {r.TrueNegatives} {r.FalsePositiveRate} {r.Holding?.Says}"));
        Said([.. people.Reverse()]).ShouldBe(Said(people));
    }

    [Fact]
    public void A_measure_without_a_score_is_refused()
    {
        PeopleMeasure other = PeopleMeasureFile.ReadText(Measure.Replace("SHOWS", "reoffending", StringComparison.Ordinal).Replace("score: ogrs3\n", "", StringComparison.Ordinal), "m.yaml").Value;
        PeopleDrawing.Fairness(other, Setting(People("a"), DisclosureRules.None)).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("PICTURE-96");
    }

    private static long?[] Table(FairnessRow row) => [row.TrueNegatives.Shown, row.FalsePositives.Shown, row.FalseNegatives.Shown, row.TruePositives.Shown];

    private static string[] People(string ethnicity)
    {
        IEnumerable<string> Some(string story, int people, int back) => Enumerable.Range(0, people).Select(n => $"ethnicity {ethnicity}; {story}{(n < back ? ", 2020-09-01 offence=00301 offence_date=2020-08-01" : "")}");
        return [.. Some(Low, 100, 15), .. Some(High, 80, 60), .. Some(LowOfWomen, 90, 12), .. Some(HighOfWomen, 60, 30)];
    }

    private static ScoreFairness Of(string[] stories, DisclosureRules rules) => PeopleDrawing.Fairness(PeopleMeasureFile.ReadText(Measure.Replace("SHOWS", "expected", StringComparison.Ordinal), "m.yaml").Value, Setting(stories, rules)).Value;

    private static PeopleSetting Setting(string[] stories, DisclosureRules rules) => new(StoryText.Read([.. stories, "arrest 2023-01-01"]).Value, [], rules, Intervals.OfShare)
    {
        Also = CohortNames.Of(["release", "sentence", "caution", "conviction", "arrest"], ["offence_date", "court"]),
        Offence = code => ScoreCases.Vocabulary.TryFindOffence(code, out Offence? found) ? found : null,
        Score = name => ScoreModelFile.Read(Path.Combine(TestData.Root, "vocabulary", "scores"), name, ScoreCases.Vocabulary.OffenceCategories),
    };
}
