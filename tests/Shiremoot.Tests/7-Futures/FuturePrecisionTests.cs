using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

public class FuturePrecisionTests
{
    private static readonly WhatIf Question = new(JusticeNetwork.Halved, new() { Runs = 4, Years = 3, WarmUpYears = 2, Worlds = 1 });

    [Fact]
    public void Runs_are_doubled_until_the_difference_is_known_so_well()
    {
        List<int> asked = [];
        FutureAnswer answer = new FuturePrecision("in-custody-network", 0.008, 200).Reach(Question, q => Asked(q, asked)).Value;
        FutureFigure difference = answer.Lines.Single(l => l.Id == "in-custody-network").OverAll.Difference;
        difference.Error.ShouldBeLessThanOrEqualTo(0.008 * Math.Abs(difference.Mean));
        asked.Count.ShouldBeGreaterThan(1);
        asked.ShouldBe(Enumerable.Range(0, asked.Count).Select(i => 4 << i));
    }

    [Fact]
    public void No_more_runs_than_allowed_are_made()
    {
        List<int> asked = [];
        new FuturePrecision("in-custody-network", 1e-6, 16).Reach(Question, q => Asked(q, asked)).IsRefused.ShouldBeFalse();
        asked.ShouldBe([4, 8, 16]);
    }

    [Theory]
    [InlineData("in-custody-netwrok", 0.1, "SHIRE-24")]
    [InlineData("in-custody-network", 1.5, "SHIRE-23")]
    public void What_cannot_be_reached_is_told(string measure, double share, string code)
    {
        new FuturePrecision(measure, share, 8).Reach(Question, q => Asked(q, [])).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe(code);
    }

    private static Outcome<FutureAnswer> Asked(WhatIf question, List<int> asked)
    {
        asked.Add(question.Asked.Runs);
        return Shire.AskAlone(Path.Combine(TestData.Root, "vocabulary", "models", "justice-network.yaml"), question);
    }
}
