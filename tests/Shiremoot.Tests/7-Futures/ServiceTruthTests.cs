using Shiremoot.Futures;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>What a service of a model truly does, told by lives lived twice.</summary>
public sealed class ServiceTruthTests
{
    private static readonly string Place = Path.Combine(TestData.Root, "places", "west-midlands");

    [Fact]
    public void It_is_the_same_on_any_number_of_threads_and_services_of_the_model_prevent_a_few_points()
    {
        Generation generation = Shire.Generating(Place, null).Value;
        IReadOnlyList<ServiceTruth> one = generation.Services(40_000, 3, 1).Value;
        generation.Services(40_000, 3, 2).Value.ShouldBe(one);
        one.Select(t => t.Service).Distinct().ShouldBe(["drug-treatment", "mentoring"]);
        ServiceTruth treatment = one.Single(t => t is { Service: "drug-treatment", After: "community-order", Outcome: "reoffended" });
        (treatment.Difference + (3 * treatment.Error)).ShouldBeInRange(-0.06, 0.03); // odds of 0.7 of returning at all, about even odds of doing so within the year: four or five points
        treatment.Difference.ShouldBeLessThan(0);
        one.ShouldAllBe(t => t.With >= 0 && t.Without <= 1 && t.Error >= 0 && t.Error < 0.2);
    }

    [Fact]
    public void A_service_that_odds_do_not_speak_of_does_nothing_to_anyone()
    {
        GenerationFiles files = GenerationFiles.Open(Place, Path.Combine(TestData.Root, "vocabulary")).Value;
        SystemModel model = files.Model(new Dictionary<string, double>()).Value;
        int mentoring = model.Covariates.ToList().IndexOf("served-mentoring");
        SystemModel without = model with { Stages = [.. model.Stages.Select(s => s with { Routes = [.. s.Routes.Select(r => r with { Odds = [.. r.Odds.Where(o => o.Covariate != mentoring)] })] })] };
        ServiceTruth[] found = [.. ServiceTruth.Of(without, 20_000, 1, 2).Where(t => t.Service == "mentoring")];
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(t => t.Difference == 0 && t.Error == 0 && t.Served > 1);
    }

    // What docs/how-to/evaluate-a-service.md tells a place to write.
    [Fact]
    public void A_place_plants_an_effect_with_a_line_laid_over_the_model()
    {
        string country = File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "models", "england-and-wales.yaml"));
        const string Over = "stages:\n  - id: at-risk\n    to: [{ stage: will-return, odds: { served-mentoring: 0.4 } }]\n  - id: referral-order\n    offers: [{ service: mentoring, odds: { female: 2 } }]\n";
        Dictionary<string, double> none = [];
        SystemModel bare = SystemModelFile.Read(country, null, "model.yaml", none).Value, planted = SystemModelFile.Read(country, Over, "model.yaml", none).Value;
        (ModelStage before, ModelStage after) = (Stage(bare, "at-risk"), Stage(planted, "at-risk"));
        after.Routes.Count.ShouldBe(before.Routes.Count);
        after.Routes[1].Share.ShouldBe(before.Routes[1].Share);
        int mentoring = bare.Covariates.ToList().IndexOf("served-mentoring");
        after.Routes[1].Odds.Single(o => o.Covariate == mentoring).LogOdds.ShouldBe(Math.Log(0.4), 1e-12);
        after.Routes[1].Odds.Where(o => o.Covariate != mentoring).ShouldBe(before.Routes[1].Odds.Where(o => o.Covariate != mentoring));
        Offer offer = Stage(planted, "referral-order").Offers.Single();
        (offer.Share, offer.Odds.Single().LogOdds).ShouldBe((Stage(bare, "referral-order").Offers.Single().Share, Math.Log(2)));
    }

    private static ModelStage Stage(SystemModel model, string id) => model.Stages.Single(s => s.Id == id);
}
