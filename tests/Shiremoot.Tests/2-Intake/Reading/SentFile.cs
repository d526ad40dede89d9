using System.Text;
using Shiremoot.Intake;
using Shiremoot.Intake.Reading;
using Shiremoot.Terms;
using Shouldly;

namespace Shiremoot.Tests.Intake.Reading;

/// <summary>A file as a partner might send it, in a folder of its own, gone after the test.</summary>
internal sealed class SentFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shiremoot-reading-").FullName;

    public SentFile(byte[] bytes, string name = "extract.csv")
    {
        FilePath = Path.Combine(folder, name);
        File.WriteAllBytes(FilePath, bytes);
    }

    public SentFile(string text, string name = "extract.csv")
        : this(Encoding.UTF8.GetBytes(text), name)
    {
    }

    public string FilePath { get; }

    public TableReader Open(FileFormat? format = null, int block = 256 << 10)
    {
        Outcome<TableReader> opened = TableReading.Open(FilePath, format ?? new FileFormat(), null, block);
        return opened.Refused(out Refusal? why, out TableReader? reader) ? throw new ShouldAssertException(why.ToString()) : reader;
    }

    /// <summary>The code it is refused with, whether when opened or while read; null if it is taken.</summary>
    public string? RefusedWith(FileFormat? format = null, int block = 256 << 10)
    {
        if (TableReading.Open(FilePath, format ?? new FileFormat(), null, block).Refused(out Refusal? why, out TableReader? reader)) return why.Code;
        using (reader)
        {
            while (reader.Read())
            {
            }

            reader.Read().ShouldBeFalse();
            return reader.Stopped?.Code;
        }
    }

    public ReadTable Read(FileFormat? format = null, int block = 256 << 10)
    {
        using TableReader reader = Open(format, block);
        List<string[]> good = [];
        List<(RowFault Fault, string Raw)> bad = [];
        List<long> lines = [];
        while (reader.Read())
        {
            lines.Add(reader.Line);
            if (reader.IsBad) bad.Add((reader.Fault, reader.RawText()));
            else good.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.Field(i)))]);
        }

        (good.Count + bad.Count).ShouldBe((int)reader.Rows);
        bad.Count.ShouldBe((int)reader.BadRows);
        return new ReadTable([.. reader.Headers], good, bad, lines, reader.Stopped, [.. reader.Notes], reader.ContentHash);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

internal sealed record ReadTable(string[] Headers, List<string[]> Good, List<(RowFault Fault, string Raw)> Bad, List<long> Lines, Refusal? Stopped, string[] Notes, string? Hash)
{
    /// <summary>Good rows with / between fields, for short comparisons.</summary>
    public string[] Rows => [.. Good.Select(r => string.Join('/', r))];
}
