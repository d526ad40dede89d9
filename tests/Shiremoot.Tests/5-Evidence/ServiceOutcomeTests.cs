using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence;

/// <summary>How soon and how heavy, as outcomes of a service, of people made with a known difference.</summary>
public sealed class ServiceOutcomeTests
{
    private const string Study = """
        id: mentoring
        title: Mentoring
        source: made for this test
        cohort: ordered
        had: exists(mentoring, within 3 months on or after index)
        alike: [{ name: "Sex", value: sex }]
        outcomes:
          - { name: "the first arrest", time: "first(arrest, after index)", within_days: 365 }
          - { name: "offences proven", severity: conviction, within_days: 365 }
        """;

    // Without help all come back evenly over 200 days, with it over 400: of those followed for a year the exponential hazard is not theirs, so only the side is known, and the limits.
    [Fact]
    public void Those_who_come_back_later_have_a_hazard_below_one()
    {
        OutcomeEffect came = Draw(DisclosureRules.Default).Outcomes[0];
        (came.Kind, came.Verdict, came.Unit).ShouldBe((OutcomeKind.Time, "later", "hazard ratio"));
        (came.Effect.Shown < 1 && came.Upper.Shown < 1 && came.Lower.Shown < came.Effect.Shown).ShouldBeTrue();
        (came.With.IsWithheld, came.Without.IsWithheld).ShouldBe((true, true));
        came.Sentence.ShouldContain("came later than without it: on any day ");
        came.Sentence.ShouldContain(FormattableString.Invariant($"hazard ratio {came.Effect.Shown:0.00}"));
        came.Ways[0].Effect.Shown.ShouldBe(came.Effect.Shown);
    }

    // The very rows, as a table: the same hazard by the evaluation of a file of times.
    [Fact]
    public void The_hazard_is_that_of_the_evaluation_of_the_same_times()
    {
        bool[] treated = [.. Enumerable.Range(0, 600).Select(n => n < 300)];
        double[] days = [.. Enumerable.Range(0, 600).Select(n => (double)Day(n))], sex = [.. Enumerable.Range(0, 600).Select(n => n % 2 == 0 ? 1.0 : 0)];
        EvaluationRows rows = new("x", 600, [], [], treated, new(["Sex: male"], [sex]), [.. days.Select(d => d <= 365 ? 1.0 : 0)], OutcomeKind.Time) { Time = [.. days.Select(d => Math.Min(d, 365))] };
        EvaluationResult found = Evaluation.Of(rows, new("had", "out", ["Sex"])).Value;
        Draw(DisclosureRules.None).Outcomes[0].Effect.Shown!.Value.ShouldBe(Math.Round(found.Ratio!.Value, 2));
    }

    // Every other person has one conviction: of 100 days with the service, of 300 without. Those of no weight add nothing.
    [Fact]
    public void Weights_are_added_up_within_the_follow_up()
    {
        OutcomeEffect came = Draw(DisclosureRules.None).Outcomes[1];
        (came.Kind, came.Unit).ShouldBe((OutcomeKind.Number, "days of custody a person"));
        came.With.Shown!.Value.ShouldBe(50, 0.1);
        came.Without.Shown!.Value.ShouldBe(150, 0.1);
        came.Effect.Shown!.Value.ShouldBe(-100, 0.1);
        came.Verdict.ShouldBe("lower");
        came.Sentence.ShouldContain("weighed 50.0 days of custody a person; without it an estimated 150.0: 100.0 lower");
        came.Notes.ShouldContain(n => n.Contains("add nothing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("severity: conviction,", "severity: convicton,")]
    [InlineData("time: \"first(arrest, after index)\"", "time: \"count(arrest, after index)\"")]
    public void A_slip_of_the_pen_is_refused(string written, string instead) =>
        ServiceEffects.Of(ServiceStudyFile.ReadText(Study.Replace(written, instead, StringComparison.Ordinal), "services/m.yaml").Value, Setting(DisclosureRules.None)).IsRefused.ShouldBeTrue();

    [Fact]
    public void One_way_of_telling_an_outcome_is_asked_for()
    {
        ServiceStudyFile.ReadText(Study.Replace("severity: conviction", "severity: conviction, count: \"count(arrest)\"", StringComparison.Ordinal), "services/m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        string.Join(' ', why.Details).ShouldContain("one of the four");
    }

    private static int Day(int n) => n < 300 ? 1 + (4 * (n % 300) / 3) : 1 + (2 * (n % 300) / 3);

    private static IEnumerable<string> People() => Enumerable.Range(0, 600).Select(n =>
    {
        string offence = n % 4 < 2 ? $"; conviction 2020-05-01 offence={(n < 300 ? "light" : "heavy")}" : n % 4 == 2 ? "; conviction 2020-05-01 offence=unweighed" : "; conviction 2022-05-01 offence=heavy";
        return FormattableString.Invariant($"sex {(n % 2 == 0 ? "male" : "female")}; sentence 2020-01-01; arrest {new NodaTime.LocalDate(2020, 1, 1).PlusDays(Day(n)):uuuu-MM-dd}{offence}{(n < 300 ? "; mentoring 2020-01-02" : "")}");
    });

    private static ServiceEffects Draw(DisclosureRules rules) => ServiceEffects.Of(ServiceStudyFile.ReadText(Study, "services/m.yaml").Value, Setting(rules)).Value;

    private static PeopleSetting Setting(DisclosureRules rules) => new(
        StoryText.Read([.. People(), "visit 2023-06-01"]).Value, [CohortFile.ReadText("id: ordered\ntitle: Ordered\nsource: s\nindex: first(sentence)\n", "c.yaml").Value], rules, Intervals.OfShare)
    { Severity = offence => offence switch { "light" => 100, "heavy" => 300, _ => null } };
}
