using System.Globalization;
using System.Text;
using System.Text.Json;
using ExcelDataReader;
using Shiremoot.Intake;
using Shiremoot.Terms;
using Shiremoot.Tests.Trust;
using Shiremoot.Trust;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.BadInput;

/// <summary>Text is kept as it was sent, in every encoding and whatever it says, and made harmless only where it leaves (F36-F41, F54, F59, F60).</summary>
[Trait("kind", "store")]
public sealed class KeptAsSentTests
{
    private const string Names = "ref,surname,born,arrested,sex,age\nA1,Zoë O’Neill,,01/02/2020,F,30\nA2,\"£5, Søren\",,01/02/2020,M,31\n";

    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_rows_in_any_encoding_with_or_without_a_mark_are_the_same_load(string kind)
    {
        using BadInputBench bench = new(kind);
        long load = bench.Loaded(Names).Load;
        byte[][] others =
        [
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Names)], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Names)], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Names)],
            Encoding.Unicode.GetBytes(Names), Encoding.BigEndianUnicode.GetBytes(Names), Windows1252(Names),
        ];
        foreach (byte[] bytes in others)
        {
            Receipt again = bench.Loaded(bytes);
            (again.AlreadyThere, again.Load).ShouldBe((true, load));
        }
        bench.Surnames().ShouldBe(["Zoë O’Neill", "£5, Søren"]);
    }

    [Fact]
    public void Windows_1252_is_found_noted_and_stored_as_the_letters_it_means()
    {
        using BadInputBench bench = new();
        Receipt receipt = bench.Loaded(Windows1252(Names));
        receipt.Notes.ShouldContain(n => n.Contains("windows-1252", StringComparison.OrdinalIgnoreCase));
        bench.Surnames().ShouldBe(["Zoë O’Neill", "£5, Søren"]);
        bench.Intake.Query<long>("SELECT count(*) FROM source_record WHERE instr(surname, char(65533)) > 0").ShouldBe([0]);
    }

    [Fact]
    public void A_line_in_another_encoding_is_quarantined_and_the_rest_loaded()
    {
        using BadInputBench bench = new();
        byte[] mixed = [.. Encoding.UTF8.GetBytes(Names + "A3,Zoë,,01/02/2020,F,30\nA4,Zoë,,01/02/2020,F,30\n"), .. Windows1252("A5,Zoë,,01/02/2020,F,30\n")];
        Receipt receipt = bench.Loaded(mixed);
        (receipt.RowsAccepted, receipt.RowsQuarantined).ShouldBe((4, 1));
        bench.Faults(receipt).Single().Line.ShouldBe(6);
        Loads.Quarantined(bench.Intake.Store, TimeProvider.System, receipt.Load).Single().RowText!.ShouldContain("\\xEB");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NULs_are_quarantined_and_any_line_break_ends_a_row(string kind)
    {
        using BadInputBench bench = new(kind);
        Receipt receipt = bench.Loaded(BadInputBench.Header + "A1,a,,01/02/2020,F,30\r\nA2,b,,01/02/2020,F,30\rA3,c,,01/02/2020,F,30\nA4,d\0,,01/02/2020,F,30\n");
        bench.Surnames().ShouldBe(["a", "b", "c"]);
        bench.Faults(receipt).Single().Line.ShouldBe(5);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Composed_decomposed_unseen_and_look_alike_letters_are_kept_as_sent(string kind)
    {
        string[] names = ["Zo\u00EB", "Zoe\u0308", "Smi\u200Bth", "\u202EhtimS", "Sm\u0456th", "\u00ADSmith", "Smith\u2060"];
        using BadInputBench bench = new(kind);
        bench.Loaded(BadInputBench.Header + string.Concat(names.Select((n, i) => $"A{i},{n},,01/02/2020,F,30\n")));
        bench.Surnames().ShouldBe(names);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Two_hundred_attacks_in_every_text_field_are_stored_letter_for_letter(string kind)
    {
        HostileText.All.Length.ShouldBeGreaterThan(200);
        using BadInputBench bench = new(kind, """
            id: hostile
            title: Hostile
            source: Made up for a test
            origin: generated
            agency: police
            file: file.csv
            columns: { n: { type: id } }
            record: { person: n, forename: text, surname: text, postcode: text, identifiers: { pnc: text }, attributes: [text] }
            events: [{ kind: arrest, person: n, reference: text, provider: text, attributes: [text] }]
            """);
        bench.Loaded("n,text\n" + string.Concat(HostileText.All.Select((t, i) => $"{i},\"{t.Replace("\"", "\"\"")}\"\n"))).RowsQuarantined.ShouldBe(0);
        foreach (string column in new[] { "forename", "surname", "postcode" })
            bench.Intake.Query<string>($"SELECT {column} FROM source_record ORDER BY id").ShouldBe(HostileText.All, column);
        bench.Intake.Query<string>("SELECT reference FROM event ORDER BY id").ShouldBe(HostileText.All);
        foreach (string table in new[] { "source_record", "event" })
            bench.Intake.Query<string>($"SELECT attributes FROM {table} ORDER BY id").Select(j => JsonDocument.Parse(j).RootElement.GetProperty("text").GetString()).ShouldBe(HostileText.All);
    }

    [Fact]
    public void Twins_and_people_of_one_name_and_birthday_stay_two_records()
    {
        using BadInputBench bench = new();
        bench.Loaded(BadInputBench.Header + "A1,Smith-Jones,1990-05-06,01/02/2020,F,30\nA2,Smith-Jones,1990-05-06,01/02/2020,F,30\nA3,Smith,1990-06-05,01/02/2020,M,30\n");
        bench.Surnames().ShouldBe(["Smith-Jones", "Smith-Jones", "Smith"]);
    }

    [Fact]
    public void Formulas_taken_in_are_stored_as_sent_and_leave_every_file_inert()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string[] payloads = [.. FormulaPayloads.All.Where(p => !p.Contains('\0')).Select(p => p.Trim(' ', '\t', '\u00A0')).Where(p => p != "-").Distinct()];
        using BadInputBench bench = new();
        Receipt receipt = bench.Loaded(BadInputBench.Header + string.Concat(payloads.Select((p, i) => $"A{i},\"{p.Replace("\"", "\"\"")}\",,{(i % 3 == 0 ? "\"" + p.Replace("\"", "\"\"") + "\"" : "01/02/2020")},F,30\n")));
        bench.Surnames().Length.ShouldBe((int)receipt.RowsAccepted);
        QuarantinedFault[] faults = [.. Loads.Quarantined(bench.Intake.Store, TimeProvider.System, receipt.Load)];
        faults.Length.ShouldBeGreaterThan(10);
        string[] texts = [.. bench.Surnames(), .. faults.Select(f => f.Value!), .. faults.Select(f => f.RowText!)];
        ReleaseTable table = new("t", "d", "p", "s", Origin.Generated, "none", [new ReleaseColumn("Text", ReleaseKind.Text)], texts.Select(t => (IReadOnlyList<ReleaseCell>)[ReleaseCell.Of(t)]));

        using MemoryStream csv = new(), xlsx = new();
        ReleaseFiles.WriteCsv(table, csv);
        ReleaseFiles.WriteXlsx(table, xlsx).IsRefused.ShouldBeFalse();
        using IExcelDataReader csvReader = ExcelReaderFactory.CreateCsvReader(new MemoryStream(csv.ToArray())), sheet = ExcelReaderFactory.CreateReader(new MemoryStream(xlsx.ToArray()));
        foreach (IExcelDataReader reader in new[] { csvReader, sheet })
        {
            List<string> cells = [];
            reader.Read();
            while (reader.Read()) cells.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
            cells.Count.ShouldBe(texts.Length);
            cells.ShouldAllBe(c => c.Length == 0 || !"=+-@＝＋－＠\t\r\n".Contains(c[0]));
        }
    }

    private static byte[] Windows1252(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252).GetBytes(text);
    }
}
