using System.Buffers.Binary;

namespace Shiremoot.Records.StoriesReading;

/// <summary>
/// The rows of PostgreSQL's binary COPY (Documentation, COPY, Binary Format): a signature of 11 bytes, flags, an extension; then for each row the
/// number of its values and each with its length, -1 for a missing one; -1 in place of a row at the end. All numbers are big-endian.
/// </summary>
sealed class CopyRows(Stream stream) : StoreRows
{
    private const int SignatureLength = 19;
    private byte[] buffer = new byte[256 * 1024];
    private int[] starts = [];
    private int[] lengths = [];
    private int from;
    private int until;
    private bool hasBegun;

    public override bool Next()
    {
        if (!hasBegun)
        {
            Need(SignatureLength);
            int extension = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(from + 15));
            Need(SignatureLength + extension);
            from += SignatureLength + extension;
            hasBegun = true;
        }
        Need(2);
        int columns = BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(from));
        if (columns < 0) return false;
        if (starts.Length != columns) (starts, lengths) = (new int[columns], new int[columns]);
        int at = 2; // counted from the row's beginning, which moves when the buffer is filled
        for (int c = 0; c < columns; c++)
        {
            Need(at + 4);
            lengths[c] = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(from + at));
            starts[c] = at + 4;
            at += 4 + Math.Max(lengths[c], 0);
            Need(at);
        }
        for (int c = 0; c < columns; c++) starts[c] += from;
        from += at;
        return true;
    }

    public override bool IsMissing(int column) => lengths[column] < 0;

    public override long Whole(int column) => BinaryPrimitives.ReadInt64BigEndian(buffer.AsSpan(starts[column]));

    public override double Number(int column) => BinaryPrimitives.ReadDoubleBigEndian(buffer.AsSpan(starts[column]));

    public override ReadOnlySpan<byte> Text(int column) => buffer.AsSpan(starts[column], Math.Max(lengths[column], 0));

    public override void Dispose() => stream.Dispose();

    // Sees to it that so many bytes stand in the buffer from the row's beginning.
    private void Need(int bytes)
    {
        if (until - from >= bytes) return;
        byte[] into = bytes > buffer.Length ? new byte[Math.Max(buffer.Length * 2, bytes)] : buffer;
        buffer.AsSpan(from..until).CopyTo(into);
        (buffer, until, from) = (into, until - from, 0);
        while (until < bytes)
        {
            int read = stream.Read(buffer, until, buffer.Length - until);
            if (read == 0) throw new EndOfStreamException("The rows of the store ended in the middle of a row.");
            until += read;
        }
    }
}
