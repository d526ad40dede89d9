using Microsoft.Win32.SafeHandles;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>The file, opened once: a rename under us changes nothing, and a change of the bytes themselves is noticed at the end.</summary>
internal sealed class SourceFile : IDisposable
{
    private readonly SafeFileHandle handle;
    private readonly DateTime modified;

    private SourceFile(string path, SafeFileHandle handle)
    {
        this.handle = handle;
        Name = Path.GetFileName(path);
        Length = RandomAccess.GetLength(handle);
        modified = File.GetLastWriteTimeUtc(handle);
    }

    /// <summary>The name without its folder, for messages.</summary>
    public string Name { get; }

    public long Length { get; }

    public DateTime ModifiedUtc => modified;

    /// <summary>True if the file has been written to since it was opened.</summary>
    public bool HasChanged => RandomAccess.GetLength(handle) != Length || File.GetLastWriteTimeUtc(handle) != modified;

    public static Outcome<SourceFile> Open(string path)
    {
        try
        {
            return new SourceFile(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.SequentialScan));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Refusals.NoFile(Path.GetFileName(path));
        }
    }

    /// <summary>Bytes from <paramref name="offset"/> on; 0 at the end of the file.</summary>
    public int Read(Span<byte> into, long offset) => RandomAccess.Read(handle, into, offset);

    /// <summary>Exactly this many bytes, fewer only at the end of the file.</summary>
    public byte[] Bytes(long offset, int count)
    {
        byte[] bytes = new byte[Math.Max(0, Math.Min(count, Length - offset))];
        int filled = 0;
        while (filled < bytes.Length)
        {
            int read = Read(bytes.AsSpan(filled), offset + filled);
            if (read == 0) return bytes[..filled];
            filled += read;
        }

        return bytes;
    }

    public void Dispose() => handle.Dispose();
}
