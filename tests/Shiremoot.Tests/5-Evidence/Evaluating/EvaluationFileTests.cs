using Shiremoot.Evidence;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Evidence.Evaluating;

/// <summary>Files that cannot be evaluated are refused in words without a number; files with gaps are counted.</summary>
public sealed class EvaluationFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-evaluate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("all treated", "EVALUATE-08")]
    [InlineData("none treated", "EVALUATE-08")]
    [InlineData("one row", "EVALUATE-08")]
    [InlineData("separated", "EVALUATE-13")]
    [InlineData("constant covariate", "REGRESSION-03")]
    [InlineData("no outcomes", "EVALUATE-09")]
    [InlineData("duplicate headers", "READ-")]
    [InlineData("treated by name", "EVALUATE-06")]
    [InlineData("outcome in words", "EVALUATE-10")]
    [InlineData("outcome the same", "EVALUATE-16")]
    [InlineData("empty", "")]
    [InlineData("no such column", "EVALUATE-01")]
    [InlineData("a covariate that is the outcome", "EVALUATE-03")]
    public void What_cannot_be_compared_is_refused_in_words(string what, string code)
    {
        string header = what == "duplicate headers" ? "had,out,age,age" : "had,out,age,n";
        int rows = what switch { "one row" => 1, "empty" => 0, _ => 80 };
        List<string> lines = [header];
        for (int r = 0; r < rows; r++)
        {
            string had = what switch { "all treated" => "1", "none treated" => "0", "treated by name" => $"person {r}", "separated" => r < 30 ? "1" : "0", "one row" => "1", _ => r % 3 == 0 ? "yes" : "no" };
            string came = what switch { "no outcomes" => "", "outcome in words" => r % 2 == 0 ? "good" : "bad", "outcome the same" => "1", _ => (r * 7 % 5 < 2) ? "1" : "0" };
            lines.Add($"{had},{came},{(what == "constant covariate" ? 30 : what == "separated" ? r : 20 + (r * 13 % 37))},{r % 4}");
        }
        string[] covariates = what switch { "no such column" => ["age", "height"], "a covariate that is the outcome" => ["age", "out"], _ => ["age", "n"] };
        Outcome<EvaluationResult> outcome = Evaluation.Of(Write(lines), new("had", "out", covariates));
        outcome.Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldStartWith(code);
        why.Says.ShouldNotContain("person 1");
        why.Try.Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Rows_that_miss_anything_are_left_out_and_counted()
    {
        List<string> lines = ["had,out,age,group"];
        for (int r = 0; r < 400; r++) lines.Add($"{(r % 3 == 0 ? 1 : 0)},{(r % 10 == 3 ? "" : (r * 7 % 5 < 2 ? "1" : "0"))},{(r % 20 == 1 ? "NA" : $"{20 + (r * 13 % 37)}")},{"abc"[r % 7 % 3]}");
        EvaluationResult found = Evaluation.Of(Write(lines), new("had", "out", ["age", "group"])).Value;
        found.Rows.LeftOut.ShouldBe([("out", 40), ("age", 20)]);
        found.Rows.Kept.ShouldBe(340);
        found.Rows.Covariates.Names.ShouldBe(["age", "group: b", "group: c"]);
        found.Rows.Shown.Names.ShouldBe(["age", "group: a", "group: b", "group: c"]);
        found.Notes.ShouldContain(n => n.Contains("left out because something asked for is missing"));
    }

    [Fact]
    public void A_group_all_of_whom_had_the_service_is_held_by_a_ridge_and_said_so()
    {
        List<string> lines = ["had,out,age,rare"];
        for (int r = 0; r < 600; r++) lines.Add($"{(r % 3 == 0 || r % 50 == 7 ? 1 : 0)},{(r * 7 % 5 < 2 ? "1" : "0")},{20 + (r * 13 % 37)},{(r % 50 == 7 ? 1 : 0)}");
        EvaluationResult found = Evaluation.Of(Write(lines), new("had", "out", ["age", "rare"])).Value;
        found.Score.Ridge.ShouldNotBeNull();
        found.Notes.ShouldContain(n => n.Contains("ridge"));
    }

    [Theory]
    [InlineData("0.5,1.5,2,3", OutcomeKind.Number)]
    [InlineData("0,1,2,3", OutcomeKind.Count)]
    [InlineData("no,yes,no,yes", OutcomeKind.Binary)]
    public void The_kind_of_outcome_is_seen_from_its_values(string values, OutcomeKind kind)
    {
        string[] of = values.Split(',');
        List<string> lines = ["had,out,age"];
        for (int r = 0; r < 300; r++) lines.Add($"{(r * 11 % 7 < 2 ? 1 : 0)},{of[r * 5 % 4]},{20 + (r * 13 % 37)}");
        EvaluationResult found = Evaluation.Of(Write(lines), new("had", "out", ["age"])).Value;
        found.Rows.Kind.ShouldBe(kind);
        (found.Ratio is null).ShouldBe(kind == OutcomeKind.Number);
    }

    [DataFact("evaluation-benchmarks/matchit_lalonde.csv")]
    public void Time_to_first_is_the_weighted_model_of_R_with_robust_errors()
    {
        string[] given = File.ReadAllLines(TestData.File("evaluation-benchmarks/matchit_lalonde.csv"));
        string path = Write([given[0] + ",week,event", .. given.Skip(1).Select((line, k) => $"{line},{1 + ((k + 1) * 37 % 52)},{(double.Parse(line.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture) == 0 ? 1 : 0)}")]);
        EvaluationQuestion asked = new("treat", "event", ["age", "educ", "race", "married", "nodegree", "re74", "re75"]) { Time = "week" };
        EvaluationResult weighted = Evaluation.Of(path, asked).Value, paired = Evaluation.Of(path, asked with { Method = EvaluationMethod.Nearest, TakesLower = true }).Value;
        weighted.Effect.Value.ShouldBe(-0.0888613264413, 1e-7);
        weighted.Effect.StandardError.ShouldBe(0.240141730181, 1e-7);
        paired.Effect.Value.ShouldBe(-0.067727179824, 1e-7);
        paired.Effect.StandardError.ShouldBe(0.217073500916, 1e-7);
        weighted.Ratio!.Of.ShouldBe("hazard");
    }

    [DataFact("evaluation-benchmarks/matchit_lalonde.csv")]
    public void Shares_by_a_day_beside_what_comes_first_are_those_of_R_with_errors_by_rows_or_pairs()
    {
        string[] given = File.ReadAllLines(TestData.File("evaluation-benchmarks/matchit_lalonde.csv"));
        bool Earned(string line) => double.Parse(line.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture) != 0;
        string path = Write([given[0] + ",week,event,gone", .. given.Skip(1).Select((line, k) => $"{line},{1 + ((k + 1) * 37 % 52)},{(Earned(line) ? 0 : 1)},{(Earned(line) && (k + 1) % 5 == 0 ? "yes" : "no")}")]);
        EvaluationQuestion asked = new("treat", "event", ["age", "educ", "race", "married", "nodegree", "re74", "re75"]) { Time = "week", Unless = "gone", At = [26, 60] };
        EvaluationResult weighted = Evaluation.Of(path, asked).Value, paired = Evaluation.Of(path, asked with { Method = EvaluationMethod.Nearest, TakesLower = true }).Value;
        void Is(TimeShare share, double with, double without, double error)
        {
            share.With.ShouldBe(with, 1e-9);
            share.Without.ShouldBe(without, 1e-7);
            share.Difference.Value.ShouldBe(with - without, 1e-7);
            share.Difference.StandardError.ShouldBe(error, 1e-7);
        }
        Is(weighted.Shares[0], 0.1724401670679, 0.1252664485632, 0.0445911697216);
        Is(paired.Shares[0], 0.1724401670679, 0.1525823706811, 0.0426706490945);
        EvaluationWords.Share(weighted, weighted.Shares[0]).ShouldBe("By 26, of every 100 people who had the service, 17.2 had 'event'; without it an estimated 12.5 would have: no difference shown (95% interval 4.0 fewer to 13.5 more).");
        EvaluationWords.Share(weighted, weighted.Shares[1]).ShouldContain("followed so long");
        Evaluation.Of(path, asked with { At = [] }).Value.Shares.Single().By.ShouldBe(52);
        Evaluation.Of(path, asked with { Time = null }).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("EVALUATE-21");
        Evaluation.Of(path, asked with { At = [-1] }).Refused(out why, out _).ShouldBeTrue();
    }

    private string Write(IEnumerable<string> lines)
    {
        string path = Path.Combine(folder, "people.csv");
        File.WriteAllLines(path, lines);
        return path;
    }
}
