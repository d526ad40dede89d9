using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

public class AlternativeTests
{
    private const string Longer = """
        id: longer
        title: Investigations take twice as long
        why: a test
        source: a test
        numbers: { twice: 2 }
        model: { stages: [{ id: investigation, days: { exponential: { times: twice } } }] }
        """;

    // Twice the stay at the same flow is twice the stock, with a scenario on top or without.
    [Fact]
    public void What_is_otherwise_lies_under_the_scenario()
    {
        ModelSource otherwise = JusticeNetwork.Source.Where(Alternative.Read(Longer, "longer.yaml").Value);
        SystemModel was = JusticeNetwork.Source.Today().Value, now = otherwise.Today().Value, with = otherwise.With(JusticeNetwork.Halved).Value;
        now.Stages[0].Days!.Mean.ShouldBe(2 * was.Stages[0].Days!.Mean);
        with.Stages[0].Days!.Mean.ShouldBe(2 * was.Stages[0].Days!.Mean);
        SteadyState.Of(now).Value.Stages[0].People.ShouldBe(2 * SteadyState.Of(was).Value.Stages[0].People, 1e-6);
    }

    [Fact]
    public void An_alternative_that_changes_nothing_is_refused()
    {
        Alternative.Read("id: a\ntitle: b\nwhy: c\nsource: d\n", "a.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.ShouldContain(d => d.Contains("'model' is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Shipped_alternatives_lie_over_the_countrys_model()
    {
        string country = File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "models", "england-and-wales.yaml"));
        ModelSource source = new([country], "country", new Dictionary<string, double>(), 1000);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(TestData.Root, "vocabulary", "futures", "alternatives")))
            source.Where(Alternative.Read(File.ReadAllText(file), Path.GetFileName(file)).Value).Today().IsRefused.ShouldBeFalse(file);
    }
}
