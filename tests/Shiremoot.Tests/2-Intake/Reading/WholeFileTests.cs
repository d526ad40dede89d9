using System.Security.Cryptography;
using System.Text;
using Shiremoot.Intake;
using Shiremoot.Intake.Reading;
using Shiremoot.Terms;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.Reading;

/// <summary>Torn, changing and renamed files (F09, F23-F26).</summary>
public sealed class WholeFileTests
{
    private static readonly FileFormat WithTrailer = new() { Trailer = "^TRAILER,(?<rows>[0-9,]+)$" };
    private static readonly string Rows = string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},Zoë \"{i}\"\n".Replace($"\"{i}\"", i % 3 == 0 ? "plain" : "é", StringComparison.Ordinal)));
    private static readonly byte[] Whole = Encoding.UTF8.GetBytes($"id,name\n{Rows}TRAILER,500\n");

    [Fact]
    public void A_trailer_is_checked_and_is_no_row()
    {
        using SentFile file = new(Whole);
        foreach (int block in new[] { 1, 64, 4096, 1 << 20 })
        {
            ReadTable read = file.Read(WithTrailer, block);
            (read.Good.Count, read.Bad.Count, read.Stopped).ShouldBe((500, 0, null));
        }
    }

    [Theory]
    [InlineData("TRAILER,499\n")]
    [InlineData("TRAILER,501\n")]
    [InlineData("TRAILER,500\n7,after\n")]
    [InlineData("")]
    public void A_trailer_that_is_wrong_missing_or_not_last_refuses_the_file(string end)
    {
        using SentFile file = new($"id,name\n{Rows}{end}");
        foreach (int block in new[] { 1, 64, 1 << 20 }) file.RefusedWith(WithTrailer, block).ShouldBe("READ-17");
    }

    [Fact]
    public void A_bad_row_counts_as_a_row_of_the_trailer()
    {
        using SentFile file = new("id,name\n1,a\n2,\"b\n3\nTRAILER,3\n\n\n");
        ReadTable read = file.Read(WithTrailer, block: 8);
        (read.Good.Count, read.Bad.Count, read.Stopped).ShouldBe((1, 2, null));
    }

    [Fact]
    public void A_file_torn_at_any_hundredth_of_its_length_is_never_taken_for_whole()
    {
        for (int percent = 1; percent < 100; percent++)
        {
            using SentFile file = new(Whole[..(Whole.Length * percent / 100)]);
            file.RefusedWith(WithTrailer).ShouldNotBeNull($"torn at {percent}%");
        }
    }

    [Fact]
    public void Torn_without_a_trailer_the_last_row_is_bad_or_the_file_says_its_line_does_not_end()
    {
        byte[] plain = Whole[..^12];
        for (int percent = 1; percent < 100; percent++)
        {
            byte[] torn = plain[..(plain.Length * percent / 100)];
            using SentFile file = new(torn);
            ReadTable read = file.Read(new FileFormat { Delimiter = "," });
            int lines = torn.Count(b => b == '\n') + (torn[^1] == '\n' ? 0 : 1);
            if (lines > 1) (read.Good.Count + read.Bad.Count).ShouldBe(lines - 1);
            if (torn[^1] != '\n' && read.Bad.Count == 0 && lines > 1) read.Notes[^1].ShouldContain("cut short");
        }
    }

    [Fact]
    public void A_file_written_to_while_it_is_read_is_refused()
    {
        using SentFile file = new(Whole);
        using TableReader reader = file.Open();
        reader.Read().ShouldBeTrue();
        // From outside: the runtime keeps its own lock against a second writer in this process.
        Append(file.FilePath);
        while (reader.Read())
        {
        }

        reader.Stopped!.Code.ShouldBe("READ-18");
        reader.ContentHash.ShouldBeNull();
    }

    [Fact]
    public void A_file_renamed_over_while_it_is_read_is_read_as_it_was()
    {
        using SentFile file = new(Whole), other = new("id,name\n1,other\n");
        using TableReader reader = file.Open(WithTrailer, block: 64);
        File.Move(other.FilePath, file.FilePath, overwrite: true);
        File.WriteAllText(other.FilePath, "");
        while (reader.Read())
        {
        }

        (reader.Stopped, reader.Rows).ShouldBe((null, 500));
    }

    [Fact]
    public void The_snapshot_is_the_hash_of_the_file_and_an_older_one_is_refused()
    {
        using SentFile file = new(Whole);
        FileSnapshot taken = FileSnapshot.Hash(file.FilePath).Value;
        (taken.Sha256, taken.Length).ShouldBe((Convert.ToHexStringLower(SHA256.HashData(Whole)), Whole.Length));
        using (TableReader reader = TableReading.Open(file.FilePath, new FileFormat(), taken).Value) reader.Read().ShouldBeTrue();
        Append(file.FilePath);
        TableReading.Open(file.FilePath, new FileFormat(), taken).Refused(out Refusal? why, out _).ShouldBeTrue();
        why!.Code.ShouldBe("READ-18");
    }

    [Fact]
    public void Progress_grows_to_the_length_of_the_file()
    {
        using SentFile file = new(Whole);
        using TableReader reader = file.Open(block: 128);
        long before = 0;
        while (reader.Read())
        {
            reader.BytesRead.ShouldBeGreaterThanOrEqualTo(before);
            before = reader.BytesRead;
        }

        (reader.BytesRead, reader.BytesTotal).ShouldBe((Whole.Length, Whole.Length));
        reader.ContentHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Whole)));
    }

    private static void Append(string path)
    {
        using System.Diagnostics.Process shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", "echo 9,more >> \"$0\"", path]);
        shell.WaitForExit();
    }
}
