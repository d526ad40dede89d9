using Shiremoot.Picture;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Picture.Scores;

/// <summary>Files of cases: whole, spoiled, hostile; what is refused, what is kept.</summary>
public sealed class CaseScoringTests : IDisposable
{
    private const string Ages = "id,sex,age_at_follow_up,age_at_conviction,first_sanction_age,sanctions,offence_code,area,back\n";
    private readonly ScoreCases cases = new();

    public void Dispose() => cases.Dispose();

    [Fact]
    public void Every_row_comes_out_once_in_its_order_with_what_it_held()
    {
        var (scored, rows) = cases.Score("ogrs3", Ages + "\"a,1\",F,30,30,20,3,00806,\"N \"\"1\"\"\",1\nb,M,30,30\nc,M,30,30,20,3,00806,S,0\n");
        rows.Select(r => r["id"]).ShouldBe(["a,1", "b", "c"]);
        rows[0]["area"].ShouldBe("N \"1\"");
        rows[1]["ogrs3_not_scored"].ShouldContain("4 fields");
        rows[1]["ogrs3_about"].ShouldContain(ScoreModel.Label);
        (scored.Rows, scored.Scored, scored.NotScored.Sum(r => r.Rows)).ShouldBe((3, 2, 1));
    }

    [Fact]
    public void Columns_go_by_the_names_that_are_said_and_dates_by_the_patterns()
    {
        CaseColumns columns = new() { Sex = "Gender", BirthDate = "DOB", ConvictionDate = "Convicted", FollowUpDate = "Start", Sanctions = "N", FirstSanctionAge = "First", OffenceCode = "HO", DatePatterns = ["d MMM yyyy"] };
        var (_, rows) = cases.Score("ogrs3", "Gender;DOB;Convicted;Start;N;First;HO\nM;17 Jul 1991;5 Aug 2021;12 Dec 2021;2;21;116/18\n", asked => asked with { Columns = columns });
        ScoreCases.Number(rows[0], "ogrs3_percent").ShouldBe(17);
    }

