using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Contracts;

/// <summary>Results of simulations: read in any order, refused at their line, and priced as they stand.</summary>
public sealed class FlowRunsFileTests : IDisposable
{
    private const string Header = "run,arm,year,series,value\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flows");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Rows_are_read_in_any_order()
    {
        FlowRuns flows = Read(Header + "2,option,2,nights:x,8\n1,option,2,nights:x,7\n1,baseline,10,nights:x,3\n1,baseline,2,nights:x,1\n2,baseline,2,nights:x,2\n2,baseline,10,nights:x,4\n1,option,10,nights:x,5\n2,option,10,nights:x,6\n").Value;
        flows.Years.ShouldBe(["2", "10"]); // numbered years are in the order of their numbers
        flows.Of(flows.Arm("baseline"), 0, 0).ToArray().ShouldBe([1, 2]);
        flows.Of(flows.Arm("baseline"), 0, 1).ToArray().ShouldBe([3, 4]);
        flows.Of(flows.Arm("option"), 0, 1).ToArray().ShouldBe([5, 6]);
    }

    [Theory]
    [InlineData("1,baseline,1,s,x\n", ":2: the value 'x' is not a number")]
    [InlineData("1,baseline,1,s,-1\n", ":2: the value -1 is below nought")]
    [InlineData("1,baseline,1,s,1e300\n", ":2: the value 1e300 is greater than any flow")]
    [InlineData("one,baseline,1,s,1\n", ":2: the run 'one' is not a whole number")]
    [InlineData("1,baseline,1,s,1\n1,baseline,1,s,2\n", ":3: this run, arm, year and series is there before")]
    [InlineData("1,option,1,s,1\n", "no row has the arm 'baseline'")]
    [InlineData("1,baseline,1,s,1\n", "there is no arm but the baseline")]
    [InlineData("1,baseline,1,s,1\n1,option,2,s,1\n", "run 1 of the arm 'baseline' has no row for s in 2")]
    [InlineData("", ":1: there is no row under the header")]
    public void A_wrong_row_is_refused_at_its_line(string rows, string says)
    {
        Read(Header + rows).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe("BUDGET-01");
        why.Details.ShouldContain(d => d.StartsWith("result.csv:", StringComparison.Ordinal) && d.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run,arm,year,value\n1,a,1,1\n", "BUDGET-01")]
    [InlineData("run,arm,year,series,value\n1,a,1\n", "BUDGET-03")]
    public void A_table_of_another_form_is_refused(string text, string code)
    {
        Read(text).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.Code.ShouldBe(code);
    }

    [Fact]
    public void A_result_is_priced_as_it_stands()
    {
        Contract contract = ShippedContracts.Read("youth-custody");
        FlowRuns flows = Read(Nights(200, year => year)).Value;
        BudgetResult result = Budget.Of(contract, flows, new()).Value;
        result.Runs.ShouldBe(200);
        for (int run = 0; run < 200; run++)
        {
            decimal nights = 1600 + run - 300; // of the option, in year 1
            decimal yoi = nights * 0.7m, home = nights * 0.3m;
            result.Ledger.Income(run, 2, 0).ShouldBe(Pence.Round(yoi * 191m) + Pence.Round(579m * ((0.2m * home) + (0.8m * Math.Max(home, 365)))));
        }

        // The same under labels of years, and refused where a year, a series or the option is not there.
        Budget.Of(contract, Read(Nights(200, year => $"{2017 + int.Parse(year)}/{18 + int.Parse(year)}")).Value, new()).Value.Holder.Net.ShouldBe(result.Holder.Net);
        Code(Budget.Of(contract, Read(Nights(200, year => $"{2030 + int.Parse(year)}/{31 + int.Parse(year)}")).Value, new())).ShouldBe("BUDGET-06");
        Code(Budget.Of(contract, Read(Nights(200, year => year).Replace("custody-of-children", "remand")).Value, new())).ShouldBe("BUDGET-05");
        Code(Budget.Of(contract, Read(Nights(50, year => year)).Value, new())).ShouldBe("BUDGET-08");
        Code(Budget.Of(contract, flows, new() { Arm = "other" })).ShouldBe("BUDGET-07");
    }

    private static string Code(Outcome<BudgetResult> outcome) => outcome.Refused(out Refusal? why, out _) ? why.Code : "";

    private static string Nights(int runs, Func<string, string> label) =>
        Header + string.Concat(from run in Enumerable.Range(0, runs)
                               from arm in new[] { "baseline", "option" }
                               from year in Enumerable.Range(1, 3)
                               select FormattableString.Invariant($"{run},{arm},{label($"{year}")},nights:custody-of-children,{1600 + run - (arm == "option" ? 300 : 0)}\n"));

    private Outcome<FlowRuns> Read(string text)
    {
        string file = Path.Combine(folder.FullName, "result.csv");
        File.WriteAllText(file, text);
        return FlowRunsFile.Read(file);
    }
}
