namespace Shiremoot.Intake.Reading;

/// <summary>Bytes already at hand.</summary>
internal sealed class MemoryBytes(ReadOnlyMemory<byte> bytes) : ByteSource
{
    private int at;

    public override long Used => at;

    public override int Read(Span<byte> into)
    {
        int count = Math.Min(into.Length, bytes.Length - at);
        bytes.Span.Slice(at, count).CopyTo(into);
        at += count;
        return count;
    }
    public override void Dispose()
    {
    }
}
