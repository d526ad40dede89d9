using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>Shares of groups beside one another, by hand, and from protected counts alone.</summary>
public sealed class RelativeRateTests
{
    // 40 women, 10 with the outcome; 60 men, 30 with it; 5 of whom nothing more is known.
    private static readonly string[] People =
    [
        .. Enumerable.Range(0, 40).Select(n => $"sex female; x {(n < 10 ? "yes" : "no")}"), .. Enumerable.Range(0, 60).Select(n => $"sex male; x {(n < 30 ? "yes" : "no")}"), .. Enumerable.Range(0, 5).Select(n => $"x {(n < 2 ? "yes" : "no")}"),
    ];

    [Theory]
    [InlineData("", "female", "male", 0.5)]
    [InlineData("against: female", "male", "female", 2)]
    public void A_group_is_held_against_the_largest_or_the_one_that_is_named(string against, string group, string other, double ratio)
    {
        PeoplePicture picture = Draw(against, DisclosureRules.None);
        RelativeRate rate = Row(picture, group).Relative!;
        (rate.Against, rate.Ratio.Shown).ShouldBe((other, ratio));
        // Katz: the variance of the log is 1/10 - 1/40 + 1/30 - 1/60.
        double reach = 1.959963984540054 * Math.Sqrt((1 / 10.0) - (1 / 40.0) + (1 / 30.0) - (1 / 60.0));
        rate.Lower.Shown!.Value.ShouldBe(Math.Exp(Math.Log(ratio) - reach), 1e-12);
        rate.Upper.Shown!.Value.ShouldBe(Math.Exp(Math.Log(ratio) + reach), 1e-12);
        Row(picture, other).Relative.ShouldBeNull();
        picture.All.Relative.ShouldBeNull();
    }

    [Fact]
    public void It_is_worked_out_from_what_is_shown()
    {
        PeoplePicture one = Draw("", DisclosureRules.Default), other = PeopleDrawing.Draw(Measure(""), Setting([.. People.Skip(1)], DisclosureRules.Default)).Value; // 9 of 39 women, shown as 10 of 40
        Row(other, "female").Relative!.Ratio.Shown.ShouldBe(Row(one, "female").Relative!.Ratio.Shown);
        Row(one, "Not known").Relative!.Ratio.IsWithheld.ShouldBeTrue();
    }

    private static PeoplePicture Draw(string against, DisclosureRules rules) => PeopleDrawing.Draw(Measure(against), Setting(People, rules)).Value;

    private static PeopleMeasure Measure(string against) => PeopleMeasureFile.ReadText($"id: m\ntitle: t\nkind: people\nsource: s\nshows: outcome\noutcome: x\nby: sex\n{against}\n", "measures/m.yaml").Value;

    private static PeopleSetting Setting(string[] people, DisclosureRules rules) => new(StoryText.Read(people).Value, [], rules, Intervals.OfShare);

    private static PeopleRow Row(PeoplePicture picture, string group) => picture.Rows.Single(r => r.Group == group);
}
