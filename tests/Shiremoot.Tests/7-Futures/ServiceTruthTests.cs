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
}
