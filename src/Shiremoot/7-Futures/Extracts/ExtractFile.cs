using System.Text;

namespace Shiremoot.Futures.Extracts;

/// <summary>A file being written under a name that says it is not finished.</summary>
sealed class ExtractFile : IDisposable
{
    public const string Unfinished = ".unfinished";
    private readonly FileCoding coding;
    private readonly byte[] lineEnd;
    private readonly FileStream stream;
    private readonly string path;
    private byte[] block = new byte[1 << 18];
    private int used;

    public ExtractFile(string path, FileCoding coding, string lineEnd)
    {
        (this.path, this.coding, this.lineEnd) = (path, coding, Encoding.ASCII.GetBytes(lineEnd));
        stream = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        Put(TextCoding.Mark(coding), FileCoding.Utf8);
    }

    public long Bytes { get; private set; }

    /// <summary>Lines so far, those inside a field among them.</summary>
    public long Lines { get; private set; }

    public void Line(string text) => Line(Encoding.UTF8.GetBytes(text));

    public void Line(ReadOnlySpan<byte> utf8, bool mayBreak = false)
    {
        Put(utf8, coding);
        Put(lineEnd, coding);
        Lines += 1 + (mayBreak ? utf8.Count((byte)'\n') : 0);
    }

    public void Close()
    {
        Flush();
        stream.Flush(flushToDisk: true);
        stream.Dispose();
    }

    /// <summary>Gives the finished file its name.</summary>
    public void Settle() => File.Move(path + Unfinished, path, overwrite: true);

    public void Dispose()
    {
        stream.Dispose();
        File.Delete(path + Unfinished);
    }

    private void Put(ReadOnlySpan<byte> utf8, FileCoding into)
    {
        if (block.Length - used < utf8.Length * 2)
        {
            Flush();
            if (block.Length < utf8.Length * 2) block = new byte[utf8.Length * 2];
        }
        used += TextCoding.Write(utf8, into, block.AsSpan(used));
    }

    private void Flush()
    {
        stream.Write(block.AsSpan(0, used));
        Bytes += used;
        used = 0;
    }
}
