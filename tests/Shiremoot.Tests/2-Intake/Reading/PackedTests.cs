using System.IO.Compression;
using System.Text;
using Shiremoot.Intake;
using Shiremoot.Intake.Reading;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.Reading;

/// <summary>Files in .gz and .zip, honest and not (F30-F34).</summary>
public sealed class PackedTests
{
    private const string Table = "a,b\n1,2\n3,4\n";
    private static readonly string Long = "a,b\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i},{i * 2654435761L % 1000003}\n"));

    [Fact]
    public void A_gz_is_read_in_one_member_or_many_and_whatever_its_header_holds()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Long);
        string plainHash = new Func<string?>(() => { using SentFile plain = new(whole); return plain.Read().Hash; })()!;
        foreach (int members in new[] { 1, 2, 7, 300 })
        {
            List<byte> packed = [];
            for (int i = 0; i < members; i++) packed.AddRange(Gzip(whole[(whole.Length * i / members)..(whole.Length * (i + 1) / members)]));
            packed.AddRange([0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 6, 0, 0x42, 0x43, 2, 0, 0x1B, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]); // the empty last block of bgzip
            using SentFile file = new([.. packed], "extract.csv.gz");
            ReadTable read = file.Read();
            (read.Stopped, read.Good.Count, read.Hash).ShouldBe((null, 40_000, plainHash), $"{members} members");
        }

        byte[] named = Gzip(Encoding.UTF8.GetBytes(Table));
        named[3] = 8;
        using SentFile withName = new([.. named[..10], .. "name.csv\0"u8, .. named[10..]]);
        withName.Read().Rows.ShouldBe(["1/2", "3/4"]);
    }

    [Fact]
    public void A_gz_cut_anywhere_or_followed_by_anything_is_refused()
    {
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(Long));
        for (int percent = 0; percent < 100; percent++)
        {
            using SentFile torn = new(whole[..Math.Max(3, whole.Length * percent / 100)], "x.csv.gz");
            torn.RefusedWith().ShouldBe("READ-11", $"cut at {percent}%");
        }

        foreach (int cut in new[] { 1, 4, 7, 8, 9 })
        {
            using SentFile torn = new(whole[..^cut], "x.csv.gz");
            torn.RefusedWith().ShouldBe("READ-11");
        }

        foreach (byte[] tail in new byte[][] { [0], [1, 2, 3], new byte[512], whole[..5], whole[..^9], "a,b\n"u8.ToArray() })
        {
            using SentFile followed = new([.. whole, .. tail], "x.csv.gz");
            followed.RefusedWith().ShouldBe("READ-11");
        }
    }

    [Fact]
    public void A_gz_with_any_wrong_bit_in_data_or_trailer_is_refused()
    {
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(Table + Long[4..3000]));
        for (int at = 10; at < whole.Length; at++)
        {
            byte[] flipped = (byte[])whole.Clone();
            flipped[at] ^= 1;
            using SentFile file = new(flipped);
            file.RefusedWith(new FileFormat { Delimiter = "," }).ShouldNotBeNull($"byte {at} of {whole.Length}");
        }
    }

    [Fact]
    public void A_zip_of_one_table_is_read_whatever_else_a_computer_put_in()
    {
        using SentFile file = new(new ZipMaker().Add("data/", "").Add("data/table.csv", Table).Add("__MACOSX/data/._table.csv", "x").Add("data/.DS_Store", "x").Make(), "x.zip");
        file.Read().Rows.ShouldBe(["1/2", "3/4"]);
        using SentFile stored = new(new ZipMaker().Add("t.csv", Table, new() { Method = 0 }).Make());
        stored.Read().Rows.ShouldBe(["1/2", "3/4"]);
        using SentFile real = new(Framework(("a.csv", Table), ("b.csv", "x,y\n5,6\n")));
        real.RefusedWith().ShouldBe("READ-08");
        real.Read(new FileFormat { Entry = "b*" }).Rows.ShouldBe(["5/6"]);
        real.RefusedWith(new FileFormat { Entry = "c*" }).ShouldBe("READ-08");
    }

    [Fact]
    public void The_same_table_has_the_same_hash_however_it_is_packed()
    {
        using SentFile plain = new(Table), gz = new(Gzip(Encoding.UTF8.GetBytes(Table))), zip = new(new ZipMaker().Add("t", Table).Make());
        string?[] hashes = [plain.Read().Hash, gz.Read().Hash, zip.Read().Hash];
        hashes.Distinct().Count().ShouldBe(1);
        hashes[0].ShouldNotBeNull();
    }

    public static TheoryData<string, byte[], string> Lies()
    {
        byte[] table = Encoding.UTF8.GetBytes(Long);
        byte[] good = new ZipMaker().Add("t.csv", table).Make();
        ZipMaker many = new();
        for (int i = 0; i < 10_001; i++) many.Add($"{i}", "", new() { Method = 0 });
        return new()
        {
            { "declares 10 bytes and holds more", new ZipMaker().Add("t.csv", table, new() { DeclaredSize = 10 }).Make(), "READ-06" },
            { "declares more than it holds", new ZipMaker().Add("t.csv", table, new() { DeclaredSize = (uint)table.Length + 1 }).Make(), "READ-06" },
            { "wrong checksum", new ZipMaker().Add("t.csv", table, new() { Crc = 1 }).Make(), "READ-06" },
            { "wrong checksum, stored", new ZipMaker().Add("t.csv", table, new() { Crc = 1, Method = 0 }).Make(), "READ-06" },
            { "two names for one entry", new ZipMaker().Add("t.csv", table, new() { LocalName = "u.csv" }).Make(), "READ-06" },
            { "entries that overlap", new ZipMaker().Add("t.csv", table).Add("t.csv2", "", new() { Offset = 0 }).Make(), "READ-06" },
            { "data between entries", new ZipMaker().Add("t.csv", table).Between(1, 2, 3).Add("u.csv", Table).Make(), "READ-06" },
            { "data before the directory", new ZipMaker().Add("t.csv", table).Between(1, 2, 3).Make(), "READ-06" },
            { "more entries than declared", new ZipMaker().Add("t.csv", table).Add("u.csv", Table).Make(declaredCount: 1), "READ-06" },
            { "cut short", good[..^10], "READ-06" },
            { "cut in half", good[..(good.Length / 2)], "READ-06" },
            { "followed by more", [.. good, 1, 2, 3], "READ-06" },
            { "unknown method", new ZipMaker().Add("t.csv", table, new() { Method = 12 }).Make(), "READ-06" },
            { "encrypted", new ZipMaker().Add("t.csv", table, new() { Flags = 1 }).Make(), "READ-09" },
            { "ten thousand and one entries", many.Make(), "READ-24" },
            { "a hundred thousand declared", new ZipMaker().Add("t.csv", table).Make(declaredCount: 60_000), "READ-24" },
            { "the same name twice", new ZipMaker().Add("t.csv", table).Add("T.CSV", Table).Make(), "READ-24" },
            { "a zip in a zip", new ZipMaker().Add("t.zip", new ZipMaker().Add("u.zip", good).Make()).Make(), "READ-05" },
            { "a gz in a zip", new ZipMaker().Add("t.csv", Gzip(table)).Make(), "READ-05" },
            { "a symbolic link", new ZipMaker().Add("t.csv", "/etc/passwd", new() { Attributes = 0xA1FF0000 }).Make(), "READ-07" },
            { "nothing in it", new ZipMaker().Make(), "READ-08" },
        };
    }

    [Theory]
    [MemberData(nameof(Lies), DisableDiscoveryEnumeration = true)]
    public void A_zip_that_lies_is_refused(string what, byte[] zip, string code)
    {
        using SentFile file = new(zip, "extract.csv");
        file.RefusedWith().ShouldBe(code, what);
    }

    [Theory]
    [InlineData("../../x.csv")]
    [InlineData("a/../../x.csv")]
    [InlineData("..\\x.csv")]
    [InlineData("/etc/x.csv")]
    [InlineData("\\\\server\\x.csv")]
    [InlineData("C:\\x.csv")]
    [InlineData("c:x.csv")]
    [InlineData("CON")]
    [InlineData("data/nul.csv")]
    [InlineData("LPT1.txt")]
    [InlineData("x.csv\0.exe")]
    [InlineData("a//b.csv")]
    [InlineData(" ")]
    public void An_entry_that_points_elsewhere_refuses_the_zip(string name)
    {
        using SentFile file = new(new ZipMaker().Add(name, Table).Make());
        file.RefusedWith().ShouldBe("READ-07");
    }

    [Theory]
    [InlineData("%PDF-1.7\n1,2\n", "READ-03")]
    [InlineData("<!DOCTYPE html><html><body>", "READ-03")]
    [InlineData("\uFEFF <table><tr><td>1</td></tr></table>", "READ-03")]
    [InlineData("{\"a\": 1}\n{\"a\": 2}\n", "READ-03")]
    [InlineData("[[1,2],[3,4]]", "READ-03")]
    [InlineData("{\\rtf1 hello}", "READ-03")]
    [InlineData("Rar!\u001a\u0007", "READ-03")]
    [InlineData("SQLite format 3\0", "READ-03")]
    public void What_is_no_table_is_refused_by_name_whatever_it_is_called(string text, string code)
    {
        using SentFile file = new(text, "extract.csv"), packed = new(Gzip(Encoding.UTF8.GetBytes(text)));
        file.RefusedWith().ShouldBe(code);
        packed.RefusedWith().ShouldBe(code);
    }

    [Fact]
    public void Two_files_in_one_are_refused()
    {
        byte[] zip = new ZipMaker().Add("t.csv", Table).Make();
        using SentFile textAndZip = new([.. Encoding.UTF8.GetBytes(Table), .. zip]);
        textAndZip.RefusedWith().ShouldBe("READ-03");
        using SentFile ole = new([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]], "x.xlsx");
        ole.RefusedWith().ShouldBe("READ-03");
        byte[] noise = new byte[20_000];
        new Random(3).NextBytes(noise);
        using SentFile random = new(noise);
        random.RefusedWith().ShouldBe("READ-03");
    }

    [Fact]
    public void A_bomb_is_refused_by_its_ratio_before_it_fills_anything()
    {
        byte[] zeros = new byte[200 << 20];
        "a,b\n"u8.CopyTo(zeros);
        zeros.AsSpan(4).Fill((byte)'x');
        for (int at = 1000; at < zeros.Length; at += 1000) zeros[at] = (byte)'\n';
        byte[] gz = Gzip(zeros, CompressionLevel.SmallestSize), zip = new ZipMaker().Add("t.csv", zeros).Make(), lying = new ZipMaker().Add("t.csv", zeros, new() { DeclaredSize = 1000 }).Make();
        zeros = [];
        GC.Collect();
        foreach ((byte[] bomb, string code) in new[] { (gz, "READ-10"), (zip, "READ-10"), (lying, "READ-06") })
        {
            using SentFile file = new(bomb);
            long before = GC.GetTotalAllocatedBytes();
            file.RefusedWith(new FileFormat { Delimiter = "," }).ShouldBe(code);
            (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(16 << 20);
            file.RefusedWith(new FileFormat { Delimiter = ",", MaxRatio = 2000 }).ShouldBe(code == "READ-10" ? null : code);
            file.RefusedWith(new FileFormat { Delimiter = ",", MaxRatio = 2000, MaxUnpackedBytes = 1 << 20 }).ShouldBe(code);
        }
    }

    [Fact]
    public void Flipped_bits_in_a_zip_are_refused_or_do_not_matter_and_never_crash()
    {
        byte[] whole = new ZipMaker().Add("t.csv", Long[..4000]).Make();
        string? hash = new Func<string?>(() => { using SentFile file = new(whole); return file.Read().Hash; })();
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] flipped = (byte[])whole.Clone();
            flipped[at] ^= (byte)(1 << (at % 8));
            using SentFile file = new(flipped);
            if (TableReading.Open(file.FilePath, new FileFormat()).Refused(out _, out TableReader? reader)) continue;
            using (reader)
            {
                while (reader.Read())
                {
                }

                if (reader.Stopped is null) reader.ContentHash.ShouldBe(hash, $"byte {at}");
            }
        }
    }

    private static byte[] Gzip(byte[] content, CompressionLevel level = CompressionLevel.Fastest)
    {
        using MemoryStream packed = new();
        using (GZipStream packer = new(packed, level, leaveOpen: true)) packer.Write(content);
        return packed.ToArray();
    }

    private static byte[] Framework(params (string Name, string Content)[] entries)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, string content) in entries)
                using (Stream entry = zip.CreateEntry(name).Open())
                    entry.Write(Encoding.UTF8.GetBytes(content));
        return packed.ToArray();
    }
}
