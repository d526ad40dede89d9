using System.Diagnostics;
using System.Text;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Cli;

/// <summary>link and encode asked for what cannot be: each is told what, where, why and what to do, ends with 1, and leaves no half file. No text names a record.</summary>
public sealed class LinkVerbTests : IDisposable
{
    private const string Header = "id,forename,surname,born,postcode\n";
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-link-").FullName;
    private readonly string people, model;

    public LinkVerbTests()
    {
        people = Write("people.csv", Header + Rows(0, 60, 1));
        model = Write("model.yaml", """
            id: t
            record_id: id
            fields: { forename: name, surname: name, born: date, postcode: postcode }
            block: [ "forename, surname", "surname, born" ]
            compare:
              - fields: [forename, surname]
              - field: born
              - field: postcode
            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Two_rows_with_one_id_are_refused_by_their_lines_and_not_by_the_id()
    {
        string twice = Write("twice.csv", Header + Rows(0, 8, 1) + "\"Q-4711\",\"ANN\nMARY\",LEE,1980-01-01,B1 1AB\n" + Rows(20, 22, 1) + "Q-4711,BOB,RAY,1981-01-01,B1 1AB\n");
        string said = Refused("SPINE-62", "link", twice, "--model", model, "--out", Path.Combine(folder, "out.csv"));
        said.ShouldContain("ine 10 of twice.csv");
        said.ShouldContain("line 14 of twice.csv");
        said.ShouldNotContain("4711");
        File.Exists(Path.Combine(folder, "out.csv")).ShouldBeFalse();
    }

    [Fact]
    public void Kin_without_truth_is_refused() => Refused("CLI-06", "link", people, "--model", model, "--kin", Write("kin.csv", "person,kinship,other\n")).ShouldContain("--truth");

    [Fact]
    public void A_file_that_is_read_is_never_written_over()
    {
        string before = File.ReadAllText(people);
        Refused("CLI-04", "link", people, "--model", model, "--out", people);
        Refused("CLI-04", "encode", people, "--model", model, "--key", Key(), "--out", people);
        Refused("CLI-05", "link", people, "--model", model, "--out", Path.Combine(folder, "x.csv"), "--pairs", Path.Combine(folder, "x.csv"));
        File.ReadAllText(people).ShouldBe(before);
    }

    [Theory]
    [InlineData("CLI-03", "--out", "FOLDER")]
    [InlineData("CLI-03", "--pairs", "FOLDER/no/such/x.csv")]
    [InlineData("CLI-09", "--least", "0.5")]
    [InlineData("SPINE-66", "--threshold", "NaN")]
    [InlineData("SPINE-66", "--threshold", "5000")]
    [InlineData("SPINE-65", "--one-to-one", null)]
    [InlineData("SPINE-07", "--truth", "nowhere")]
    [InlineData("SPINE-08", "--truth", "/x(/")]
    [InlineData("SPINE-08", "--truth", "/^nobody(\\d+)/")]
    [InlineData("SPINE-09", "--truth", "FOLDER/people.key")]
    [InlineData("CLI-07", "--suggest", null)]
    public void What_cannot_be_is_refused_and_nothing_is_left(string code, string option, string? value)
    {
        Key();
        string[] arguments = ["link", people, "--model", model, option, .. value is null ? Array.Empty<string>() : [value.Replace("FOLDER", folder)]];
        Refused(code, arguments);
    }

    [Fact]
    public void An_explanation_of_records_that_are_not_there_names_none()
    {
        Refused("SPINE-06", "link", people, "--model", model, "--explain", "Q-4711", "1").ShouldNotContain("4711");
        Refused("SPINE-44", "link", people, "--model", model, "--explain", "1", "1");
    }

    [Fact]
    public void Two_files_of_one_name_are_two_sources_and_one_file_is_given_once()
    {
        Directory.CreateDirectory(Path.Combine(folder, "later"));
        string later = Write("later/people.csv", Header + Rows(0, 60, 1));
        Ended linked = CommandLine.Run("link", people, later, "--model", model, "--one-to-one", "--json");
        linked.Code.ShouldBe(0, linked.Errors);
        linked.Json.GetProperty("people").GetInt32().ShouldBe(60);
        linked.Json.GetProperty("sources").GetArrayLength().ShouldBe(2);
        Refused("SPINE-64", "link", people, people, "--model", model);
        Refused("SPINE-61", "link", people, later, "--model", model, "--explain", "1", "2");
    }

    [Fact]
    public void A_file_of_kin_of_another_form_is_refused()
    {
        string truth = Write("truth.csv", "id,person\n" + string.Concat(Enumerable.Range(0, 60).Select(n => $"{n},K{n}\n")));
        Refused("SPINE-68", "link", people, "--model", model, "--truth", truth, "--kin", Write("kin.csv", "one,other\nK1,K2\n"));
        Refused("SPINE-69", "link", people, "--model", model, "--truth", truth, "--kin", Write("kin.csv", "person,kinship,other\nL1,twin,L2\n"));
        Refused("SPINE-70", "link", people, "--model", model, "--truth", Write("truth.csv", "id,person\n" + string.Concat(Enumerable.Range(0, 60).Select(n => $"{n},K{n}\n")) + "2\n"));
    }

    [Fact]
    public void Odd_but_whole_files_are_linked()
    {
        string plain = Header + Rows(0, 60, 1);
        foreach (byte[] odd in (byte[][])[Encoding.UTF8.GetBytes("\uFEFF" + plain.Replace("\n", "\r\n")), Encoding.UTF8.GetBytes(plain.Replace(',', ';')), Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(plain)).ToArray()])
        {
            string file = Path.Combine(folder, "odd.csv");
            File.WriteAllBytes(file, odd);
            Ended linked = CommandLine.Run("link", file, "--model", model, "--json");
            linked.Code.ShouldBe(0, linked.Errors);
            linked.Json.GetProperty("records").GetInt32().ShouldBe(60);
        }
        Refused("READ-14", "link", Write("twice.csv", "id,surname,surname,born,postcode\n1,A,B,1980-01-01,B1 1AA\n"), "--model", model);
        Refused("SPINE-13", "link", Write("ragged.csv", plain + "99,ANN\n"), "--model", model).ShouldContain("line 62");
        Refused("SPINE-03", "link", Write("empty.csv", ""), "--model", model);
    }

    [Fact]
    public void A_program_stopped_half_way_leaves_no_half_file()
    {
        if (OperatingSystem.IsWindows()) return;
        string many = Write("many.csv", Header + Rows(0, 60_000, 1)), output = Path.Combine(folder, "encoded.csv");
        ProcessStartInfo start = new("dotnet", [CommandLine.Program, "encode", many, "--model", model, "--key", Key(), "--out", output]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        while (!File.Exists(output + ".unfinished") && !process.HasExited) Thread.Sleep(1);
        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) kill.WaitForExit();
        process.WaitForExit();
        File.Exists(output + ".unfinished").ShouldBeFalse();
        if (process.ExitCode != 0) File.Exists(output).ShouldBeFalse();
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        if (!File.Exists("/dev/null")) return;
        CommandLine.Run("link", people, "--model", model, "--out", "/dev/null").Code.ShouldBe(0);
        new FileInfo("/dev/null").Length.ShouldBe(0);
        File.Exists("/dev/null.unfinished").ShouldBeFalse();
    }

    private string Refused(string code, params string[] arguments)
    {
        Ended ended = CommandLine.Run(arguments);
        ended.Code.ShouldBe(1, ended.Errors);
        ended.Errors.ShouldStartWith(code);
        ended.Errors.ShouldNotContain("   at ");
        Directory.GetFiles(folder, "*.unfinished", SearchOption.AllDirectories).ShouldBeEmpty();
        return ended.Errors;
    }

    private static string Rows(int from, int until, int seed)
    {
        StringBuilder rows = new();
        for (int n = from; n < until; n++)
        {
            Chance chance = new((ulong)seed, (ulong)n, 1);
            char Letter() => (char)('A' + chance.Below(26));
            rows.Append($"{n},{Letter()}{Letter()}{Letter()},{Letter()}{Letter()}{Letter()}{Letter()},19{50 + chance.Below(50)}-0{1 + chance.Below(9)}-1{chance.Below(10)},B{1 + chance.Below(40)} 1A{Letter()}\n");
        }
        return rows.ToString();
    }

    private string Key() => Write("people.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n");

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
