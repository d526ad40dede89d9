using Shiremoot.Picture;
using Shiremoot.Picture.Indicators;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Indicators;

public sealed class ProportionAndCountOracleTests
{
    private const string Limits = "indicator-statistics/byars_wilson_testdata_b_w.csv";

    [DataFact(Limits)]
    public void Every_published_Byar_and_Wilson_limit_comes_out()
    {
        Oracle oracle = new();
        foreach (var row in Oracle.Rows("byars_wilson_testdata_b_w.csv"))
        {
            double x = Oracle.Number(row["x"])!.Value, confidence = Oracle.Number(row["confidence"].TrimEnd('%'))!.Value / 100;
            (double lower, double upper) = row["method"] == "Wilson"
                ? Wilson.Limits(x, Oracle.Number(row["n"])!.Value, confidence)
                : Byar.Limits(x, confidence);
            if (Oracle.Number(row["lowercl"]) is null) oracle.Agrees(double.IsNaN(lower), "the lower limit does not exist");
            else oracle.Compare(lower, row["lowercl"], $"lower of {x}");
            oracle.Compare(upper, row["uppercl"], $"upper of {x}");
        }
        oracle.ShouldHaveCompared(26);
    }

    [DataTheory("indicator-statistics/proportion_testdata_prop.csv", "indicator-statistics/proportion_testdata_prop_g.csv")]
    [InlineData("proportion_testdata_prop.csv", 16 * 5, 3)]
    [InlineData("proportion_testdata_prop_g.csv", 8 * 3, 3)]
    public void Every_published_proportion_comes_out(string file, int values, int refused) => Check(file, values, refused, isRate: false);

    [DataTheory("indicator-statistics/rate_testdata_rate.csv", "indicator-statistics/rate_testdata_rate_g.csv")]
    [InlineData("rate_testdata_rate.csv", (17 * 5) + 17, 3)]
    [InlineData("rate_testdata_rate_g.csv", (9 * 3) + 9, 3)]
    public void Every_published_rate_comes_out_with_its_method_named(string file, int values, int refused) => Check(file, values, refused, isRate: true);

    [DataFact("indicator-statistics/ncmp_testdata.csv")]
    public void Every_published_percentage_of_measured_children_comes_out()
    {
        Oracle oracle = new();
        foreach (var row in Oracle.Rows("ncmp_testdata.csv"))
        {
            IndicatorValue value = Proportions.Of(Oracle.Number(row["Count"]), Oracle.Number(row["Measured"]), 100).Value;
            oracle.Compare(value.Value, row["Rate"], "rate");
            oracle.Compare(value.Interval.Lower, row["LCL"], "lower");
            oracle.Compare(value.Interval.Upper, row["UCL"], "upper");
        }
        oracle.ShouldHaveCompared(240 * 3);
    }

    [DataFact("indicator-statistics/mean_testdata_mean.csv", "indicator-statistics/mean_testdata_mean_results.csv")]
    public void Every_published_mean_comes_out()
    {
        Oracle oracle = new();
        var members = Oracle.Rows("mean_testdata_mean.csv");
        foreach (var row in Oracle.Rows("mean_testdata_mean_results.csv"))
        {
            double[] values = [.. members.Where(m => row["area"] == "No grouping" || m["area"] == row["area"]).Select(m => Oracle.Number(m["values"])!.Value)];
            IndicatorValue usual = Means.Of(values).Value, control = Means.Of(values, 0.998).Value;
            oracle.Compare(usual.Numerator, row["value_sum"], "sum");
            oracle.Compare(usual.Denominator, row["value_count"], "number");
            oracle.Compare(Means.StandardDeviation(values), row["stdev"], "standard deviation");
            oracle.Compare(usual.Value, row["value"], "mean");
            Compare(oracle, row, usual, control);
        }
        oracle.ShouldHaveCompared(3 * 8);
    }

    private static void Check(string file, int values, int refused, bool isRate)
    {
        Oracle oracle = new();
        int refusals = 0;
        foreach (var row in Oracle.Rows(file))
        {
            (double? x, double? n, double per) = (Oracle.Number(row["Numerator"]), Oracle.Number(row["Denominator"]), Oracle.Number(row["multiplier"])!.Value);
            Outcome<IndicatorValue> At(double confidence) => isRate ? Rates.Crude(x, n, per, confidence) : Proportions.Of(x, n, per, confidence);
            if (Oracle.Number(row["value"]) is null)
            {
                At(0.95).IsRefused.ShouldBeTrue();
                refusals++;
                continue;
            }
            IndicatorValue usual = At(0.95).Value;
            oracle.Compare(usual.Value, row["value"], $"{row["Area"]} value");
            Compare(oracle, row, usual, At(0.998).Value);
            if (isRate) oracle.Agrees(usual.Interval.Method == (row["method"] == "Exact" ? Counts.ExactMethod : Counts.ByarMethod), $"{row["Area"]} method");
        }
        oracle.ShouldHaveCompared(values);
        refusals.ShouldBe(refused);
    }

    private static void Compare(Oracle oracle, Dictionary<string, string> row, IndicatorValue usual, IndicatorValue control)
    {
        (string Column, double Limit)[] limits =
        [
            ("lowercl", usual.Interval.Lower), ("uppercl", usual.Interval.Upper),
            ("lower95_0cl", usual.Interval.Lower), ("upper95_0cl", usual.Interval.Upper),
            ("lower99_8cl", control.Interval.Lower), ("upper99_8cl", control.Interval.Upper),
        ];
        foreach ((string column, double limit) in limits)
            if (row.TryGetValue(column, out string? printed)) oracle.Compare(limit, printed, $"{column} of {usual.Numerator}");
    }
}
