using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

public sealed class AppraiseVerbTests : IDisposable
{
    private static readonly string Option = Path.Combine(TestData.Root, "places", "west-midlands", "options", "offender-management.yaml");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("appraise");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void An_option_is_told_in_sentences_and_as_a_document_with_the_same_figures()
    {
        Ended told = Run(Option);
        told.Code.ShouldBe(0, told.Errors);
        told.Output.ShouldContain("Break-even for public budgets (less reoffending)");
        told.Output.ShouldContain("The claim is in no sum.");
        JsonElement json = Run(Option, "--json").Json;
        double saved = json.GetProperty("figures").GetProperty("total_fiscal").GetDouble();
        saved.ShouldBeLessThan(33e6);
        told.Output.ShouldContain(saved.ToString("£#,##0", System.Globalization.CultureInfo.InvariantCulture));
        json.GetProperty("ledger").EnumerateArray().Sum(l => l.GetProperty("net").GetDouble()).ShouldBe(json.GetProperty("figures").GetProperty("net_present_public_value").GetDouble(), 1e-3);
    }

    [Fact]
    public void One_number_opens_as_a_sum()
    {
        Run(Option, "--explain", "less reoffending").Output.ShouldContain("An assumption: nobody's finding.");
        Run(Option, "--explain", "present_value_fiscal").Output.ShouldContain("CR8.0");
        Ended none = Run(Option, "--explain", "nothing", "--json");
        none.Code.ShouldBe(1);
        none.Json.GetProperty("refused").GetProperty("code").GetString().ShouldBe("ECONOMICS-42");
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Run(Path.Combine(folder.FullName, "none.yaml")).Code.ShouldBe(1);

    private Ended Run(params string[] arguments) => CommandLine.Run(["appraise", .. arguments, "--store", Path.Combine(folder.FullName, "store.db")]);
}
