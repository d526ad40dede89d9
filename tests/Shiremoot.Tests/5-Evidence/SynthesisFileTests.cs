using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence;

/// <summary>Sets of published studies as files, and what they say in words.</summary>
public sealed class SynthesisFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-syntheses-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // R 4.5, metafor: rma(method = "REML"), predict, regtest(model = "lm"), trimfill, of the same counts.
    [Fact]
    public void The_studies_we_ship_give_what_R_gives_of_them()
    {
        SynthesisResult found = Combine(Shipped());
        found.Average!.Value.ShouldBe(0.53536717964, 1e-5);
        found.Average.Interval.Lower.ShouldBe(0.13341071417, 1e-5);
        found.Spread.TauSquared.ShouldBe(0.06928777641, 1e-5);
        found.Spread.Q.ShouldBe(8.47800377793, 1e-9);
        found.Prediction!.Value.Lower.ShouldBe(-0.1186474532, 1e-5);
        found.SmallStudies.Egger!.Statistic.ShouldBe(3.88553682445, 1e-8);
        found.SmallStudies.Limit!.Value.ShouldBe(-1.84697564983, 1e-8);
        (found.SmallStudies.Fill!.Missing, found.SmallStudies.Fill.OnTheRight).ShouldBe((2, false));
        found.SmallStudies.Fill.Average.Value.ShouldBe(0.3137183575, 1e-5);
    }

    // Campbell Systematic Reviews 2013:5: 1.72 (1.13 to 2.62) with random effects.
    [Fact]
    public void They_give_back_the_average_of_the_review_by_its_own_method()
    {
        SynthesisFile shipped = Shipped();
        SynthesisCoefficient average = Synthesis.Of(shipped.Path, shipped.Question with { Method = SynthesisMethod.DerSimonianLaird }).Value.Average!;
        (Math.Round(Math.Exp(average.Value), 2), Math.Round(Math.Exp(average.Interval.Lower), 2), Math.Round(Math.Exp(average.Interval.Upper), 2)).ShouldBe((1.72, 1.13, 2.62));
    }

    [Fact]
    public void They_are_said_in_words()
    {
        SynthesisResult found = Combine(Shipped());
        SynthesisSentences.Average(found).ShouldBe("Over 7 effects the average odds ratio is 1.71 (95% interval 1.14 to 2.55): more in the first group.");
        SynthesisSentences.Average(found, Shipped().Groups).ShouldEndWith(": more among those who visited a prison than among those who were left alone.");
        SynthesisSentences.Prediction(found).ShouldContain("between 0.89 and 3.29, so that somewhere else it may well go the other way");
        SynthesisSentences.Spread(found).ShouldContain("24% of their variance is not chance (I², interval 0 to 88%)");
        SynthesisSentences.SmallStudies(found).ShouldContain("studies may be missing");
    }

    [Theory]
    [InlineData("file: t.csv", "file: ../t.csv", "in the same folder")]
    [InlineData("file: t.csv", "file: none.csv", "not in the same folder")]
    [InlineData("columns: { effect: yi, variance: vi }", "", "'columns' is missing")]
    [InlineData("id: a", "id: A b", "small letters")]
    [InlineData("measure: or", "measure: odds", "must be one of")]
    public void A_file_that_cannot_be_read_is_told(string written, string instead, string says)
    {
        const string Text = "id: a\ntitle: A set of studies\nsource: Made up for this test\nfile: t.csv\ncolumns: { effect: yi, variance: vi }\nmeasure: or\n";
        File.WriteAllText(Path.Combine(folder, "t.csv"), "yi,vi\n0,1\n1,1\n");
        SynthesisFile.ReadText(Text, "t.yaml", folder).IsRefused.ShouldBeFalse();
        SynthesisFile.ReadText(Text.Replace(written, instead, StringComparison.Ordinal), "t.yaml", folder).Refused(out Refusal? why, out _).ShouldBeTrue();
        string.Join(' ', why.Details).ShouldContain(says);
    }

    [Fact]
    public void An_id_nobody_has_is_refused_with_the_nearest()
    {
        SynthesisFile.Find(SynthesisFile.ReadAll([Path.Combine(TestData.Root, "vocabulary")]).Value, "scared-strait").Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Says.ShouldContain("scared-straight");
    }

    private static SynthesisFile Shipped() => SynthesisFile.ReadAll([Path.Combine(TestData.Root, "vocabulary"), Path.Combine(TestData.Root, "places", "west-midlands")]).Value.Single(s => s.Id == "scared-straight");

    private static SynthesisResult Combine(SynthesisFile file) => Synthesis.Of(file.Path, file.Question).Value;
}
