using NodaTime;
using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence;

/// <summary>Who comes to a service and stays, of people made with known steps.</summary>
public sealed class EngagementTests
{
    private const string Study = """
        id: mentoring
        title: Mentoring
        source: made for this test
        cohort: ordered
        had: exists(mentoring, within 3 months on or after index)
        alike:
          - { name: "Sex", value: sex }
          - { name: "Arrests before", value: "count(arrest, before index)" }
        outcomes: [{ name: "arrested within a year", to: "first(arrest, after index)" }]
        engagement:
          within_days: 365
          steps:
            - { name: "Started", reached: "first(mentoring, within 3 months on or after index)" }
            - { name: "Still there after 28 days", reached: "first(mentoring, where end is missing or end - start >= 28, within 3 months on or after index) + 28" }
            - { name: "Completed", reached: "first(completion, after index)" }
          by:
            - { name: "Sex", value: sex }
            - { name: "Age", value: "age on index", bands: [18, 25] }
        """;

    [Fact]
    public void Steps_are_counted_in_order_with_their_shares_and_days()
    {
        EngagementPicture picture = Draw(DisclosureRules.None);
        picture.Steps.Select(s => s.People.Shown).ShouldBe([1000, 600, 400, 240]);
        StepReached started = picture.Steps[1], completed = picture.Steps[3];
        // Wilson's limits of 600 in 1000: (0.6 + z²/2n ± z√(0.24/n + z²/4n²)) ÷ (1 + z²/n).
        started.OfAll.Value.ShouldBe(0.6);
        started.OfAll.Interval!.Value.Lower.ShouldBe(0.56931, 1e-5);
        started.OfAll.Interval!.Value.Upper.ShouldBe(0.62992, 1e-5);
        completed.OfBefore.Value.ShouldBe(0.6);
        (started.MedianDays.Shown, completed.MedianDays.Shown).ShouldBe((14, 100));
        picture.Sentence.ShouldBe("Of every 100 people followed for 365 days, 60 reached 'Started', 40 reached 'Still there after 28 days', 24 reached 'Completed'.");
    }

    [Fact]
    public void Groups_are_in_order_and_each_has_its_own_steps()
    {
        EngagementPicture picture = Draw(DisclosureRules.None);
        picture.Groups.Where(g => g.By == "Sex").Select(g => (g.Group, g.Reached[0].Whole.Shown, g.Reached[3].Part.Shown)).ShouldBe([("female", 500, 180), ("male", 500, 60)]);
        picture.Groups.Where(g => g.By == "Age").Select(g => (g.Group, g.Reached[0].Whole.Shown)).ShouldBe([("18 to below 25", 500), ("25 and over", 500)]);
    }

    // Of those who started, 180 of 300 women and 60 of 300 men completed: an odds ratio of 6.
    [Fact]
    public void What_goes_with_completing_is_told_of_those_who_started()
    {
        EngagementPicture picture = Draw(DisclosureRules.None);
        PeopleFactor sex = picture.Factors.Single(f => f.Name.StartsWith("Sex", StringComparison.Ordinal) && !f.Effect.OddsRatio.IsWithheld).Effect;
        double found = sex.OddsRatio.Shown!.Value;
        (found > 1 ? found : 1 / found).ShouldBe(6, 0.15);
        Math.Abs(sex.Points.Shown!.Value).ShouldBe(40, 0.7);
        picture.Factors.Single(f => f.Name == "Arrests before").Effect.IsBeyondChance.ShouldBeFalse();
        picture.FactorsSay.ShouldContain("need not lead to it");
    }

    [Fact]
    public void Under_rules_days_come_from_bands_and_counts_are_rounded()
    {
        EngagementPicture picture = Draw(DisclosureRules.Default, People(isSpread: true));
        picture.Steps.ShouldAllBe(s => s.People.Shown % 5 == 0);
        picture.Steps[1].MedianDays.Shown!.Value.ShouldBe(20, 2); // days 1 to 40 alike
        (picture.Steps[1].MedianLower.Shown <= picture.Steps[1].MedianDays.Shown && picture.Steps[1].MedianDays.Shown <= picture.Steps[1].MedianUpper.Shown).ShouldBeTrue();
    }

    [Fact]
    public void Of_a_few_nothing_is_told()
    {
        EngagementPicture few = Draw(DisclosureRules.Default, [.. People().Where((_, n) => n % 97 == 0), .. People()[..2], "visit 2023-06-01"]);
        few.Factors.ShouldBeEmpty();
        few.FactorsSay.ShouldContain("cannot be told");
        few.Sentence.ShouldContain("Too few");
    }

    [Theory]
    [InlineData("reached: \"first(completion, after index)\"", "", "reached' is missing")]
    [InlineData("within_days: 365\n  steps", "within_days: 0\n  steps", "within_days' must be")]
    [InlineData("bands: [18, 25]", "bands: [25, 18]", "must rise")]
    [InlineData("name: \"Completed\"", "name: \"Started\"", "two of one name")]
    public void Steps_that_cannot_be_read_are_told(string written, string instead, string says)
    {
        ServiceStudyFile.ReadText(Study.Replace(written, instead, StringComparison.Ordinal), "services/m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        string.Join(' ', why.Details).ShouldContain(says, Case.Insensitive);
    }

    [Fact]
    public void A_number_without_bands_is_no_group()
    {
        Outcome<ServiceEffects> drawn = ServiceEffects.Of(ServiceStudyFile.ReadText(Study.Replace(", bands: [18, 25]", "", StringComparison.Ordinal), "services/m.yaml").Value, Setting(People(), DisclosureRules.None));
        drawn.Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("SERVICE-09");
    }

    // Of 500 of each sex 300 start on day 14; 200 stay; of women 180 complete on day 100, of men 60.
    private static string[] People(bool isSpread = false) => [.. Some("female", 180, isSpread), .. Some("male", 60, isSpread), "visit 2023-06-01"];

    private static IEnumerable<string> Some(string sex, int complete, bool isSpread) => Enumerable.Range(0, 500).Select(n =>
    {
        LocalDate start = new LocalDate(2020, 1, 1).PlusDays(isSpread ? 1 + (n % 40) : 14);
        string mentoring = n >= 300 ? "" : FormattableString.Invariant($"; mentoring {start:uuuu-MM-dd} to {(n < 200 ? new LocalDate(2020, 6, 1) : start.PlusDays(10)):uuuu-MM-dd}");
        string completion = n < complete ? "; completion 2020-04-10" : "";
        return $"sex {sex}; born {(n % 2 == 0 ? 1999 : 1980)}-01-02; sentence 2020-01-01{(n % 3 == 0 ? "; arrest 2019-01-01" : "")}{(n % 5 == 0 && n % 3 != 0 ? "; arrest 2020-06-01" : "")}{mentoring}{completion}";
    });

    private static EngagementPicture Draw(DisclosureRules rules, string[]? people = null) => ServiceEffects.Of(ServiceStudyFile.ReadText(Study, "services/m.yaml").Value, Setting(people ?? People(), rules)).Value.Engagement!;

    private static PeopleSetting Setting(string[] stories, DisclosureRules rules) => new(
        StoryText.Read(stories).Value, [CohortFile.ReadText("id: ordered\ntitle: Ordered\nsource: s\nindex: first(sentence)\n", "c.yaml").Value], rules, Intervals.OfShare)
    { Also = CohortNames.Of(["arrest", "sentence", "mentoring", "completion"], []) };
}
