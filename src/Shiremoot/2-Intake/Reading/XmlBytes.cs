namespace Shiremoot.Intake.Reading;

/// <summary>
/// Bytes of an XML part as the stream an XML reader reads. A tag or text longer than allowed ends it: an XML reader keeps a whole tag in memory,
/// and none can hold a "&lt;" inside.
/// </summary>
internal sealed class XmlBytes(ByteSource source, long longest) : Stream
{
    private const int HeadBytes = 2048;
    private readonly List<byte> head = new(HeadBytes);
    private long sinceTag;

    /// <summary>A tag or text was longer than allowed.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The part begins with a document type: refused, for entities in it can read files and fill memory.</summary>
    public bool HasDocumentType => System.Text.Encoding.Latin1.GetString([.. head.Where(b => b != 0)]).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (IsTooLong) return 0;
        int read = source.Read(buffer);
        ReadOnlySpan<byte> bytes = buffer[..read];
        if (head.Count < HeadBytes) head.AddRange(bytes[..Math.Min(read, HeadBytes - head.Count)]);
        int tag = bytes.LastIndexOf((byte)'<');
        sinceTag = tag < 0 ? sinceTag + read : read - tag;
        IsTooLong = sinceTag > longest;
        return IsTooLong ? 0 : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
