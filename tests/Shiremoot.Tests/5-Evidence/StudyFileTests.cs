using System.Globalization;
using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence;

/// <summary>Effects from what two groups are told of, and files that cannot be combined: a clear message and no number.</summary>
public sealed class StudyFileTests : IDisposable
{
    private const string Bcg = "a,b,c,d\n4,119,11,128\n6,300,29,274\n3,228,11,209\n62,13536,248,12619\n33,5036,47,5761\n180,1361,372,1079\n8,2537,10,619\n505,87886,499,87892\n29,7470,45,7232\n17,1699,65,1600\n186,50448,141,27197\n5,2493,3,2338\n27,16886,29,17825\n";
    private const string Noughts = "x1,n1,x2,n2\n0,20,3,22\n4,30,0,28\n9,25,25,25\n";

    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-studies-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, InlineData("OR", SynthesisMeasure.OddsRatio), InlineData("RR", SynthesisMeasure.RiskRatio), InlineData("RD", SynthesisMeasure.RiskDifference)]
    public void Counts_give_the_effects_and_variances_of_metafor(string code, SynthesisMeasure measure)
    {
        string[] rows = Bcg.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        string file = Made("x1,n1,x2,n2\n" + string.Concat(rows.Select(r => r.Split(',').Select(int.Parse).ToArray()).Select(r => $"{r[0]},{r[0] + r[1]},{r[2]},{r[2] + r[3]}\n")));
        Same(Synthesis.Of(file, Counts(measure)).Value.Studies, "counts", code);
        SynthesisResult corrected = Synthesis.Of(Made(Noughts), Counts(measure) with { Continuity = 0.5 }).Value;
        Same(corrected.Studies, "zeros", code);
        corrected.Notes.ShouldContain(n => n.Contains("0.5 was added", StringComparison.Ordinal));
    }

    [Fact]
    public void Means_and_person_time_give_the_effects_of_metafor()
    {
        string means = Made("m1,s1,n1,m2,s2,n2\n10.2,2.1,20,9.1,2.4,22\n8,3,6,10.5,2.2,7\n55,11,150,51,12.5,140\n");
        StudyColumns columns = new() { Mean1 = "m1", Spread1 = "s1", Total1 = "n1", Mean2 = "m2", Spread2 = "s2", Total2 = "n2" };
        Same(Synthesis.Of(means, new() { Measure = SynthesisMeasure.StandardisedMeanDifference, Columns = columns }).Value.Studies, "means", "SMD");
        Same(Synthesis.Of(means, new() { Measure = SynthesisMeasure.MeanDifference, Columns = columns }).Value.Studies, "means", "MD");
        string times = Made("x1,t1,x2,t2\n12,150.5,20,160\n30,400,28,380.25\n0,90,4,88\n");
        SynthesisQuestion rates = new() { Measure = SynthesisMeasure.IncidenceRateRatio, Columns = new() { Events1 = "x1", Time1 = "t1", Events2 = "x2", Time2 = "t2" }, Continuity = 0.5 };
        Same(Synthesis.Of(times, rates).Value.Studies, "zeros", "IRR");
        Refused(Synthesis.Of(times, rates with { Continuity = null })).Code.ShouldBe("SYNTHESIS-06");
    }

    [Fact]
    public void A_study_with_a_nought_is_refused_with_its_line_unless_a_correction_is_stated()
    {
        Refusal why = Refused(Synthesis.Of(Made(Noughts), Counts(SynthesisMeasure.OddsRatio)));
        why.Code.ShouldBe("SYNTHESIS-06");
        why.Details.ShouldBe(["studies.csv:2: 0 of 20 and 3 of 22.", "studies.csv:3: 4 of 30 and 0 of 28.", "studies.csv:4: 9 of 25 and 25 of 25."]);
        StudyEffects studies = Synthesis.Of(Made(Noughts + "0,10,0,12\n"), Counts(SynthesisMeasure.OddsRatio) with { Continuity = 0.5 }).Value.Studies;
        studies.Count.ShouldBe(3);
        studies.LeftOut.Single().Rows.ShouldBe(1);
    }

    [Theory]
    [InlineData("y,v\n0.1,0.2\n", "SYNTHESIS-03")]
    [InlineData("y,v\n0.1,0.2\n,0.3\n", "SYNTHESIS-03")]
    [InlineData("y,v\n0.1,0.2\n0.3,\n", "SYNTHESIS-02")]
    [InlineData("y,v\n0.1,0.2\n0.3,-0.1\n", "SYNTHESIS-02")]
    [InlineData("y,v\n0.1,0.2\n0.3,0\n", "SYNTHESIS-02")]
    [InlineData("y,v\n0.1,0.2\nlots,0.1\n", "SYNTHESIS-02")]
    [InlineData("y,v\n0.1,0.2\n0.3,1e-320\n", "SYNTHESIS-02")]
    [InlineData("y,w\n0.1,0.2\n0.3,0.1\n", "SYNTHESIS-01")]
    public void What_cannot_be_combined_gives_a_reason_and_no_number(string text, string code) => Refused(Synthesis.Of(Made(text), Given)).Code.ShouldBe(code);

    [Fact]
    public void Every_bad_row_is_told_in_one_pass_with_its_line()
    {
        Refusal why = Refused(Synthesis.Of(Made("y,v\n0.1,0.2\n0.3,-1\n0.2,\nx,0.1\n"), Given));
        why.Details.Select(d => d[..14]).ShouldBe(["studies.csv:3:", "studies.csv:4:", "studies.csv:5:"]);
    }

    [Fact]
    public void Clusters_must_be_several_and_levels_must_be_told_apart()
    {
        string single = Made("y,v,s\n0.1,0.2,a\n0.3,0.1,a\n0.2,0.1,a\n");
        Refused(Synthesis.Of(single, Given with { Cluster = "s", ThreeLevel = true })).Says.ShouldContain("a single cluster");
        Refused(Synthesis.Of(single, Given with { Cluster = "s" })).Code.ShouldBe("SYNTHESIS-08");
        string apart = Made("y,v,s\n0.1,0.2,a\n0.3,0.1,b\n0.2,0.1,c\n");
        Refused(Synthesis.Of(apart, Given with { Cluster = "s", ThreeLevel = true })).Code.ShouldBe("SYNTHESIS-09");
        Refused(Synthesis.Of(apart, Given with { ThreeLevel = true })).Code.ShouldBe("SYNTHESIS-10");
        Refused(Synthesis.Of(apart, Given with { KnappHartung = true, Method = SynthesisMethod.Fixed })).Code.ShouldBe("SYNTHESIS-12");
        Refused(Synthesis.Of(apart, Given with { Confidence = 1 })).Code.ShouldBe("SYNTHESIS-11");
    }

    [Fact]
    public void A_moderator_that_says_nothing_of_its_own_is_named()
    {
        string file = Made("y,v,m,n\n0.1,0.2,1,2\n0.3,0.1,2,4\n0.2,0.1,3,6\n0.5,0.1,5,10\n");
        Refused(Synthesis.Of(file, Given with { Moderators = ["m", "n"] })).Says.ShouldContain("'n'");
        Refused(Synthesis.Of(file, Given with { Moderators = ["m", "M"] })).Code.ShouldBe("SYNTHESIS-15");
        Refused(Synthesis.Of(Made("y,v,m\n0.1,0.2,1\n0.3,0.1,2\n"), Given with { Moderators = ["m"] })).Code.ShouldBe("SYNTHESIS-04");
    }

    [Fact]
    public void Studies_that_all_say_the_same_have_no_spread()
    {
        SynthesisResult same = Synthesis.Of(Made("y,v\n0.2,0.1\n0.2,0.1\n0.2,0.1\n"), Given).Value;
        same.Spread.TauSquared.ShouldBe(0);
        same.Average!.Value.ShouldBe(0.2, 1e-12);
        same.SmallStudies.Egger.ShouldBeNull();
        same.SmallStudies.Why.ShouldNotBeEmpty();
        Refused(Synthesis.Of(Made("y,v\n0.2,0.1\n0.2,0.1\n0.2,0.1\n"), Given with { KnappHartung = true })).Code.ShouldBe("SYNTHESIS-16");
    }

    [Fact]
    public void The_answer_is_the_same_in_any_culture()
    {
        string file = Made("y,v\n0.1,0.2\n0.3,0.15\n-0.4,0.1\n");
        double plain = Synthesis.Of(file, Given).Value.Average!.Value;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator) = (",", ".");
            CultureInfo.CurrentCulture = comma;
            Synthesis.Of(file, Given).Value.Average!.Value.ShouldBe(plain);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static SynthesisQuestion Given => new() { Columns = new StudyColumns { Effect = "y", Variance = "v" } };

    private static SynthesisQuestion Counts(SynthesisMeasure measure) => new() { Measure = measure, Columns = new StudyColumns { Events1 = "x1", Total1 = "n1", Events2 = "x2", Total2 = "n2" } };

    private static Refusal Refused<T>(Outcome<T> outcome)
    {
        outcome.Refused(out Refusal? why, out _).ShouldBeTrue();
        return why!;
    }

    private static void Same(StudyEffects studies, string set, string model)
    {
        IReadOnlyDictionary<string, double> known = MetaforAnswers.Of(set, model);
        studies.Count.ShouldBe(known.Count / 2);
        for (int i = 0; i < studies.Count; i++)
        {
            studies.Effects[i].ShouldBe(known[$"y{i + 1}"], 1e-9);
            studies.Variances[i].ShouldBe(known[$"v{i + 1}"], 1e-9);
        }
    }

    private string Made(string text)
    {
        string file = Path.Combine(folder, "studies.csv");
        File.WriteAllText(file, text);
        return file;
    }
}
