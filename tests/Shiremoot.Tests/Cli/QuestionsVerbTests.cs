using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

public sealed class QuestionsVerbTests : IDisposable
{
    private static readonly string Place = Path.Combine(TestData.Root, "places", "north-yorkshire");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("questions");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void All_are_told_in_a_sentence_and_one_as_a_document_with_its_gaps()
    {
        Ended all = Run();
        all.Code.ShouldBe(0, all.Errors);
        foreach (int n in Enumerable.Range(1, 24)) all.Output.ShouldContain($"Q{n:00} ");
        JsonElement one = Run("Q19", "--json").Json;
        one.GetProperty("room").GetString().ShouldBe("moot");
        one.GetProperty("has_figures").GetBoolean().ShouldBeFalse();
        one.GetProperty("gaps").GetArrayLength().ShouldBeGreaterThan(0);
        Run("Q01", "Q19", "--json").Json.GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void A_question_that_is_not_there_is_refused()
    {
        Ended ended = Run("Q25", "--json");
        ended.Code.ShouldBe(1);
        ended.Json.GetProperty("refused").GetProperty("code").GetString().ShouldBe("SHIRE-12");
    }

    private Ended Run(params string[] arguments) => CommandLine.Run(["questions", Place, .. arguments, "--store", Path.Combine(folder.FullName, "store.db")]);
}
