using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>evaluate on the command line: figures as JSON, weights to a file, wrong usage.</summary>
public sealed class EvaluateVerbTests : IDisposable
{
    private const string Data = "evaluation-benchmarks/matchit_lalonde.csv", Covariates = "age,educ,race,married,nodegree,re74,re75";
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-evaluate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [DataFact(Data)]
    public void A_programme_is_evaluated_and_its_weights_are_written()
    {
        string weights = Path.Combine(folder, "weights.csv");
        Ended ended = CommandLine.Run("evaluate", TestData.File(Data), "--treated", "treat", "--outcome", "re78", "--covariates", Covariates, "--method", "nearest", "--side", "lower", "--out", weights, "--json");
        ended.Code.ShouldBe(0, ended.Errors);
        ended.Json.GetProperty("matched").GetInt32().ShouldBe(370);
        ended.Json.GetProperty("weighted_means_alone").GetProperty("value").GetDouble().ShouldBe(770.39, 0.005);
        ended.Json.GetProperty("estimator").GetString().ShouldBe("doubly robust");
        ended.Json.GetProperty("headline").GetString()!.ShouldStartWith("No headline is given");
        File.ReadAllLines(weights).Length.ShouldBe(615);
        File.ReadAllLines(weights)[0].ShouldBe("row,treated,score,weight,matched_set");
    }

    [Fact]
    public void Without_what_is_to_be_compared_it_is_wrong_usage()
    {
        CommandLine.Run("evaluate", "any.csv", "--treated", "had").Code.ShouldBe(2);
        CommandLine.Run("evaluate", "any.csv", "--method", "magic").Code.ShouldBe(2);
        CommandLine.Run("evaluate", "not-there.csv", "--treated", "had", "--outcome", "out", "--covariates", "age").Code.ShouldBe(1);
    }
}
