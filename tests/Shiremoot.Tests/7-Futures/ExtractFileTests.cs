using System.Text;
using Shiremoot.Futures;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Futures;

/// <summary>What stands in the files, byte for byte.</summary>
public sealed class ExtractFileTests
{
    [Fact]
    public void The_files_are_the_same_for_one_thread_and_for_two_and_for_a_second_run()
    {
        using MadeExtracts one = new(), two = new();
        ExtractSummary first = one.Make(1500, one.Layouts(0.01), threads: 1);
        two.Make(1500, two.Layouts(0.01), threads: 2).Files.ShouldBe(first.Files);
        two.Hashes().ShouldBe(one.Hashes(), ignoreOrder: true);
        one.Make(1500, one.Layouts(0.01), threads: 2);
        one.Hashes().ShouldBe(two.Hashes(), ignoreOrder: true);
        foreach (ExtractWritten file in first.Files) new FileInfo(Path.Combine(one.Folder, file.File)).Length.ShouldBe(file.Bytes, file.File);
    }

    [Fact]
    public void Rows_of_a_chunk_stand_in_order_of_day_and_not_by_person()
    {
        using MadeExtracts made = new();
        made.Make(400, made.Layouts(0), chunk: 400);
        string[][] rows = Rows(made, "police-stop-search.csv");
        string[] days = [.. rows.Select(r => r[2][..10])];
        days.ShouldBe(days.Order(StringComparer.Ordinal));
        days.ShouldAllBe(d => string.CompareOrdinal(d, "2018-04-01") >= 0 && string.CompareOrdinal(d, "2024-04-01") < 0);
        Rows(made, "health-mental-health.csv").Select(r => r[0]).ShouldBeUnique();
    }

