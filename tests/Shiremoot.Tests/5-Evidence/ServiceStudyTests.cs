using Shiremoot.Evidence;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence;

/// <summary>Services judged from stories made with a known difference.</summary>
public sealed class ServiceStudyTests
{
    private const string Study = """
        id: mentoring
        title: Mentoring
        source: made for this test
        cohort: ordered
        had: exists(mentoring, within 3 months on or after index)
        leave_out: exists(mentoring, before index)
        alike:
          - { name: "Arrests before", value: "count(arrest, before index)" }
          - { name: "Sex", value: sex }
        outcomes:
          - { name: "arrested within a year", to: "first(arrest, after index)", within_days: 365 }
          - { name: "arrests within a year", count: "count(arrest, within 12 months after index)", within_days: 366 }
        """;

    // Those with an arrest before have the service three times as often, and come back twice as often: beside that it takes off ten points.
    [Fact]
    public void A_difference_that_was_made_is_found_where_the_confounder_is_held_alike()
    {
        ServiceEffects effects = Draw(Study, People(), DisclosureRules.None);
        OutcomeEffect came = effects.Outcomes[0];
        came.Effect.Shown!.Value.ShouldBe(-10, 0.6);
        (came.Lower.Shown < -10 && came.Upper.Shown > -10).ShouldBeTrue();
        came.Ways.Single(w => w.Way == "no adjustment").Effect.Shown!.Value.ShouldBeGreaterThan(-6); // the plain difference hides half of it
        came.Verdict.ShouldBe("fewer");
        came.Sentence.ShouldStartWith("Of every 100 people who had the service, ");
        effects.Outcomes[1].Effect.Shown!.Value.ShouldBe(-10, 0.6); // one arrest each
        effects.Definition.ShouldContain("mentoring");
    }

    [Fact]
    public void Whoever_had_it_before_or_was_not_followed_is_in_neither_kind()
    {
        string[] also = ["sex male; mentoring 2014-01-01; sentence 2020-01-01; mentoring 2020-01-10", "sex male; sentence 2022-12-01; mentoring 2022-12-10"];
        OutcomeEffect with = Draw(Study, [.. People(), .. also], DisclosureRules.None).Outcomes[0], without = Draw(Study, People(), DisclosureRules.None).Outcomes[0];
        (with.Served.Shown, with.Others.Shown, with.Effect.Shown).ShouldBe((without.Served.Shown, without.Others.Shown, without.Effect.Shown));
    }

    [Fact]
    public void Under_rules_effects_are_whole_numbers_and_counts_protected()
    {
        OutcomeEffect came = Draw(Study, People(), DisclosureRules.Default).Outcomes[0];
        came.Effect.Shown.ShouldBe(-10);
        (came.Served.Shown % 5).ShouldBe(0);
        foreach (WayShown way in came.Ways) (way.Effect.Shown!.Value % 1).ShouldBe(0);
    }

    [Fact]
    public void Of_a_few_no_figure_is_given()
    {
        OutcomeEffect few = Draw(Study, [.. People().Where((_, n) => n % 17 == 0), "visit 2023-06-01"], DisclosureRules.Default).Outcomes[0];
        few.HasHeadline.ShouldBeFalse();
        few.Sentence.ShouldContain("fewer than 60 people");
        (few.With.IsWithheld, few.Effect.IsWithheld, few.Ways.Count, few.EValue).ShouldBe((true, true, 0, null));
    }

    [Theory]
    [InlineData("had: exists(mentoring, within 3 months on or after index)", "", "'had' is missing")]
    [InlineData("within_days: 365", "within_days: 0", "within_days' must be")]
    [InlineData("to: \"first(arrest, after index)\", ", "", "one of the four")]
    [InlineData("count(arrest, before index)\"", "count(arest before index)\"", "alike")]
    public void What_a_service_cannot_do_without_is_asked_for(string written, string instead, string says)
    {
        ServiceStudyFile.ReadText(Study.Replace(written, instead, StringComparison.Ordinal), "services/m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        string.Join(' ', why.Details).ShouldContain(says, Case.Insensitive);
    }

    [Fact]
    public void A_service_nobody_or_everybody_had_is_refused()
    {
        Refused("had: exists(mentoring, within 3 months on or after index)", "had: exists(tag, on index)").Says.ShouldContain("Nobody");
        Refused("had: exists(mentoring, within 3 months on or after index)", "had: exists(sentence, on index)").Says.ShouldContain("Everyone");
        Refused("cohort: ordered", "cohort: orderd").Says.ShouldContain("ordered");
    }

    // 1,000 with an arrest before, of whom 600 had it; 1,000 without, of whom 200 had it. Without it 60 and 30 of 100 come back, with it 50 and 20.
    private static string[] People() =>
    [
        .. Some(600, 300, "arrest 2019-01-01; ", true), .. Some(400, 240, "arrest 2019-01-01; ", false),
        .. Some(200, 40, "", true), .. Some(800, 240, "", false), "visit 2023-06-01",
    ];

    private static IEnumerable<string> Some(int people, int back, string before, bool had) => Enumerable.Range(0, people).Select(n =>
    {
        string arrests = (before.Length > 0, n < back) switch { (true, true) => "; arrest 2019-01-01, 2020-06-01", (true, false) => "; arrest 2019-01-01", (false, true) => "; arrest 2020-06-01", _ => "" };
        return $"sex {(n % 2 == 0 ? "male" : "female")}; sentence 2020-01-01{arrests}{(had ? "; mentoring 2020-01-15" : "")}";
    });

    private static Refusal Refused(string written, string instead)
    {
        ServiceEffects.Of(ServiceStudyFile.ReadText(Study.Replace(written, instead, StringComparison.Ordinal), "services/m.yaml").Value, Setting(People(), DisclosureRules.None)).Refused(out Refusal? why, out _).ShouldBeTrue();
        return why;
    }

    private static ServiceEffects Draw(string study, string[] stories, DisclosureRules rules) => ServiceEffects.Of(ServiceStudyFile.ReadText(study, "services/m.yaml").Value, Setting(stories, rules)).Value;

    private static PeopleSetting Setting(string[] stories, DisclosureRules rules) => new(
        StoryText.Read(stories).Value, [CohortFile.ReadText("id: ordered\ntitle: Ordered\nsource: s\nindex: first(sentence)\n", "c.yaml").Value], rules, Intervals.OfShare)
    { Also = CohortNames.Of(["arrest", "sentence", "mentoring", "tag"], []) };
}
