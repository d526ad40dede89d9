using Shiremoot.Records;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Records;

public sealed class SimilarAreasTests
{
    private static readonly SimilarAreas Areas = SimilarAreas.Read(TheVocabulary.Folder, TheVocabulary.Geography).Value;

    // Worked out apart from this code, with Python's statistics module on the same published files (docs/methods/similar-areas.md).
    [Theory]
    [InlineData("E23000014", "Greater Manchester 1.479239411188476; West Yorkshire 1.5822726323440186; South Yorkshire 2.1185546540287628")]
    [InlineData("E23000036", "Hampshire 0.5892964705519713; Cambridgeshire 0.9230269403927324; Thames Valley 0.9490870453841939")]
    [InlineData("E23000009", "Wiltshire 0.9644025923969545; Gloucestershire 1.0514283383103313; Warwickshire 1.2048160703329458")]
    [InlineData("E08000025", "Manchester 1.2831836774384051; Liverpool 1.4378337977575322; Bradford 1.8041059309834142")]
    [InlineData("E06000023", "Coventry 0.8177146241690572; Brighton and Hove 0.8481009639156951; Sheffield 1.0370616783374698")]
    [InlineData("E06000065", "Somerset 0.7345160805616106; Wiltshire 0.8115262481240528; Dorset 0.9631672359988793")]
    public void The_nearest_areas_and_their_distances_are_those_worked_out_apart(string code, string expected)
    {
        IReadOnlyList<SimilarArea> nearest = Areas.NearestTo(code, 3).Value;
        foreach ((SimilarArea similar, string one) in nearest.Zip(expected.Split("; ")))
        {
            int blank = one.LastIndexOf(' ');
            similar.Area.Name.ShouldBe(one[..blank]);
            similar.Distance.ShouldBe(double.Parse(one[blank..], System.Globalization.CultureInfo.InvariantCulture), 1e-9);
        }
    }

    [Fact]
    public void The_traits_explain_the_distance()
    {
        SimilarArea first = Areas.NearestTo("E08000025", 1).Value[0];
        Math.Sqrt(first.Traits.Sum(t => t.Apart * t.Apart)).ShouldBe(first.Distance, 1e-12);
        first.Traits.Single(t => t.Title == "Population").Value.ShouldBe(1140525);
    }

    [Fact]
    public void Distance_is_the_same_both_ways()
    {
        double there = Areas.NearestTo("E23000014", 50).Value.Single(a => a.Area.Code == "E23000009").Distance;
        double back = Areas.NearestTo("E23000009", 50).Value.Single(a => a.Area.Code == "E23000014").Distance;
        there.ShouldBe(back, 1e-12);
    }

    [Fact]
    public void A_retired_council_is_compared_as_the_one_that_took_its_place() =>
        Areas.NearestTo("E07000164", 1).Value[0].Area.ShouldBe(Areas.NearestTo("E06000065", 1).Value[0].Area);

    [Fact]
    public void Wales_is_refused_because_the_english_index_does_not_cover_it()
    {
        Areas.NearestTo("W15000001", 3).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Says.ShouldContain("Index of Multiple Deprivation 2025");
    }

    [Fact]
    public void An_unknown_code_is_refused()
    {
        Areas.NearestTo("E08009999", 3).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("RECORDS-06");
    }
}
