using System.Text;
using Shiremoot.Intake;
using Shiremoot.Intake.Reading;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.Reading;

/// <summary>Encodings, delimiters, headers, line breaks and sizes of delimited text (F23, F28, F29, F36-F47, F56).</summary>
public sealed class TextTests
{
    private const string People = "id,name,note\n1,Zoë,£5 – “ok”\n2,O’Neill,plain\n3,Ann,none\n";
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[], string> Encodings() => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(People), "UTF-8, confidence 1.00" },
        { "utf-8 with its mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(People)], "UTF-8, by its mark" },
        { "utf-16 le", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(People)], "UTF-16 little-endian, by its mark" },
        { "utf-16 be", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(People)], "UTF-16 big-endian, by its mark" },
        { "utf-16 le bare", Encoding.Unicode.GetBytes(People), "UTF-16 without a mark" },
        { "utf-16 be bare", Encoding.BigEndianUnicode.GetBytes(People), "UTF-16 without a mark" },
        { "windows-1252", Windows.GetBytes(People), "Windows-1252, confidence 1.00" },
    };

    [Theory]
    [MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public void The_same_table_comes_out_of_every_encoding_and_says_which_it_was(string encoding, byte[] bytes, string note)
    {
        using SentFile file = new(bytes);
        foreach (int block in new[] { 1, 5, 64, 4096 })
        {
            ReadTable read = file.Read(block: block);
            read.Headers.ShouldBe(["id", "name", "note"], encoding);
            read.Rows.ShouldBe(["1/Zoë/£5 – “ok”", "2/O’Neill/plain", "3/Ann/none"]);
            read.Lines.ShouldBe([2, 3, 4]);
            read.Notes.ShouldContain(n => n.StartsWith(note, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_few_lines_of_another_encoding_in_a_UTF_8_file_are_bad_rows_and_the_rest_is_read()
    {
        List<byte> bytes = [.. "id,name\n"u8];
        for (int i = 0; i < 50; i++) bytes.AddRange(i is 7 or 31 ? [.. "9,Zo"u8, 0xEB, (byte)'\n'] : "1,Zoë\n"u8.ToArray());
        using SentFile file = new([.. bytes]);
        ReadTable read = file.Read(block: 64);
        read.Good.Count.ShouldBe(48);
        read.Bad.Select(b => (b.Fault.Line, b.Fault.Reason, b.Raw)).ShouldBe([(9, "bytes that are not UTF-8", "9,Zo\\xEB"), (33, "bytes that are not UTF-8", "9,Zo\\xEB")]);
    }

    [Fact]
    public void UTF_8_in_a_Windows_1252_file_is_a_bad_row_not_two_odd_letters()
    {
        List<byte> bytes = [.. "id,name\n"u8];
        for (int i = 0; i < 50; i++) bytes.AddRange(i == 7 ? "9,Zoë’s\n"u8.ToArray() : Windows.GetBytes("1,Zoë – é\n"));
        using SentFile file = new([.. bytes]);
        ReadTable read = file.Read(block: 32);
        read.Good.Select(r => r[1]).Distinct().ShouldBe(["Zoë – é"]);
        (read.Good.Count, read.Bad.Single().Fault.Line, read.Bad[0].Fault.Reason).ShouldBe((49, 9, "bytes that are not Windows-1252"));
    }

    [Fact]
    public void Bytes_Windows_1252_does_not_define_and_halves_of_a_pair_in_UTF_16_are_bad_rows()
    {
        using SentFile windows = new([.. "id,name\n1,caf"u8, 0xE9, .. "\n2,x"u8, 0x81, .. "\n3,d\n"u8]);
        windows.Read(new FileFormat { Encoding = "windows-1252" }).Bad.Single().Fault.Line.ShouldBe(3);
        using SentFile utf16 = new([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("id,name\n1,a"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("\n2,😀\n")]);
        ReadTable read = utf16.Read(block: 7);
        (read.Bad.Single().Fault.Line, read.Rows.Single()).ShouldBe((2, "2/😀"));
    }

    [Fact]
    public void A_letter_lost_before_the_file_was_sent_is_not_stored()
    {
        using SentFile file = new("id,name\n1,Zo\uFFFD\n2,Zoë\n");
        ReadTable read = file.Read();
        (read.Bad.Single().Fault.Line, read.Rows.Single()).ShouldBe((2, "2/Zoë"));
    }

    [Fact]
    public void A_declared_encoding_that_the_files_mark_denies_is_refused()
    {
        using SentFile file = new([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(People)]);
        file.RefusedWith(new FileFormat { Encoding = "utf-8" }).ShouldBe("READ-12");
    }

    [Theory]
    [InlineData("a;b;c\n1,5;2,5;x\n2,5;3,5;y\n", "1,5/2,5/x")]
    [InlineData("a\tb\tc\n1,5\t2;5\tx\n", "1,5/2;5/x")]
    [InlineData("a|b|c\n1|2|3\n", "1/2/3")]
    [InlineData("a,b,c\n1,2,3\n4,5,6\nragged\n7,8,9\n", "1/2/3")]
    [InlineData("sep=;\na;b,c\n1;2\n", "1/2")]
    [InlineData("only\n1/2\n3\n", "1/2")]
    public void The_delimiter_is_recognised_when_header_and_rows_agree(string text, string firstRow)
    {
        using SentFile file = new(text);
        file.Read().Rows[0].ShouldBe(firstRow);
    }

    [Theory]
    [InlineData("a,b;c\n1,2;3\n4,5;6\n")]
    [InlineData("Extract of arrests\n\na,b,c\n1,2,3\n")]
    [InlineData("a,b,c\n1;2\n3;4\n")]
    public void The_delimiter_is_never_guessed(string text)
    {
        using SentFile file = new(text);
        file.RefusedWith().ShouldBe("READ-13");
    }

    [Fact]
    public void Lines_before_the_header_can_be_skipped()
    {
        using SentFile file = new("Arrests, \"2024\n\na,b\n1,2\n");
        ReadTable read = file.Read(new FileFormat { SkipRows = 2 }, block: 3);
        (string.Join('/', read.Headers), read.Rows.Single(), read.Lines.Single()).ShouldBe(("a/b", "1/2", 4));
    }

    [Theory]
    [InlineData("a,b,a\n1,2,3\n", "READ-14")]
    [InlineData("a,b,A \n1,2,3\n", "READ-14")]
    [InlineData("a,,c\n1,2,3\n", "READ-14")]
    [InlineData("a,b,\n1,2,\n", "READ-14")]
    [InlineData("\"a,b,c\n1,2,3\n", "READ-23")]
    public void A_header_that_does_not_name_each_column_once_is_refused(string text, string code)
    {
        using SentFile file = new(text);
        file.RefusedWith(new FileFormat { Delimiter = "," }).ShouldBe(code);
    }

    [Fact]
    public void Columns_can_be_named_by_position_or_repeats_numbered()
    {
        using SentFile file = new("a,,a\n1,2,3\n");
        file.Read(new FileFormat { Columns = ["x", "y", "z"] }).Headers.ShouldBe(["x", "y", "z"]);
        file.Read(new FileFormat { Headers = "lenient" }).Headers.ShouldBe(["a", "column2", "a (2)"]);
        file.RefusedWith(new FileFormat { Columns = ["x", "y"] }).ShouldBe("READ-14");
        ReadTable none = file.Read(new FileFormat { HeaderRows = 0 });
        (string.Join('/', none.Headers), string.Join(' ', none.Rows)).ShouldBe(("column1/column2/column3", "a//a 1/2/3"));
        using SentFile two = new("2023,2024\ntotal,total\n1,2\n");
        two.Read(new FileFormat { HeaderRows = 2 }).Headers.ShouldBe(["2023 total", "2024 total"]);
    }

    [Fact]
    public void Ragged_rows_and_NULs_are_bad_rows_with_their_line()
    {
        using SentFile file = new("a,b,c\r1,2,3\r\n1,2\n1,2,3,4\n\n1,\0,3\n4,5,6");
        ReadTable read = file.Read(block: 4);
        read.Rows.ShouldBe(["1/2/3", "4/5/6"]);
        read.Bad.Select(b => (b.Fault.Line, b.Fault.Reason)).ShouldBe([(3, "2 fields where the header has 3"), (4, "4 fields where the header has 3"), (6, "a NUL character")]);
        read.Bad[2].Raw.ShouldBe("1,\\x00,3");
        read.Notes[^1].ShouldContain("does not end in a line break");
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("a,b\n", 2, 0)]
    [InlineData("a,b", 2, 0)]
    [InlineData("a,b\n1,2\n", 2, 1)]
    [InlineData("\n\n", 0, 0)]
    [InlineData("\uFEFF", 0, 0)]
    public void Few_rows_or_none_are_told_as_they_are(string text, int columns, int rows)
    {
        using SentFile file = new(text);
        ReadTable read = file.Read();
        (read.Headers.Length, read.Good.Count, read.Bad.Count, read.Stopped).ShouldBe((columns, rows, 0, null));
        read.Hash.ShouldNotBeNull();
    }

    [Fact]
    public void Twenty_thousand_columns_are_refused()
    {
        using SentFile file = new(string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"c{i}")) + "\n");
        file.RefusedWith().ShouldBe("READ-15");
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "READ-16")]
    [InlineData(5000, "READ-16")]
    public void The_longest_row_is_counted_to_the_byte_wherever_blocks_end(int length, string? code)
    {
        using SentFile file = new($"a,b\n1,2\n3,{new string('x', length - 2)}\n4,5\n");
        foreach (int block in new[] { 1, 50, 99, 103, 4096 }) file.RefusedWith(new FileFormat { MaxRowBytes = 100 }, block).ShouldBe(code, $"block {block}");
    }

    [Fact]
    public void Fields_are_trimmed_unless_the_feed_says_not()
    {
        using SentFile file = new(" a , b\n 1 ,\t2 \n");
        file.Read().Rows.ShouldBe(["1/2"]);
        file.Read(new FileFormat { TrimFields = false }).Rows.ShouldBe([" 1 /\t2 "]);
    }

    [Theory]
    [InlineData("kind")]
    [InlineData("delimiter")]
    [InlineData("encoding")]
    [InlineData("trailer")]
    public void A_feed_that_declares_nonsense_is_refused(string key)
    {
        using SentFile file = new("a,b\n1,2\n");
        FileFormat format = key switch
        {
            "kind" => new() { Kind = "json" },
            "delimiter" => new() { Delimiter = "a" },
            "encoding" => new() { Encoding = "latin-9" },
            _ => new() { Trailer = "T(\\d+" },
        };
        file.RefusedWith(format).ShouldBe("READ-02");
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        TableReading.Open("/nowhere/at-all.csv", new FileFormat()).Refused(out var why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("READ-01");
        FileSnapshot.Hash("/nowhere/at-all.csv").IsRefused.ShouldBeTrue();
    }
}
