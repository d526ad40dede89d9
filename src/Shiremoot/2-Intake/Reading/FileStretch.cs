namespace Shiremoot.Intake.Reading;

/// <summary>A stretch of the file as the stream an inflater reads from; remembers where its last piece began.</summary>
internal sealed class FileStretch(SourceFile file, long from, long until) : Stream
{
    private long at = from;

    /// <summary>Where in the file the last piece handed out began: packed data that has ended, ended after this.</summary>
    public long LastPiece { get; private set; } = from;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>The place in the file the next piece comes from.</summary>
    public override long Position { get => at; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (at >= until || buffer.IsEmpty) return 0;
        int read = file.Read(buffer[..(int)Math.Min(buffer.Length, until - at)], at);
        if (read > 0) LastPiece = at;
        at += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
