using System.IO.Compression;
using System.Text;
using Shiremoot.Intake;
using Shiremoot.Intake.Reading;
using Shouldly;
using Xunit;

namespace Shiremoot.Tests.Intake.Reading;

/// <summary>Memory does not grow with the file, the row or the malice of either (F27, F28).</summary>
public sealed class BoundedMemoryTests
{
    [Fact]
    public void A_row_of_200_megabytes_is_refused_at_one()
    {
        using SentFile file = new("a,b\n1,2\n");
        Grow(file.FilePath, 200 << 20, new string('x', 1 << 16));
        Allocated(() => file.RefusedWith().ShouldBe("READ-16")).ShouldBeLessThan(16 << 20);
        Allocated(() => file.RefusedWith(new FileFormat { Delimiter = "," }).ShouldBe("READ-16")).ShouldBeLessThan(16 << 20);
    }

    [Fact]
    public void A_quoted_field_of_200_megabytes_is_a_bad_row_for_each_of_its_lines()
    {
        using SentFile file = new("a,b\n1,\"open\n");
        Grow(file.FilePath, 200 << 20, string.Concat(Enumerable.Repeat("no quote in this line at all, and one field\n", 2000)));
        long rows = 0;
        Allocated(() =>
        {
            using TableReader reader = file.Open(new FileFormat { Delimiter = "," });
            while (reader.Read())
            {
                rows++;
                if (reader.FieldCount > 2) throw new ShouldAssertException("a row was made of several");
            }

            reader.Stopped.ShouldBeNull();
        }).ShouldBeLessThan(32 << 20);
        rows.ShouldBeGreaterThan(4_000_000);
    }

    [Fact]
    public void A_first_line_of_200_megabytes_is_refused()
    {
        using SentFile file = new("");
        Grow(file.FilePath, 200 << 20, string.Concat(Enumerable.Repeat("abcdefg,", 10_000)));
        Allocated(() => file.RefusedWith().ShouldBeOneOf("READ-15", "READ-16")).ShouldBeLessThan(24 << 20);
    }

    [Fact]
    public void Ten_times_the_rows_take_no_more_memory_plain_or_packed()
    {
        string rows = string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i},\"Theft, from shop {i % 50}\",{i * 37 % 1000},Zoë\n"));
        foreach (bool packed in new[] { false, true })
        {
            long few = Whole(rows, 300, packed), many = Whole(rows, 3000, packed);
            // What a block costs is a reader of about a kilobyte; a row costs nothing.
            (many - few).ShouldBeLessThan(8 << 20, packed ? "packed" : "plain");
        }
    }

    [Fact]
    public void Every_second_line_bad_takes_neither_long_nor_much()
    {
        using SentFile file = new("a,b\n");
        Grow(file.FilePath, 20 << 20, string.Concat(Enumerable.Repeat("1,2\n3,\"4\n5,\"x\ny\",6\n", 1000)));
        long bad = 0, all = 0;
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        using (TableReader reader = file.Open(new FileFormat { Delimiter = "," }))
        {
            while (reader.Read()) all++;
            bad = reader.BadRows;
            reader.Stopped.ShouldBeNull();
        }

        bad.ShouldBeGreaterThan(all / 3);
        clock.Elapsed.TotalSeconds.ShouldBeLessThan(60);
    }

    private static long Whole(string rows, int times, bool packed)
    {
        using SentFile file = new("");
        using (Stream raw = File.Create(file.FilePath))
        using (Stream to = packed ? new GZipStream(raw, CompressionLevel.Fastest) : raw)
        {
            to.Write("a,b,c,d\n"u8);
            byte[] bytes = Encoding.UTF8.GetBytes(rows);
            for (int i = 0; i < times; i++) to.Write(bytes);
        }

        return Allocated(() =>
        {
            using TableReader reader = file.Open(new FileFormat { MaxRatio = 1000 });
            while (reader.Read()) reader.Field(1).IsEmpty.ShouldBeFalse();
            (reader.Rows, reader.BadRows, reader.Stopped).ShouldBe((times * 1000L, 0L, null));
        });
    }

    private static long Allocated(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Grow(string path, long length, string with)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(with);
        using FileStream file = new(path, FileMode.Append);
        while (file.Length < length) file.Write(bytes);
    }
}
