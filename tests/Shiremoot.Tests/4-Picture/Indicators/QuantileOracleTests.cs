using Shiremoot.Picture.Indicators;
using Xunit;

namespace Shiremoot.Tests.Picture.Indicators;

public sealed class QuantileOracleTests
{
    [DataFact("indicator-statistics/quantiles_testdata_quantiles.csv")]
    public void Every_published_quantile_comes_out()
    {
        Oracle oracle = new();
        foreach (var set in Oracle.Rows("quantiles_testdata_quantiles.csv").GroupBy(GroupOf))
        {
            Dictionary<string, string>[] rows = [.. set];
            int groups = rows[0]["QuantileNm"] switch { "Decile" => 10, "Septile" => 7, _ => 4 };
            int?[] assigned = Quantiles.Assign([.. rows.Select(r => Oracle.Number(r["Value"]))], groups, highestFirst: !IsHighGood(rows[0]));
            for (int i = 0; i < rows.Length; i++)
                oracle.Agrees(assigned[i] == (int?)Oracle.Number(rows[i]["QuantileInGrp"]), $"{set.Key}: {rows[i]["AreaName"]} in {assigned[i]}, printed {rows[i]["QuantileInGrp"]}");
        }
        oracle.ShouldHaveCompared(1017);
    }

    // The file's own grouping: all together, by indicator, or by indicator and region. "Quartile" rows of both tests are one group of 485.
    private static string GroupOf(Dictionary<string, string> row) => row["GroupSet"] switch
    {
        "None" => "None",
        "IndSex" => $"{row["QuantileNm"]} {row["IndSexRef"]}",
        _ => $"{row["QuantileNm"]} {row["IndSexRef"]} {row["ParentCode"]}",
    };

    private static bool IsHighGood(Dictionary<string, string> row) => row["GroupSet"] != "None" && (row["Polarity"] == "FALSE" || row["Polarity"].Contains("High", StringComparison.Ordinal)) && row["IndSexRef"] != "11111Female";
}