    [Fact]
    public void Observed_and_expected_are_compared_by_group_and_a_row_without_outcome_is_left_out()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},M,{18 + i},{18 + i},15,{1 + (i % 7)},00806,{(i % 2 == 0 ? "North" : "South")},{(i % 3 == 0 ? "yes" : "no")}\n")) + "x,M,30,30,20,3,00806,North,perhaps\n";
        var (scored, written) = cases.Score("ogrs3", Ages + rows, asked => asked with { Outcome = "back", By = "area" });
        ObservedExpected compared = scored.Compared!;
        (compared.All.Cases, compared.All.Observed, scored.WithoutOutcome).ShouldBe((40, 14, 1));
        compared.All.Expected.ShouldBe(written.Take(40).Sum(r => ScoreCases.Number(r, "ogrs3_two_years")), 1e-9);
        compared.Groups.Select(g => (g.Name, g.Cases)).ShouldBe([("North", 20), ("South", 20)]);
        ComparedGroup north = compared.Groups[0];
        north.Observed.ShouldBe(7);
        north.Ratio.Value.ShouldBe(7 / north.Expected, 1e-12);
        north.Ratio.Interval.Method.ShouldStartWith("exact Poisson");
        compared.All.Ratio.Interval.Method.ShouldStartWith("Byar");
        compared.Funnel!.Lines.Select(l => l.Confidence).Distinct().ShouldBe([0.95, 0.998]);
        compared.Funnel.Points.Select(p => p.Area).ShouldBe(["North", "South"]);
    }

    [Fact]
    public void One_year_compares_with_the_one_year_share_and_only_where_there_is_one()
    {
        string row = "1,M,30,30,20,3,00806,N,1\n";
        var (scored, written) = cases.Score("ogrs3", Ages + row, asked => asked with { Outcome = "back", Years = 1 });
        scored.Compared!.All.Expected.ShouldBe(ScoreCases.Number(written[0], "ogrs3_one_year"));
        cases.Refused("ogrs4g", Ages + row, asked => asked with { Years = 1 }).Code.ShouldBe("PICTURE-67");
        cases.Refused("ogrs3", Ages + row, asked => asked with { Years = 3 }).Code.ShouldBe("PICTURE-67");
    }

    [Theory]
    [InlineData("sex,sanctions,first_sanction_age,age_at_conviction,age_at_follow_up\n", "PICTURE-61")]
    [InlineData("sex,sanctions,first_sanction_age,offence_code\nM,1,20,00806\n", "PICTURE-62")]
    [InlineData("sex,sanctions,first_sanction_age,offence_code,birth_date\nM,1,20,00806,2000-01-01\n", "PICTURE-61")]
    [InlineData("sex,sanctions,first_sanction_age,offence_code,age_at_conviction,age_at_follow_up\n", "PICTURE-64")]
    [InlineData("sex,sanctions,first_sanction_age,offence_code,age_at_conviction,age_at_follow_up,ogrs3_z\nM,1,20,00806,20,20,1\n", "PICTURE-63")]
    [InlineData("sex,sanctions,first_sanction_age,offence_code,age_at_conviction,age_at_follow_up\nM,1,20,00806,20,20\n", "PICTURE-61", "reoffended")]
    [InlineData("sex,sanctions,first_sanction_age,offence_code,age_at_conviction,age_at_follow_up\nM,1,20,00806,20,20\n", "PICTURE-69", "sex")]
    public void A_file_that_cannot_be_scored_as_a_whole_is_refused_and_nothing_is_written(string text, string code, string? outcome = null)
    {
        cases.Refused("ogrs3", text, asked => asked with { Outcome = outcome }).Code.ShouldBe(code);
        cases.Wrote.ShouldBeFalse();
    }

    [Fact]
    public void Too_many_groups_are_refused_and_a_bad_pattern_too()
    {
        string many = Ages + string.Concat(Enumerable.Range(0, 1200).Select(i => $"{i},M,30,30,20,3,00806,area {i},1\n"));
        cases.Refused("ogrs3", many, asked => asked with { Outcome = "back", By = "area" }).Code.ShouldBe("PICTURE-68");
        cases.Refused("ogrs3", Ages, asked => asked with { Columns = new() { DatePatterns = ["nonsense"] } }).Code.ShouldBe("PICTURE-66");
        cases.Wrote.ShouldBeFalse();
    }

    [Fact]
    public void Bytes_that_are_no_text_and_long_and_odd_cells_are_rows_with_reasons()
    {
        string hostile = Ages + $"1,{new string('x', 5000)},30,30,20,3,00806,N,1\n2,M,30,30,20,1e309,00806,N,1\n3,M,+30,30,20,3,00806,N,1\n4,M,30,30,20,3,{new string('9', 300)},N,1\n5,M,30,30,20,3,=1+1,N,1\n6,M,2147483647,2147483647,20,3,00806,N,1\n";
        var (scored, rows) = cases.Score("ogrs3", hostile);
        rows.Count.ShouldBe(6);
        rows.ShouldAllBe(r => r["ogrs3_not_scored"].Length > 0);
        rows.SelectMany(r => (string[])[r["ogrs3_not_scored"]]).ShouldAllBe(why => why.Length < 120 && !why.Contains("xxx") && !why.Contains("999"));
        scored.Scored.ShouldBe(0);
        cases.Score("ogrs4g", hostile).Scored.Scored.ShouldBe(0);
    }

    [Fact]
    public void A_share_that_rounds_to_all_can_still_be_compared()
    {
        string rows = string.Concat(Enumerable.Range(0, 20).Select(i => $"{i},M,30,30,20,{(i < 2 ? 2147483647 : 1 + i)},00806,N,{i % 2}\n"));
        ComparedGroup all = cases.Score("ogrs3", Ages + rows, asked => asked with { Outcome = "back" }).Scored.Compared!.All;
        double.IsFinite(all.Calibration!.Slope).ShouldBeTrue();
    }

    [Fact]
    public void No_score_of_a_person_can_reach_a_page()
    {
        // What the room gives is of groups: nothing public of it speaks of a case, and no page asks for a file to be scored.
        Type[] open = [.. typeof(ScoreModel).Assembly.GetExportedTypes().Where(t => t.Namespace is "Shiremoot.Picture.Scores")];
        open.ShouldBeEmpty();
        typeof(ScoredFile).GetProperties().Select(p => p.PropertyType).ShouldNotContain(t => t.Name.Contains("Case"));
        IReadOnlyList<Architecture.SourceFile> pages = Architecture.SourceFile.Under("src/Shiremoot.Web");
        pages.ShouldNotBeEmpty();
        pages.Where(f => f.Code.Contains("ScoreCases") || f.Code.Contains("CaseScoring") || f.Code.Contains("ScoreModel")).Select(f => f.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_score_that_is_not_there_is_refused_with_those_that_are()
    {
        Outcome<ScoreModel> read = ScoreModelFile.Read(Path.Combine(TestData.Root, "vocabulary", "scores"), "ogrs5", ScoreCases.Vocabulary.OffenceCategories);
        read.Refused(out Refusal? why, out _).ShouldBeTrue();
        (why.Code, why.Try).ShouldBe(("PICTURE-60", "Name one of ogrs3, ogrs4g, ogrs4g-dynamic, or a file of the same form that ends in .yaml."));
    }

    [Theory]
    [InlineData("ogrs3", "one_year: 1.40256", "one_year: high", 9, "'one_year' must be a number")]
    [InlineData("ogrs3", "years_added: 10", "years_added: 0", 12, "must be 1 or more")]
    [InlineData("ogrs3", "from: 12", "from: 9", 16, "must rise")]
    [InlineData("ogrs3", "form: ogrs3", "form: ogrs9", 3, "'form' must be one of ogrs3, ogrs4g")]
    [InlineData("ogrs3", "high: 75", "high: 95", 8, "must lie between medium and very_high")]
    [InlineData("ogrs4g", "  burglary-other:", "  burglary-othr:", 22, "burglary-other")]
    [InlineData("ogrs4g", "-0.142428460338541", "x", 10, "which is not a number")]
    [InlineData("ogrs4g-dynamic", "with: lives_with_partner", "with: partner", 51, "names 'partner'")]
    public void A_file_of_numbers_with_a_fault_says_file_and_line(string name, string right, string wrong, int line, string says)
    {
        string text = File.ReadAllText(Path.Combine(TestData.Root, "vocabulary", "scores", name + ".yaml"));
        text.ShouldContain(right);
        ScoreModelFile.ReadText(text.Replace(right, wrong), "scores/x.yaml", ScoreCases.Vocabulary.OffenceCategories).Refused(out Refusal? why, out _).ShouldBeTrue();
        why.ToString().ShouldContain(says);
        why.ToString().ShouldContain($"scores/x.yaml:{line}:");
    }
}
