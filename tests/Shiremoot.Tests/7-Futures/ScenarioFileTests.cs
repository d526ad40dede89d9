using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>What a scenario may say, and what it is told at which line where it may not.</summary>
public sealed class ScenarioFileTests
{
    private const string Known = """
        id: known
        title: A scenario
        source: a test
        who: { sex: female, needs: [drugs] }
        numbers: [{ name: turned, value: 0.5, low: 0.4, high: 0.6, scale: share, source: "assumption: a test" }]
        costs: [{ name: A place, pounds: 100, price_year: 2020/21, per: "service:drug-treatment", agency: NHS, source: "assumption: a test" }]
        instead: [{ of: fine, to: discharge, share: { number: turned } }]
        model:
          stages: [{ id: at-risk, to: [{ stage: will-return, odds: { care: { number: turned } } }] }]
        """;

    private static readonly Lazy<ModelSource> Country = new(() => new([File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "models", "england-and-wales.yaml"))], "england-and-wales.yaml", new Dictionary<string, double>(), 1000));

    [Fact]
    public void What_it_names_is_in_the_model() => Said(Known).ShouldBeEmpty();

    [Theory]
    [InlineData("of: fine", "of: fien", "known.yaml:7: 'instead[1].of' names 'fien', which is not a stage of the model. Did you mean 'fine'?")]
    [InlineData("to: discharge", "to: dischrage", "known.yaml:7: 'instead[1].to' names 'dischrage', which is not a stage of the model. Did you mean 'discharge'?")]
    [InlineData("needs: [drugs]", "needs: [drgus]", "known.yaml:4: 'who.needs' names 'drgus', which is not a need of the model. Did you mean 'drugs'?")]
    [InlineData("service:drug-treatment", "service:drug-treatmnt", "known.yaml:6: 'costs[1].per' names 'drug-treatmnt', which is not a service that is offered of the model. Did you mean 'drug-treatment'?")]
    [InlineData("service:drug-treatment", "entry:drugs", "known.yaml:6: 'costs[1].per' names 'drugs', which is not a stage of the model.")]
    [InlineData("service:drug-treatment", "month", "known.yaml:6: 'costs[1].per' must be year, once, entry:STAGE, day:STAGE or service:ID.")]
    [InlineData("share: { number: turned }", "share: { number: turend }", "known.yaml:7: 'instead[1].share.number' 'turend' is not among the scenario's numbers. Did you mean 'turned'?")]
    [InlineData("share: { number: turned }", "share: 1.2", "known.yaml:7: 'instead[1].share' must lie between 0 and 1.")]
    [InlineData("care: { number: turned }", "care: { number: turend }", "known.yaml over england-and-wales.yaml:9: ", "'turend' is not among the scenario's numbers.")]
    [InlineData("care: { number: turned }", "carre: { number: turned }", "known.yaml over england-and-wales.yaml:9: ", "is not something odds can speak of.")]
    [InlineData("id: at-risk", "id: at-rsik", "known.yaml over england-and-wales.yaml:", "is a stage that nothing leads to")]
    [InlineData("low: 0.4, high: 0.6, ", "", "known.yaml:5: 'numbers[1].low' and 'high' are missing: give the 95% interval")]
    [InlineData("low: 0.4", "low: 0.55", "known.yaml:5: 'numbers[1].value' must lie between 'low' and 'high'.")]
    [InlineData("high: 0.6", "high: 1", "known.yaml:5: 'numbers[1].low' and 'high' of a share must lie between 0 and 1.")]
    [InlineData("name: turned", "name: recall", "known.yaml:5: 'numbers[1].name' 'recall' is the name of another number")]
    [InlineData(", source: \"assumption: a test\" }]\ncosts", " }]\ncosts", "known.yaml:5: 'numbers[1].source' is missing; name an entry of the register with 'evidence'")]
    [InlineData("source: a test\n", "source: a test\nfade_years: 2\n", "known.yaml:4: 'fade_years' is years after the end: give 'until_year' too.")]
    [InlineData("source: a test\n", "source: a test\nfrom_year: 3\nuntil_year: 2\n", "known.yaml:5: 'until_year' must lie after 'from_year'.")]
    [InlineData("model:\n", "model:\n  entry: { women_share: 0.5 }\n", "known.yaml:9: 'model' may not change 'entry': the same people come in")]
    [InlineData("price_year: 2020/21, ", "", "known.yaml:6: 'costs[1].price_year' is missing")]
    [InlineData("sex: female", "sex: female, ages: [30, 18]", "known.yaml:4: 'who.ages' must be two ages")]
    [InlineData("sex: female", "sexes: female", "known.yaml:4: 'who.sexes' is not a key known here. Did you mean 'sex'?")]
    public void What_it_may_not_say_is_told_with_file_and_line(string good, string bad, params string[] says)
    {
        Known.ShouldContain(good);
        string text = Known.Replace(good, bad, StringComparison.Ordinal);

        // Whoever names the number elsewhere names it by its new name.
        if (bad == "name: recall") text = text.Replace("number: turned", "number: recall", StringComparison.Ordinal);
        string said = string.Join('\n', Said(text));
        foreach (string part in says) said.ShouldContain(part);
    }

    // The country's odds of coming back are 1.2 for those once in care, and 4 times what calibration finds after short custody; the scenario's number is 0.5.
    [Theory]
    [InlineData("care: { number: turned }", "care", 0.5)]
    [InlineData("care: { number: turned, power: 2 }", "care", 0.25)]
    [InlineData("care: { times: turned }", "care", 0.6)]
    [InlineData("care: { times: turned, power: 2 }", "care", 0.3)]
    [InlineData("alcohol: { times: turned, power: 2, of: 3 }", "alcohol", 0.75)]
    [InlineData("alcohol: { fit: after-custody-to-6-months, start: 4, times: turned, power: 0.5 }", "alcohol", 2.8284271247461903)]
    public void A_number_stands_in_the_model_as_its_line_says(string odds, string covariate, double gives)
    {
        SystemModel model = Country.Value.With(ScenarioFile.ReadText(Known.Replace("care: { number: turned }", odds, StringComparison.Ordinal), "known.yaml").Value).Value;
        int at = model.Covariates.ToList().IndexOf(covariate);
        Route back = model.Stages.Single(s => s.Id == "at-risk").Routes.Single(r => r.To >= 0 && model.Stages[r.To].Id == "will-return");
        Math.Exp(back.Odds.Single(o => o.Covariate == at).LogOdds).ShouldBe(gives, 1e-12);
    }

    [Fact]
    public void A_stage_of_its_own_is_reached_by_those_turned_to_it_and_by_nobody_else()
    {
        Scenario tagged = ScenarioFile.ReadText("""
            id: tagged
            title: All of short custody served at home with a tag
            source: a test
            instead: [{ of: short-custody, to: tagged, share: 1 }]
            model:
              stages: [{ id: tagged, days: { exponential: 45 }, to: [{ stage: licence, probability: 1 }] }]
            """, "tagged.yaml").Value;
        SimulationAsked asked = new() { Runs = 12, Years = 4, Seed = 7, Worlds = 1 };
        SimulatedRuns before = Simulation.Run(JusticeNetwork.Baseline, asked).Value, after = Simulation.Run(JusticeNetwork.Source, tagged, asked).Value;
        int custody = before.Stages.ToList().IndexOf("short-custody"), home = after.Stages.ToList().IndexOf("tagged");
        home.ShouldBe(before.Stages.Count);
        after.Sums(SimulatedFigure.Entries, custody, 0, asked.Years).ShouldAllBe(n => n == 0);

        // As many are tagged as went to short custody: a tag no longer or shorter than custody brings nobody back sooner.
        double[] was = before.Sums(SimulatedFigure.Entries, custody, 0, asked.Years), now = after.Sums(SimulatedFigure.Entries, home, 0, asked.Years);
        (now.Average() / was.Average()).ShouldBe(1, 0.05);
    }

    private static IReadOnlyList<string> Said(string text)
    {
        if (ScenarioFile.ReadText(text, "known.yaml").Refused(out Refusal? why, out Scenario? scenario)) return [why.Says, .. why.Details];
        return Country.Value.With(scenario).Refused(out why, out _) ? [why.Says, .. why.Details] : [];
    }
}
