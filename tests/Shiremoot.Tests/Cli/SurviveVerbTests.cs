using System.Text.Json;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>survive on files of its own and on published ones: figures, what is left out, files written, refusals.</summary>
public sealed class SurviveVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-survive-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [DataFact("classic-criminal-justice/cardata_rossi.csv")]
    public void Arrests_after_release_come_out_as_published_and_are_written_whole()
    {
        string written = Path.Combine(folder, "new", "tables");
        Ended ended = Survive(TestData.File("classic-criminal-justice/cardata_rossi.csv"), "--time", "week", "--event", "arrest", "--by", "fin", "--covariates", "fin,age,race,wexp", "mar,paro,prio",
            "--reference", "wexp=no", "--reference", "paro=no", "--at", "52", "--out", written, "--json");
        ended.Code.ShouldBe(0, ended.Errors);
        JsonElement[] groups = [.. ended.Json.GetProperty("groups").EnumerateArray()];
        groups.Select(g => Math.Round(g.GetProperty("at")[0].GetProperty("share").GetDouble(), 4)).ShouldBe([0.6944, 0.7778]);
        groups[0].GetProperty("median").ValueKind.ShouldBe(JsonValueKind.Null);
        ended.Json.GetProperty("tests")[0].GetProperty("test").GetProperty("chi_squared").GetDouble().ShouldBe(3.838, 0.0005);
        JsonElement model = ended.Json.GetProperty("model");
        Dictionary<string, double> effects = model.GetProperty("covariates").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("log_hazard_ratio").GetDouble());
        foreach ((string name, double value) in (ReadOnlySpan<(string, double)>)[("fin: yes", -0.37942), ("age", -0.05744), ("race: other", -0.31390), ("wexp: yes", -0.14980), ("mar: married", -0.43370), ("paro: yes", -0.08487), ("prio", 0.09150)])
            effects[name].ShouldBe(value, 0.000005);
        model.GetProperty("concordance").GetDouble().ShouldBe(0.6403, 0.00005);
        File.ReadAllLines(Path.Combine(written, "effects.csv")).Length.ShouldBe(8);
        File.ReadAllLines(Path.Combine(written, "curves.csv"))[0].ShouldBe("group,time,at_risk,events,censored,share,standard_error,lower,upper");
    }

    [DataFact("iowa-recidivism/iowa_3year_recidivism.csv.gz")]
    public void Return_to_prison_in_Iowa_within_three_years_is_as_published()
    {
        JsonElement json = Survive(TestData.File("iowa-recidivism/iowa_3year_recidivism.csv.gz"), "--time", "Days to Return", "--event", "Return to Prison=Yes", "--until", "1100", "--by", "Sex", "--at", "1096", "--json").Json;
        json.GetProperty("rows").GetInt32().ShouldBe(26_020);
        Dictionary<string, double> left = json.GetProperty("groups").EnumerateArray().ToDictionary(g => g.GetProperty("group").GetString()!, g => g.GetProperty("at")[0].GetProperty("share").GetDouble());
        left["Female"].ShouldBe(1 - 0.2926, 0.00005);
        left["Male"].ShouldBe(1 - 0.3397, 0.00005);
    }

    [Fact]
    public void Rows_that_miss_a_value_are_counted_by_column_and_competing_events_share_out_one()
    {
        string file = Made("day,end,age,sort\n1,new,28,a\n2,tech,NA,a\n3,no,30,b\n4,new,.,b\n5,tech,41,\n6,no,25,a\n,no,50,b\n7,tech,33,b\n8,new,60,a\n");
        JsonElement json = Survive(file, "--time", "day", "--event", "end", "--competing", "--covariates", "age", "--by", "sort", "--at", "8", "--json").Json;
        (json.GetProperty("rows").GetInt32(), json.GetProperty("followed").GetInt32()).ShouldBe((9, 5));
        json.GetProperty("left_out").EnumerateArray().Select(l => $"{l.GetProperty("column")} {l.GetProperty("rows")}").ShouldBe(["day 1", "sort 1", "age 2"]);
        json.GetProperty("events").EnumerateArray().Select(l => $"{l.GetProperty("event")} {l.GetProperty("rows")}").ShouldBe(["new 2", "tech 1"]);
        JsonElement a = json.GetProperty("groups")[0];
        a.GetProperty("incidence")[0].GetProperty("at")[0].GetProperty("share").GetDouble().ShouldBe(1, 1e-12);
        Ended words = Survive(file, "--time", "day", "--event", "end=tech", "--covariates", "age");
        words.Output.ShouldContain("9 rows, 6 followed, 3 left out");
        words.Output.ShouldContain("2 have no value of 'age'.");
        words.Output.ShouldContain("proportional hazards");
    }

    [Fact]
    public void No_name_of_a_group_or_an_event_that_is_written_is_run_by_a_spreadsheet()
    {
        string written = Path.Combine(folder, "inert");
        string file = Made("day,end,sort\n1,@new,=cmd|' /C calc'!A0\n2,-tech,+b\n3,no,=cmd|' /C calc'!A0\n4,@new,+b\n5,-tech,=cmd|' /C calc'!A0\n6,@new,=cmd|' /C calc'!A0\n");
        Ended ended = Survive(file, "--time", "day", "--event", "end", "--competing", "--by", "sort", "--out", written, "--json");
        ended.Code.ShouldBe(0, ended.Errors);
        ended.Json.GetProperty("incidence_tests").GetArrayLength().ShouldBe(2);
        string[] cells = [.. Directory.GetFiles(written).SelectMany(File.ReadLines).SelectMany(l => l.Split(',')).Select(c => c.Trim('"'))];
        cells.ShouldContain("'=cmd|' /C calc'!A0");
        cells.ShouldContain("'+b");
        cells.ShouldContain("'@new");
        cells.ShouldNotContain(c => c.StartsWith('=') || c.StartsWith('+') || c.StartsWith('@') || c.StartsWith("-tech", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_answered_is_refused_with_a_reason_and_wrong_usage_is_told_apart()
    {
        string file = Made("day,end,x,y\n1,1,1,a\n2,0,1,b\n3,1,1,a\n4,maybe,1,b\n");
        Code(file, "--time", "dya", "--event", "end").ShouldBe("SURVIVAL-07");
        Code(file, "--time", "day", "--event", "end").ShouldBe("SURVIVAL-12");
        Code(file, "--time", "y", "--event", "end=1").ShouldBe("SURVIVAL-08");
        Code(file, "--time", "day", "--event", "end=2").ShouldBe("SURVIVAL-10");
        Code(file, "--time", "day", "--event", "end=1", "--covariates", "x").ShouldBe("REGRESSION-03");
        Code(file, "--time", "day", "--event", "end=1", "--covariates", "y,y").ShouldBe("SURVIVAL-14");
        Code(file, "--time", "day", "--event", "end=1", "--covariates", "y", "--reference", "y").ShouldBe("CLI-10");
        Code(file, "--time", "day", "--event", "end=1", "--covariates", "y", "--reference", "y=c").ShouldBe("SURVIVAL-10");
        Code(file, "--time", "day", "--event", "end=1", "--out", Path.Combine(file, "in")).ShouldBe("CLI-03");
        Code(Made("day,end\n" + string.Concat(Enumerable.Repeat("1,1\n", 60)) + "2,0,7\n" + string.Concat(Enumerable.Repeat("1,1\n", 60))), "--time", "day", "--event", "end").ShouldBe("SURVIVAL-11");
        Code(Made("day,end\n"), "--time", "day", "--event", "end").ShouldBe("SURVIVAL-01");
        Survive(file, "--time", "day").Code.ShouldBe(2);
    }

    private string Code(string file, params string[] arguments)
    {
        Ended ended = Survive(file, [.. arguments, "--json"]);
        ended.Code.ShouldBe(1, ended.Output);
        return ended.Json.GetProperty("refused").GetProperty("code").GetString()!;
    }

    private string Made(string text)
    {
        string file = Path.Combine(folder, $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(file, text);
        return file;
    }

    private static Ended Survive(string file, params string[] arguments) => CommandLine.Run(["survive", file, .. arguments]);
}
