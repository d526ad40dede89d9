using System.Text;
using Shiremoot.Intake;
using Shiremoot.Intake.Reading;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.Reading;

/// <summary>Any table written by the rules of RFC 4180 is read back as it was, whatever the delimiter, line break, encoding and end of blocks; no damage crashes.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Bits = ["a", "Zoë", "“x”", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "", "1,5", "£", "日本", "😀", "'", "long enough to pass a block of sixty-four bytes, which is where masks meet"];

    [Fact]
    public void Any_table_is_read_back_as_it_was_written()
    {
        Random random = new(4180);
        for (int run = 0; run < 400; run++)
        {
            char delimiter = ",;\t|"[run % 4];
            string newline = (run / 4 % 3) switch { 0 => "\n", 1 => "\r\n", _ => "\r" };
            int encoding = run / 12 % 4;
            string[][] rows = Table(random, latin: encoding == 3);
            using SentFile file = new(Coded(Written(rows, delimiter, newline, always: run % 5 == 0, random.Next(2) == 0), encoding));
            FileFormat format = new() { Delimiter = delimiter.ToString(), TrimFields = false, Encoding = encoding == 3 ? "windows-1252" : "auto", Headers = "lenient" };
            ReadTable read = file.Read(format with { HeaderRows = 0 }, block: random.Next(1, 150));
            read.Stopped.ShouldBeNull();
            read.Bad.ShouldBeEmpty($"run {run}");
            read.Good.Select(r => string.Join('\u0001', r)).ShouldBe(rows.Select(r => string.Join('\u0001', r)), $"run {run}");
        }
    }

    [Fact]
    public void Every_end_of_a_block_gives_the_same_rows_lines_and_faults()
    {
        string text = "a,b\r\n1,\"x\r\ny\"\r\n\r\n2,\"open\r\n3,\"q\"\"q\"\r\n4\r\n5,Zoë\r6,\"\"\n7,end";
        using SentFile file = new(text);
        ReadTable first = file.Read();
        for (int block = 1; block < text.Length + 3; block++)
        {
            ReadTable read = file.Read(block: block);
            read.Rows.ShouldBe(first.Rows);
            read.Lines.ShouldBe(first.Lines);
            read.Bad.ShouldBe(first.Bad);
            read.Hash.ShouldBe(first.Hash);
        }

        first.Lines.ShouldBe([2, 5, 6, 7, 8, 9, 10]);
    }

    [Fact]
    public void Flipped_bits_never_crash_the_reader_and_no_row_is_lost()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Written(Table(new Random(1), latin: false, rows: 200), ',', "\n", always: false, end: true));
        Random random = new(24);
        for (int run = 0; run < 300; run++)
        {
            byte[] flipped = (byte[])whole.Clone();
            for (int i = 0; i < 1 + (run % 50); i++) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            using SentFile file = new(flipped);
            if (TableReading.Open(file.FilePath, new FileFormat { Headers = "lenient" }, null, 100).Refused(out _, out TableReader? reader)) continue;
            using (reader)
            {
                long line = 0;
                while (reader.Read())
                {
                    reader.Line.ShouldBeGreaterThan(line);
                    line = reader.Line;
                    if (reader.IsBad) reader.Fault.Reason.ShouldNotBeEmpty();
                    else reader.FieldCount.ShouldBe(reader.Headers.Count);
                }
            }
        }
    }

    private static string[][] Table(Random random, bool latin, int rows = 0)
    {
        int columns = random.Next(2, 6);
        string[] bits = latin ? [.. Bits.Where(b => b.All(c => c < 256 || "“”".Contains(c)))] : Bits;
        return [.. Enumerable.Range(0, rows == 0 ? random.Next(1, 30) : rows).Select(_ => Enumerable.Range(0, columns).Select(_ => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => bits[random.Next(bits.Length)]))).ToArray())];
    }

    private static string Written(string[][] rows, char delimiter, string newline, bool always, bool end)
    {
        string Field(string text) => always || text.AsSpan().IndexOfAny($"{delimiter}\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        return string.Join(newline, rows.Select(r => string.Join(delimiter, r.Select(Field)))) + (end ? newline : "");
    }

    private static byte[] Coded(string text, int encoding) => encoding switch
    {
        0 => Encoding.UTF8.GetBytes(text),
        1 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        2 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
    };
}
