using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

public sealed class BudgetVerbTests
{
    private static string Contract(string name) => Path.Combine(TestData.Root, "places", "north-yorkshire", "contracts", $"{name}.yaml");

    [Fact]
    public void A_contract_is_told_in_sentences_and_as_a_document_with_the_same_figures()
    {
        Ended told = Run(Contract("youth-custody"), "--runs", "500", "--seed", "3");
        told.Code.ShouldBe(0, told.Errors);
        JsonElement json = Run(Contract("youth-custody"), "--runs", "500", "--seed", "3", "--threads", "1", "--json", "--beside", Contract("youth-custody-pooled"), Contract("youth-custody-reserve")).Json;
        double deficit = json.GetProperty("figures").GetProperty("chance_of_deficit").GetDouble();
        deficit.ShouldBeInRange(0.2, 0.6);
        told.Output.ShouldContain($"ends in deficit in {Math.Round(100 * deficit, MidpointRounding.ToEven)} of 100 runs");
        json.GetProperty("parties").GetArrayLength().ShouldBe(4);
        json.GetProperty("parties").EnumerateArray().Sum(p => p.GetProperty("net").GetDecimal()).ShouldBe(0, 0.05m);
        JsonElement[] beside = [.. json.GetProperty("beside").EnumerateArray()];
        beside.Length.ShouldBe(2);
        beside[0].GetProperty("figures").GetProperty("value_at_risk").GetDouble().ShouldBeLessThan(json.GetProperty("figures").GetProperty("value_at_risk").GetDouble()); // shared among four
        json.GetProperty("terms").EnumerateArray().ShouldContain(t => t.GetProperty("is_assumption").GetBoolean());
    }

    [Fact]
    public void What_is_wrong_is_refused()
    {
        Run(Contract("none")).Code.ShouldBe(1);
        Ended none = Run(Contract("youth-custody"), "--futures", "no-such.csv", "--json");
        none.Code.ShouldBe(1);
        none.Json.GetProperty("refused").GetProperty("code").GetString().ShouldBe("BUDGET-02");
        Run().Code.ShouldBe(2);
    }

    private static Ended Run(params string[] arguments) => CommandLine.Run(["budget", .. arguments]);
}
