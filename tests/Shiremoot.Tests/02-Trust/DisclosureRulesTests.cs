using Shiremoot.Storage;
using Shiremoot.Terms;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Trust;

public sealed class DisclosureRulesTests
{
    [Theory]
    [InlineData(0, "fewer than 5")]
    [InlineData(1, "fewer than 5")]
    [InlineData(4, "fewer than 5")]
    [InlineData(5, "5")]
    [InlineData(7, "5")]
    [InlineData(8, "10")]
    [InlineData(12, "10")]
    [InlineData(7214, "7,215")]
    [InlineData(2809, "2,810")]
    public void By_default_a_count_below_5_is_withheld_and_any_other_is_shown_to_the_nearest_5(long count, string shown) =>
        DisclosureRules.Default.Protect(new(count)).ToString().ShouldBe(shown);

    [Fact]
    public void A_raw_count_says_nothing_of_itself() => $"{new RawCount(3)}".ShouldBe("a raw count");

    [Fact]
    public void Under_none_a_count_is_shown_as_it_is_and_labelled() =>
        (DisclosureRules.None.Protect(new(3)).ToString(), DisclosureRules.None.Label).ShouldBe(("3", "Exact counts: the source records are already public"));

    [Fact]
    public void A_count_nobody_made_is_withheld() => (default(ProtectedCount).IsWithheld, default(Protected<double>).IsWithheld).ShouldBe((true, true));

    [Theory]
    [InlineData("name: x", 5, 5)]
    [InlineData("disclosure: default", 5, 5)]
    [InlineData("disclosure: { name: open-safely, suppress_below: 8, round_to: 5 }", 8, 5)]
    [InlineData("disclosure: { name: tre, suppress_below: 10, round_to: 10 }", 10, 10)]
    public void A_place_names_its_pack_or_writes_its_own(string yaml, int threshold, int roundTo)
    {
        DisclosureRules rules = Read(yaml, recordsArePublic: false).Value;
        (rules.Threshold, rules.RoundTo).ShouldBe((threshold, roundTo));
    }

    [Fact]
    public void None_is_for_public_records_alone()
    {
        Read("disclosure: none", recordsArePublic: true).Value.IsNone.ShouldBeTrue();
        Read("disclosure: none", recordsArePublic: false).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.ShouldHaveSingleItem().ShouldStartWith("place.yaml:1: 'disclosure' is none, which is allowed only where");
    }

    [Theory]
    [InlineData("disclosure: { name: a, suppress_below: 0, round_to: 5 }", "suppress_below")]
    [InlineData("disclosure: { name: a, suppress_below: -5, round_to: 5 }", "suppress_below")]
    [InlineData("disclosure: { name: a, suppress_below: 5, round_to: 0 }", "round_to")]
    [InlineData("disclosure: { name: a, suppress_below: 1, round_to: 1 }", "hide nothing")]
    [InlineData("disclosure: { name: a, suppress_below: 2, round_to: 5 }", "rounded down to nought")]
    [InlineData("disclosure: { name: a, suppress_below: 99999999999, round_to: 5 }", "whole number")]
    [InlineData("disclosure: { name: none, suppress_below: 5, round_to: 5 }", "name")]
    [InlineData("disclosure: { suppress_below: 5, round_to: 5 }", "name")]
    [InlineData("disclosure: { name: a, round_to: 5 }", "suppress_below")]
    [InlineData("disclosure: { name: a, suppres_below: 5, suppress_below: 5, round_to: 5 }", "Did you mean 'suppress_below'")]
    [InlineData("disclosure: nine", "one of default, none")]
    public void A_pack_that_does_not_protect_is_refused(string yaml, string says)
    {
        Read(yaml, recordsArePublic: true).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Details.ShouldContain(d => d.Contains(says));
    }

    private static Outcome<DisclosureRules> Read(string yaml, bool recordsArePublic) =>
        PlaceFile.ReadText(yaml, "place.yaml", map =>
        {
            map.TextOr("name");
            return DisclosureRules.Read(map, recordsArePublic);
        });
}
