namespace Shiremoot.Intake.Reading;

/// <summary>The bytes of a stretch of the file as they are.</summary>
internal sealed class FileBytes(SourceFile file, long offset, long length) : ByteSource
{
    private long at;

    public override long Used => offset + at;

    public override int Read(Span<byte> into)
    {
        if (at >= length) return 0;
        int read = file.Read(into[..(int)Math.Min(into.Length, length - at)], offset + at);
        at += read;
        return read;
    }
    public override void Dispose()
    {
    }
}
