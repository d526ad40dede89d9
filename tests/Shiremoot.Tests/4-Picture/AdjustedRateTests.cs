using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture;

/// <summary>Relative rates with people held alike: a published example, differences that are wholly of case mix, and what may not be told from them.</summary>
public sealed class AdjustedRateTests
{
    // University Group Diabetes Program: deaths by treatment, under 55 and older. K. J. Rothman and S. Greenland (1998), Modern Epidemiology, 2nd ed., ch. 15: 1.33, variance of its log 0.0671, 0.80 to 2.2.
    [Fact]
    public void Deaths_by_treatment_within_ages_have_the_published_ratio()
    {
        string[] people = [.. Patients("a", 50, 8, 106), .. Patients("b", 50, 5, 120), .. Patients("a", 60, 22, 98), .. Patients("b", 60, 16, 85)];
        AdjustedRate adjusted = Row(Draw(people, DisclosureRules.None), "a").Adjusted!;
        adjusted.Ratio.Shown.ShouldBe(1.33);
        adjusted.Lower.Shown.ShouldBe(0.80);
        adjusted.Upper.Shown!.Value.ShouldBe(2.2, 0.005);
        Math.Pow(RateRatio.AcrossStrata([new(8, 106, 5, 120), new(22, 98, 16, 85)]).Value.LogError, 2).ShouldBe(0.0671, 0.00005);
        Row(Draw(people, DisclosureRules.None), "b").Adjusted.ShouldBeNull();
    }

    // Who is charged depends on age and history alone; the groups differ in both.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_difference_wholly_of_case_mix_vanishes(int seed)
    {
        AdjustedRate adjusted = Row(Made(seed, effect: 1), "a").Adjusted!;
        Row(Made(seed, effect: 1), "a").Relative!.Lower.Shown!.Value.ShouldBeGreaterThan(1.4);
        (adjusted.Lower.Shown < 1 && adjusted.Upper.Shown > 1).ShouldBeTrue($"{adjusted}");
        adjusted.Ratio.Shown!.Value.ShouldBe(1, 0.1);
    }

    [Fact]
    public void A_difference_that_is_more_than_case_mix_stays_and_is_that_which_was_made()
    {
        AdjustedRate adjusted = Row(Made(4, effect: 1.3), "a").Adjusted!;
        adjusted.Ratio.Shown!.Value.ShouldBe(1.3, 0.1);
        adjusted.Lower.Shown!.Value.ShouldBeGreaterThan(1);
    }

    // 9 of 33 and 10 of 35 are shown alike. An adjusted rate that held the exact ratio would tell them apart.
    [Fact]
    public void Where_case_mix_changes_nothing_the_adjusted_rate_says_nothing_new()
    {
        string[] others = Patients("b", 50, 300, 1000);
        PeopleRow one = Row(Draw([.. Patients("a", 50, 9, 33), .. others], DisclosureRules.Default), "a"), other = Row(Draw([.. Patients("a", 50, 11, 37), .. others], DisclosureRules.Default), "a");
        (one.With!.Value.Shown, one.People.Shown, other.With!.Value.Shown, other.People.Shown).ShouldBe((10, 35, 10, 35));
        one.Adjusted.ShouldBe(other.Adjusted);
        one.Adjusted!.Ratio.Shown.ShouldBe(Math.Round(one.Relative!.Ratio.Shown!.Value, 2));
        one.Adjusted.Upper.Shown!.Value.ShouldBe(one.Relative.Upper.Shown!.Value, 0.005);
    }

    [Fact]
    public void Small_groups_and_those_with_hardly_anyone_alike_have_no_adjusted_rate()
    {
        PeoplePicture picture = Draw([.. Patients("a", 50, 6, 30), .. Patients("c", 50, 2, 30), .. Patients("d", 80, 6, 30), .. Patients("e", 50, 6, 15), .. Patients("b", 50, 300, 1000), .. Patients("b", 80, 3, 12)], DisclosureRules.Default);
        Row(picture, "a").Adjusted.ShouldNotBeNull();
        Row(picture, "c").Relative!.Ratio.IsWithheld.ShouldBeTrue();
        Row(picture, "c").Adjusted.ShouldBeNull(); // the plain one is withheld
        Row(picture, "d").Adjusted.ShouldBeNull(); // only twelve of the others are as old
        Row(picture, "e").Adjusted.ShouldBeNull(); // fifteen people
    }

