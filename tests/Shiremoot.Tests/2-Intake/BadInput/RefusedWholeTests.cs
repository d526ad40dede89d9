using System.Globalization;
using System.Text;
using Shiremoot.Terms;
using Shiremoot.Tests.Intake.Reading;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.BadInput;

/// <summary>Files that are refused whole, each through taking in: the store holds afterwards what it held before, and a receipt that says why.</summary>
[Trait("kind", "store")]
public sealed class RefusedWholeTests
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_unfit_file_is_refused_by_its_reason_and_changes_nothing(string kind)
    {
        using BadInputBench bench = new(kind);
        List<string> wrong = [];
        foreach ((string what, byte[] bytes, string code) in Unfit())
        {
            try
            {
                bench.Refuses(what, bytes, code);
            }
            catch (Exception failed)
            {
                wrong.Add($"{what}: {failed.Message}");
            }
        }
        wrong.ShouldBeEmpty();
    }

    private static IEnumerable<(string What, byte[] Bytes, string Code)> Unfit()
    {
        byte[] table = Text(BadInputBench.Good), packed = new ZipMaker().Add("t.csv", table).Make();
        ZipMaker many = new();
        for (int i = 0; i < 10_001; i++) many.Add($"{i}", "", new() { Method = 0 });
        string row = Workbooks.Rows(["ref", "surname", "born", "arrested", "sex", "age"], ["A1", "Smith", "1990-05-06", "01/02/2020", "M", "29"]);
        return
        [
            ("F28 a row without an end", Text(BadInputBench.Header + new string('x', 4 << 20)), "READ-16"),
            ("F29 twenty thousand columns", Text(string.Join(',', Enumerable.Range(0, 20_000)) + "\n" + new string(',', 19_999) + "\n"), "READ-15"),
            ("F30 a gz bomb", BadInputBench.Gzip(Text(BadInputBench.Header + new StringBuilder().Insert(0, new string('0', 1000) + "\n", 30_000))), "READ-10"),
            ("F30 a zip bomb", new ZipMaker().Add("t.csv", Text(BadInputBench.Header + new StringBuilder().Insert(0, new string('0', 1000) + "\n", 30_000))).Make(), "READ-10"),
            ("F31 a zip that declares ten bytes", new ZipMaker().Add("t.csv", table, new() { DeclaredSize = 10 }).Make(), "READ-06"),
            ("F31 a zip with another checksum", new ZipMaker().Add("t.csv", table, new() { Crc = 1 }).Make(), "READ-06"),
            ("F32 a zip in a zip in a zip", new ZipMaker().Add("a.zip", new ZipMaker().Add("b.zip", packed).Make()).Make(), "READ-05"),
            ("F32 too many entries", many.Make(), "READ-24"),
            ("F32 the same name twice", new ZipMaker().Add("t.csv", table).Add("t.csv", table).Make(), "READ-24"),
            ("F33 a name that climbs out", new ZipMaker().Add("../../t.csv", table).Make(), "READ-07"),
            ("F33 a name from the root", new ZipMaker().Add("/etc/t.csv", table).Make(), "READ-07"),
            ("F33 a device", new ZipMaker().Add("NUL.csv", table).Make(), "READ-07"),
            ("F34 an encrypted zip", new ZipMaker().Add("t.csv", table, new() { Flags = 1 }).Make(), "READ-09"),
            ("F34 an encrypted workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]], "READ-03"),
            ("F34 a PDF", Text("%PDF-1.7\n1,2\n"), "READ-03"),
            ("F34 a table and a zip in one", [.. table, .. packed], "READ-03"),
            ("F37 half of UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(BadInputBench.Good)[..^1]], "READ-25"),
            ("F43 two delimiters that fit as well", Text("a;b,c;d\n1;2,3;4\n5;6,7;8\n"), "READ-13"),
            ("F44 a header twice", Text("ref,ref,born,arrested,sex,age\nA1,x,,01/02/2020,M,29\n"), "READ-14"),
            ("F44 a blank header", Text("ref,,born,arrested,sex,age\nA1,x,,01/02/2020,M,29\n"), "READ-14"),
            ("F44 a delimiter after the header", Text("ref,surname,born,arrested,sex,age,\nA1,x,,01/02/2020,M,29,\n"), "READ-14"),
            ("F44 no header", Text("A1,Smith,1990-05-06,01/02/2020,M,29\nA2,Khan,1991-07-08,02/02/2020,F,28\n"), "INTAKE-01"),
            ("F44 a delimiter after every row but the header", Text(BadInputBench.Header + "A1,x,,01/02/2020,M,29,\nA2,x,,01/02/2020,M,29,\n"), "READ-13"),
            ("F46 a needed column missing", Text("ref,surname,born,sex,age\nA1,x,,M,29\n"), "INTAKE-01"),
            ("F47 a column renamed", Text(BadInputBench.Good.Replace("arrested", "arrest_date", StringComparison.Ordinal)), "INTAKE-01"),
            ("F56 nothing at all", [], "INTAKE-01"),
            ("F56 a header and no rows", Text(BadInputBench.Header), "INTAKE-06"),
            ("F61 an external entity", Workbooks.Pack(Workbooks.Parts(row, prologue: "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>")), "READ-22"),
            ("F61 a billion laughs", Workbooks.Pack(Workbooks.Parts(row, prologue: Laughs())), "READ-22"),
            ("F62 JSON a hundred thousand deep", Text(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))), "READ-03"),
            ("F62 JSON with a key twice", Text("{\"ref\": \"A1\", \"ref\": \"A2\"}\n"), "READ-03"),
        ];
    }

    [Fact]
    public void A_file_torn_at_any_hundredth_is_never_taken_in_when_it_closes_with_a_count()
    {
        using BadInputBench bench = new(feed: BadInputBench.Feed + "\nformat: { trailer: '^TRAILER,(?<rows>\\d+)$' }");
        byte[] whole = Text(BadInputBench.Header + string.Concat(Enumerable.Range(0, 50).Select(i => $"A{i},Zoë,1990-05-06,01/02/2020,M,29\n")) + "TRAILER,50\n");
        byte[] packed = BadInputBench.Gzip(whole);
        for (int percent = 0; percent < 100; percent++)
        {
            foreach ((byte[] file, string name) in new[] { (whole, "torn.csv"), (packed, "torn.csv.gz") })
                bench.Intake.TakeIn(bench.Intake.Write(name, file[..(file.Length * percent / 100)])).IsRefused.ShouldBeTrue($"{name} at {percent}%");
        }
        bench.Intake.Query<long>("SELECT count(*) FROM event").ShouldBe([0]);
        bench.Loaded(whole).RowsAccepted.ShouldBe(50);
    }

    [Fact]
    public void A_file_with_a_flipped_bit_is_refused_where_its_hash_was_sent_along()
    {
        using BadInputBench bench = new();
        byte[] whole = Text(BadInputBench.Good);
        bench.Intake.Write("flipped.csv.sha256", $"SHA256 (flipped.csv) = {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(whole))}\r\n");
        Random random = new(24);
        for (int run = 0; run < 50; run++)
        {
            byte[] flipped = (byte[])whole.Clone();
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            bench.Refuses(run.ToString(CultureInfo.InvariantCulture), flipped, "INTAKE-11", "flipped.csv");
        }
        bench.Intake.TakeIn(bench.Intake.Write("flipped.csv", whole)).Value.AlreadyThere.ShouldBeTrue("the sound file is the good one");
    }

    [Fact]
    public void A_companion_that_holds_no_hash_proves_nothing()
    {
        using BadInputBench bench = new();
        bench.Intake.Write("file.csv.sha256", new string('x', 100_000));
        bench.Refuses("no hash", Text(BadInputBench.Good + "A3,Ng,,01/02/2020,M,30\n"), "INTAKE-11");
    }

    [Fact]
    public void Refusals_of_great_files_take_little_memory()
    {
        using BadInputBench bench = new();
        bench.Loaded(BadInputBench.Good, "good.csv");
        string path = bench.Intake.Write("file.csv", BadInputBench.Gzip(new byte[100 << 20]));
        string row = bench.Intake.Write("row.csv", [.. Text(BadInputBench.Header), .. Enumerable.Repeat((byte)'x', 50 << 20)]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        bench.Intake.TakeIn(path).IsRefused.ShouldBeTrue();
        bench.Intake.TakeIn(row).IsRefused.ShouldBeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(32 << 20);
    }

    [Fact]
    public void A_file_whose_every_row_is_bad_and_long_keeps_few_examples_and_few_reasons()
    {
        using BadInputBench bench = new(feed: BadInputBench.Feed + "\nformat: { delimiter: ',' }");
        string many = string.Concat(Enumerable.Range(2, 3000).Select(i => string.Concat(Enumerable.Repeat("x,", (i % 900) + 7)) + new string('y', 8000) + "\n"));
        Refusal why = bench.Refuses("bad and long", Text(BadInputBench.Header + many), "INTAKE-08");
        why.Details.Count.ShouldBeLessThanOrEqualTo(51);
        bench.Intake.Query<long>("SELECT sum(length(row_text)) FROM quarantine")[0].ShouldBeLessThan(6 << 20);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Laughs() =>
        "<!DOCTYPE x [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY {(char)('a' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i - 1)};", 10))}\">")) + "]>";
}
