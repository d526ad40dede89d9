namespace Shiremoot.Intake.Reading;

/// <summary>
/// Text of another encoding as UTF-8. What is not valid there comes out as bytes that are not valid UTF-8 either, never as U+FFFD:
/// so one check, on the UTF-8, finds bad rows of every encoding.
/// </summary>
internal abstract class DecodedBytes(ByteSource inner) : ByteSource
{
    private const int PieceBytes = 64 << 10;
    private readonly byte[] coded = new byte[PieceBytes];
    private readonly byte[] plain = new byte[(PieceBytes * 4) + 16];
    private int kept;
    private int from;
    private int until;
    private bool ended;

    public override long Used => inner.Used;

    public override int Read(Span<byte> into)
    {
        while (from == until)
        {
            if (ended || Fault is not null) return 0;
            Refill();
        }

        int count = Math.Min(into.Length, until - from);
        plain.AsSpan(from, count).CopyTo(into);
        from += count;
        return count;
    }

    public override void Dispose() => inner.Dispose();

    /// <summary>Turns as much of <paramref name="coded"/> as can be into UTF-8; what is left comes again with more behind it, unless this is the end.</summary>
    protected abstract (int Used, int Written) Decode(Span<byte> coded, Span<byte> plain, bool isEnd);

    private void Refill()
    {
        int read = inner.Read(coded.AsSpan(kept));
        ended = read == 0;
        Fault = inner.Fault;
        int filled = kept + read;
        (int used, until) = Decode(coded.AsSpan(0, filled), plain, ended);
        from = 0;
        kept = filled - used;
        coded.AsSpan(used, kept).CopyTo(coded);
    }
}