    [Fact]
    public void Each_file_is_in_its_own_encoding_line_ends_and_trailer()
    {
        using MadeExtracts made = new();
        ExtractSummary summary = made.Make(400, made.Layouts(0));
        byte[] courts = Bytes(made, "court-cases.txt"), probation = Bytes(made, "probation-supervision.txt"), prisons = Bytes(made, "prison-receptions.csv");
        Encoding latin = Encoding.Latin1;
        latin.GetString(courts).ShouldEndWith($"\r\nTRAILER|{summary.Files.Single(f => f.Layout == "court-cases").Rows}\r\n");
        latin.GetString(courts).ShouldContain("NÚÑEZ, Zoë");
        latin.GetString(courts).ShouldContain("?UKASZ"); // Windows-1252 has no Ł
        latin.GetString(courts).ShouldContain("D\u0092ARCY"); // and its curly apostrophe is 0x92
        probation[..2].ShouldBe([0xFF, 0xFE]);
        Encoding.Unicode.GetString(probation)[1..].ShouldStartWith("EVENT_ID\tOFFENDER_ID\t");
        Encoding.Unicode.GetString(probation).ShouldContain("Łukasz");
        prisons[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(prisons).ShouldContain("\r\n");
        Encoding.UTF8.GetString(Bytes(made, "police-stop-search.csv")).ShouldNotContain("\r");
        File.ReadAllLines(Path.Combine(made.Folder, "council-housing.csv"), latin)[0].ShouldStartWith("\"Application Ref\",\"Main Applicant Ref\",\"Full Name\",\"D.O.B.\"");
    }

    [Fact]
    public void Names_with_marks_are_quoted_and_a_name_like_a_formula_is_written_as_it_is()
    {
        using MadeExtracts made = new();
        made.Make(400, made.Layouts(0));
        string police = File.ReadAllText(Path.Combine(made.Folder, "police-custody.csv"));
        police.ShouldContain("\"OKAFOR, JR\"");
        police.ShouldContain("\"\"\"RED\"\" BROWN\"");
        police.ShouldContain(",=CMD|'/C CALC'!A0,");
        File.ReadAllText(Path.Combine(made.Folder, "youth-justice.csv")).ShouldContain("\"Smith; "); // its own delimiter stands in its names
    }

    [Fact]
    public void Every_row_says_that_it_is_generated_and_what_lasts_on_has_no_end()
    {
        using MadeExtracts made = new();
        made.Make(400, made.Layouts(0));
        string[][] children = Rows(made, "school-exclusions.csv"), treatment = Rows(made, "health-treatment.csv");
        children.Select(r => r[^1]).Distinct().ShouldBe(["GENERATED"]);
        treatment.Select(r => r[^1]).Distinct().ShouldBe(["GENERATED"]);
        treatment.ShouldContain(r => r[9].Length == 0);
        treatment.Where(r => r[9].Length > 0).ShouldAllBe(r => r[9].Substring(6, 4).CompareTo("2024") <= 0);
    }

    [Fact]
    public void Truth_names_each_reference_once_and_every_reference_of_a_good_row()
    {
        using MadeExtracts made = new();
        ExtractSummary summary = made.Make(800, made.Layouts(0.02));
        string[][] truth = Rows(made, "truth.csv");
        truth.Length.ShouldBe((int)summary.References);
        truth.Select(t => (t[1], t[2])).ShouldBeUnique();
        truth.ShouldAllBe(t => t[3].Length == 11 && t[3][0] == 'P');
        string[] inTruth = [.. truth.Where(t => t[1] == "childrens-services").Select(t => t[2]).Order(StringComparer.Ordinal)];
        HashSet<string> planted = [.. Rows(made, "planted.csv").Where(p => p[0] == "childrens-services").Select(p => p[2])];
        string[] lines = made.Lines("childrens-services.csv"); // its addresses break lines now and then: count as a reader of lines does
        string[] inFile = [.. lines.Select((l, i) => (Text: l, Line: i + 1)).Skip(1).Where(l => l.Text.Contains(",CS") && !planted.Contains($"{l.Line}")).Select(l => l.Text.Split(',')[1]).Distinct().Order(StringComparer.Ordinal)];
        inFile.ShouldBe(inTruth);

        // A person known to several agencies, or twice to one, has several references and one name.
        truth.GroupBy(t => t[3]).Max(g => g.Select(t => t[0]).Distinct().Count()).ShouldBeGreaterThan(3);
        truth.Where(t => t[1] == "police-custody").GroupBy(t => t[3]).ShouldContain(g => g.Count() > 1);
        HashSet<string> people = [.. truth.Select(t => t[3])];
        string[][] kin = Rows(made, "truth-kin.csv");
        kin.Length.ShouldBe((int)summary.Kin);
        kin.ShouldAllBe(k => k[1] == "twin" && people.Contains(k[0]));
    }

    [Fact]
    public void References_are_unique_and_their_order_is_not_that_of_people()
    {
        Shiremoot.Futures.Extracts.Scramble scramble = new(7, "test", 1000);
        ulong[] out_ = [.. Enumerable.Range(0, 1000).Select(i => scramble.Of((ulong)i))];
        out_.Order().ShouldBe(Enumerable.Range(0, 1000).Select(i => (ulong)i));
        Enumerable.Range(1, 999).Count(i => out_[i] > out_[i - 1]).ShouldBeInRange(430, 570);
        Shiremoot.Futures.Extracts.Scramble odd = new(7, "test", 26 * 26 * 7);
        Enumerable.Range(0, 26 * 26 * 7).Select(i => odd.Of((ulong)i)).ShouldBeUnique();
        Should.Throw<ArgumentOutOfRangeException>(() => scramble.Of(1000));
    }

    [Theory]
    [InlineData("dd/MM/yyyy", "29/02/2020")]
    [InlineData("UPPER dd-MMM-yy", "29-FEB-20")]
    [InlineData("d MMM yyyy", "29 Feb 2020")]
    [InlineData("yyyyMMdd", "20200229")]
    [InlineData("yyyy-MM-ddTHH:mm:ss", "2020-02-29T13:05:09")]
    [InlineData("d/M/yyyy", "29/2/2020")]
    public void Dates_are_written_as_the_layout_says(string form, string written)
    {
        byte[] into = new byte[64];
        int length = new Shiremoot.Futures.Extracts.DateForm(form).Write(Days.Number(new(2020, 2, 29)), (13 * 3600) + (5 * 60) + 9, into);
        Encoding.ASCII.GetString(into, 0, length).ShouldBe(written);
    }

    [Fact]
    public void Days_are_turned_into_dates_as_the_calendar_has_them()
    {
        for (int day = Days.Number(new(1899, 12, 1)); day < Days.Number(new(2101, 1, 1)); day++)
        {
            NodaTime.LocalDate date = Days.Date(day);
            Shiremoot.Futures.Extracts.CivilDay.Of(day).ShouldBe((date.Year, date.Month, date.Day));
        }
    }

    private static byte[] Bytes(MadeExtracts made, string file) => File.ReadAllBytes(Path.Combine(made.Folder, file));

    // Only for files without quotes in the columns asked for; lines that go on a broken field are left out.
    private static string[][] Rows(MadeExtracts made, string file)
    {
        string[] lines = made.Lines(file);
        int columns = lines[0].Split(',').Length;
        return [.. lines.Skip(1).Select(l => l.Split(',')).Where(r => r.Length == columns)];
    }
}
