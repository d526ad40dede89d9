using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>A measure file says what is wrong with it, all at once, at its lines.</summary>
public sealed class AreaMeasureTests
{
    private const string Good =
        """
        id: thefts
        kind: statistic
        title: Thefts
        definition: Thefts recorded in the year.
        questions: [Q21]
        series: thefts
        value: count
        interval: byar
        unit: thefts
        areas: police-force
        source: made up
        example: { period: "2020", area: E23000014, gives: 3 }
        """;

    [Fact]
    public void A_short_file_is_enough()
    {
        AreaMeasure measure = AreaMeasures.ReadText(Good, "measures/thefts.yaml").Value;
        measure.Value!.Series.ShouldBe("thefts");
        measure.AddsUp.ShouldBeTrue();
        measure.Among.ShouldBe(["police-force"]);
    }

    [Theory]
    [InlineData("value: count", "value: rate\nadds_up: true", 8, "never added")]
    [InlineData("interval: byar", "interval: wilson", 8, "wilson is for proportions")]
    [InlineData("value: count", "value: money", 8, "cannot be made for money")]
    [InlineData("value: count", "value: rate", 8, "needs the counts behind the rate")]
    [InlineData("series: thefts\n", "", 1, "name a series")]
    [InlineData("series: thefts", "serie: thefts", 6, "is not a key known here")]
    [InlineData("questions: [Q21]", "questions: []", 5, "ids of the questions")]
    [InlineData("unit: thefts", "unit: thefts\nper: 0", 10, "above 0")]
    [InlineData("value: count", "value: number", 7, "one of count")]
    public void A_fault_is_told_with_its_line(string from, string to, int line, string says)
    {
        Refusal why = Refused(Good.Replace(from, to));
        why.Details.ShouldContain(d => d.StartsWith($"measures/thefts.yaml:{line}:") && d.Contains(says), why.ToString());
    }

    [Fact]
    public void A_measure_without_an_example_is_refused() =>
        Refused(Good[..Good.IndexOf("example")]).Details.ShouldContain(d => d.Contains("figure known from outside"));

    [Fact]
    public void All_faults_are_told_together() => Refused("kind: statistic\n").Details.Count.ShouldBeGreaterThan(6);

    private static Refusal Refused(string text)
    {
        AreaMeasures.ReadText(text, "measures/thefts.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        return why!;
    }
}
