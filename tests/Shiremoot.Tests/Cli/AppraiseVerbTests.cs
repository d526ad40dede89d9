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
        Ended told = Run(Option, "--runs", "0");
        told.Code.ShouldBe(0, told.Errors);
        told.Output.ShouldContain("Break-even for public budgets (less reoffending)");
        told.Output.ShouldContain("The claim is in no sum.");
        JsonElement json = Run(Option, "--runs", "0", "--json").Json;
        double saved = json.GetProperty("figures").GetProperty("total_fiscal").GetDouble();
        saved.ShouldBeLessThan(33e6);
        told.Output.ShouldContain(saved.ToString("£#,##0", System.Globalization.CultureInfo.InvariantCulture));
        json.GetProperty("ledger").EnumerateArray().Sum(l => l.GetProperty("net").GetDouble()).ShouldBe(json.GetProperty("figures").GetProperty("net_present_public_value").GetDouble(), 1e-3);
    }

    [Fact]
    public void How_likely_it_is_to_pay_is_told_and_may_be_left_out()
    {
        Ended told = Run(Option, "--runs", "2048", "--seed", "5");
        told.Output.ShouldMatch("In [0-9]+ of 100 draws it pays for public budgets; the middle 90% is");
        told.Output.ShouldContain("The claim of £33,000,000");
        JsonElement runs = Run(Option, "--runs", "2048", "--seed", "5", "--threads", "1", "--json").Json.GetProperty("runs");
        runs.GetProperty("draws").GetInt32().ShouldBe(2048);
        runs.GetProperty("fan").GetArrayLength().ShouldBe(4);
        runs.GetProperty("claims")[0].GetProperty("share_at_least").GetProperty("value").GetDouble().ShouldBeInRange(0.03, 0.1);
        double pays = runs.GetProperty("figures").GetProperty("net_present_budget_gain").GetProperty("share_above_nought").GetProperty("value").GetDouble();
        told.Output.ShouldContain($"In {Math.Round(100 * pays)} of 100 draws it pays for public budgets");
        Run(Option, "--runs", "0", "--json").Json.GetProperty("runs").ValueKind.ShouldBe(JsonValueKind.Null);
        Run(Option, "--runs", "5").Code.ShouldBe(1);
    }

    [Fact]
    public void A_workbook_is_written_whole_or_refused_with_the_reason()
    {
        string book = Path.Combine(folder.FullName, "option.xlsx");
        Run(Option, "--runs", "0", "--xlsx", book).Code.ShouldBe(0);
        File.ReadAllBytes(book)[..2].ShouldBe("PK"u8.ToArray());
        Run(Option, "--runs", "0", "--xlsx", Path.Combine(folder.FullName, "no such folder", "x.xlsx")).Code.ShouldBe(1);
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
