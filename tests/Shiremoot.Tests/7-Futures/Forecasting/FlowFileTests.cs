using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures.Forecasting;

/// <summary>Files of flows and the models that describe them: what is refused, with its line and the mend.</summary>
public sealed class FlowFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flows");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("2020Q1,1\n2020Q3,2\n2020Q4,3", "flows.csv:3: 1 quarter is missing before 2020Q3; add it")]
    [InlineData("2020Q1,1\n2020Q1,2\n2020Q2,3", "flows.csv:3: the quarter 2020Q1 stands in line 2 already")]
    [InlineData("2020Q2,1\n2020Q1,2\n2020Q3,3", "flows.csv:3: the quarter 2020Q1 comes after a later one; put rows in order")]
    [InlineData("2020Q1,1\n2020Q2,many\n2020Q3,3", "flows.csv:3: 'many' under 'a' is not a number; write digits")]
    [InlineData("2020Q1,1\n2020Q2,\n2020Q3,3", "flows.csv:3: there is no number under 'a'; fill it in")]
    [InlineData("2020Q1,1\n2020Q2,-2\n2020Q3,3", "flows.csv:3: -2 under 'a' is below 0")]
    [InlineData("2020Q1,1\n2020Q2,1e999\n2020Q3,3", "flows.csv:3: '1e999' under 'a' is not a number")]
    [InlineData("2020Q1,1\n2020Q5,2\n2020Q3,3", "flows.csv:3: '2020Q5' under 'q' is no quarter; write 2018Q2")]
    [InlineData("2020-01,1\n2020-02,2\n2020-03,3", "Months must be added up first")]
    [InlineData("spring,1\nsummer,2", "FLOW-03")]
    [InlineData("2020Q1,none\n2020Q2,few", "FLOW-06")]
    [InlineData("2020Q1,1", "FLOW-07")]
    [InlineData("", "FLOW-0")]
    public void A_file_that_cannot_be_trusted_is_refused_with_the_mend(string rows, string says)
    {
        Outcome<FlowForecast> made = FlowTableFile.Read(Write("flows.csv", $"q,a\n{rows}\n"), null).Then(t => FlowForecasting.Forecast(t, 4));
        made.Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.ToString().ShouldContain(says);
    }

    [Theory]
    [InlineData("2018Q2", "2018Q3")]
    [InlineData("2018-Q2", "2018-Q3")]
    [InlineData("2018 q2", "2018 q3")]
    [InlineData("2018-06", "2018-09")]
    [InlineData("2018-06-30", "2018-09-30")]
    public void Quarters_are_read_however_they_are_written(string first, string second)
    {
        FlowTable table = FlowTableFile.Read(Write("flows.csv", $"area,when,n\nE,{first},5\nE,{second},6\n"), null).Value;
        (table.Quarter(0), table.Quarter(1), table.Quarter(3)).ShouldBe(("2018Q2", "2018Q3", "2019Q1"));
        table.Series.Select(s => s.Column).ShouldBe(["n"]);
        table.LeftOut.Select(l => l.Column).ShouldBe(["area"]);
    }

    [Fact]
    public void Too_few_quarters_and_too_far_ahead_are_refused()
    {
        FlowTable table = MadeFlows.Walks(3, 8, 0.1, 0, 1);
        FlowForecasting.Forecast(table, 4).IsRefused.ShouldBeFalse();
        Code(FlowForecasting.Backtest(table, 4, 1)).ShouldBe("FLOW-07");
        Code(FlowForecasting.Forecast(table.Until(7), 4)).ShouldBe("FLOW-07");
        Code(FlowForecasting.Forecast(table, 0)).ShouldBe("FLOW-08");
        Code(FlowForecasting.Forecast(table, 13)).ShouldBe("FLOW-08");
    }

    [Fact]
    public void A_model_must_fit_its_file_and_say_something_of_every_column()
    {
        string file = Write("flows.csv", "q,a,b\n2020Q1,1,2\n2020Q2,1,2\n");
        FlowModel Model(string series) => FlowModelFile.ReadText($"id: m\ntitle: M\nsource: Made up for this test\nquarter: q\nseries: {series}\n", "m.yaml").Value;
        Code(FlowTableFile.Read(file, Model("[{ column: a }]"))).ShouldBe("FLOW-05");
        Code(FlowTableFile.Read(file, Model("[{ column: a }, { column: c }]"))).ShouldBe("FLOW-04");
        Code(FlowTableFile.Read(file, Model("[{ column: a }, { column: b }]") with { Quarter = "when" })).ShouldBe("FLOW-04");
        FlowTableFile.Read(file, Model("[{ column: a }, { column: b, kind: rate }]")).Value.Series.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("series: [{ column: a, kind: pile }]", "one of flow, stock, rate")]
    [InlineData("series: []", "name at least one column")]
    [InlineData("series: [{ column: a }, { column: A }]", "twice")]
    [InlineData("series: [{ column: a, kind: stock, in: [b], out: [c] }]", "'b', which is no flow")]
    [InlineData("series: [{ column: a, in: [b], out: [c] }]", "are of stocks")]
    [InlineData("series: [{ column: a, kind: stock, in: [b] }, { column: b }]", "needs both")]
    [InlineData("series: [{ column: a, kind: stock, in: [b], out: [b] }, { column: b }]", "both hold 'b'")]
    [InlineData("series: [{ column: a }]\nleft_out: [{ column: b }]", "why")]
    [InlineData("series: [{ column: a }]\nfile: ../a.csv", "without a path")]
    [InlineData("series: [{ column: a }]\nseason: 4", "season")]
    public void Faults_of_a_model_are_told_with_their_line(string rest, string says)
    {
        FlowModelFile.ReadText($"id: m\ntitle: M\nsource: Made up for this test\n{rest}\n", "m.yaml").Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.ToString().ShouldContain(says);
        why.ToString().ShouldContain("m.yaml:");
    }

    private static string Code<T>(Outcome<T> made) => made.Refused(out Refusal? why, out _) ? why.Code : "";

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