    [Fact]
    public void What_is_not_known_is_a_class_of_its_own()
    {
        string[] people = [.. Patients("a", 50, 8, 106), .. Patients("b", 50, 5, 120), .. Patients("a", null, 22, 98), .. Patients("b", null, 16, 85)];
        Row(Draw(people, DisclosureRules.None), "a").Adjusted!.Ratio.Shown.ShouldBe(1.33);
    }

    [Fact]
    public void Order_of_people_and_of_what_is_adjusted_for_changes_nothing()
    {
        string[] people = [.. Patients("a", 50, 8, 106), .. Patients("b", 50, 5, 120), .. Patients("a", 60, 22, 98), .. Patients("b", 60, 16, 85)];
        Row(Draw([.. people.Reverse()], DisclosureRules.None), "a").Adjusted.ShouldBe(Row(Draw(people, DisclosureRules.None), "a").Adjusted);
    }

    [Theory]
    [InlineData("adjust: [{ name: Age }]", "must be given, or classes")]
    [InlineData("adjust: [{ name: Age, value: years, bands: [5, 5] }]", "must rise")]
    [InlineData("adjust: [{ name: Age, each: [{ name: Old, where: years > 55 }], bands: [5, 6] }]", "are of a 'value'")]
    [InlineData("adjust: [{ name: Age, value: years }]\nshows: people", "goes with shows: outcome")]
    public void A_fault_of_adjust_is_told(string adjust, string says)
    {
        string text = Text.Replace(Adjust, adjust, StringComparison.Ordinal);
        if (adjust.Contains("shows", StringComparison.Ordinal)) text = text.Replace("shows: outcome\n", "", StringComparison.Ordinal);
        PeopleMeasureFile.ReadText(text, "measures/m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        string.Join(' ', why.Details.Prepend(why.Says)).ShouldContain(says);
    }

    private const string Adjust = "adjust: [{ name: Age, value: years, bands: [55] }, { name: History, each: [{ name: Some, where: priors > 0 }] }]";

    private const string Text = $"id: m\ntitle: t\nkind: people\nsource: s\nshows: outcome\noutcome: x\nby: treatment\nagainst: b\n{Adjust}\n";

    private static PeoplePicture Made(int seed, double effect)
    {
        Random random = new(seed);
        List<string> people = [];
        for (int n = 0; n < 12_000; n++)
        {
            bool isA = random.Next(3) == 0;
            int years = random.NextDouble() < (isA ? 0.3 : 0.7) ? 60 : 30, priors = random.NextDouble() < (isA ? 0.6 : 0.2) ? 3 : 0;
            double share = (years < 55 ? 0.3 : 0.15) * (priors > 0 ? 2 : 1) * (isA ? effect : 1);
            people.Add(string.Create(CultureInfo.InvariantCulture, $"treatment {(isA ? "a" : "b")}; years {years}; priors {priors}; x {(random.NextDouble() < share ? "yes" : "no")}"));
        }
        return Draw([.. people], DisclosureRules.Default);
    }

    private static string[] Patients(string treatment, int? years, int dead, int of) =>
        [.. Enumerable.Range(0, of).Select(n => string.Create(CultureInfo.InvariantCulture, $"treatment {treatment}; {(years is { } known ? $"years {known}; " : "")}x {(n < dead ? "yes" : "no")}"))];

    private static PeoplePicture Draw(string[] people, DisclosureRules rules) =>
        PeopleDrawing.Draw(PeopleMeasureFile.ReadText(Text, "measures/m.yaml").Value, new(StoryText.Read(people).Value, [], rules, Intervals.OfShare) { Also = CohortNames.Of([], ["priors", "years"]) }).Value;

    private static PeopleRow Row(PeoplePicture picture, string group) => picture.Rows.Single(r => r.Group == group);
}
