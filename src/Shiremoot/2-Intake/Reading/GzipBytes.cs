using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Shiremoot.Intake.Reading;

/// <summary>
/// What a .gz holds, one member after another (RFC 1952). The framework's GZipStream takes a cut file, or rubbish after the end, for a whole one,
/// so the members are taken apart here: each must end in its own CRC-32 and length, and be followed by another or by the end of the file.
/// </summary>
internal sealed class GzipBytes(SourceFile file, UnpackLimit limit) : ByteSource
{
    private const int MostMembers = 1_000_000;
    private readonly Crc32 crc = new();
    private FileStretch? packed;
    private DeflateStream? inflater;
    private long next;
    private long unpacked;
    private long size;
    private int members;

    public override long Used => packed?.Position ?? next;

    public override int Read(Span<byte> into)
    {
        while (Fault is null && (inflater is not null || OpenMember()))
        {
            int read = Inflate(into);
            if (read > 0) return read;
            if (Fault is null) CloseMember();
        }

        return 0;
    }

    public override void Dispose() => inflater?.Dispose();

    private int Inflate(Span<byte> into)
    {
        try
        {
            int read = inflater!.Read(into);
            crc.Append(into[..read]);
            size += read;
            unpacked += read;
            Fault = limit.Check(unpacked);
            return Fault is null ? read : 0;
        }
        catch (InvalidDataException)
        {
            Fault = Refusals.BadGzip(file.Name, "its packed data makes no sense");
            return 0;
        }
    }

    private bool OpenMember()
    {
        if (members > 0 && next == file.Length) return false;
        if (members++ == MostMembers) return Damaged($"it has more than {MostMembers:N0} members");
        int length = HeaderAt(next);
        if (length < 0) return Damaged(members == 1 ? "its header is cut short or unknown" : "other bytes follow its end");
        packed = new FileStretch(file, next + length, file.Length);
        inflater = new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
        crc.Reset();
        size = 0;
        return true;
    }

    // The inflater reads ahead, so the place where the member ended is found by its trailer, which we can compute: CRC-32 and length.
    private void CloseMember()
    {
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)(size & uint.MaxValue));
        inflater!.Dispose();
        inflater = null;
        long from = packed!.LastPiece;
        byte[] tail = file.Bytes(from, (int)(packed.Position - from) + 8);
        for (int at = tail.AsSpan().IndexOf(trailer); at >= 0;)
        {
            next = from + at + 8;
            if (next == file.Length || HeaderAt(next) > 0) return;
            int more = tail.AsSpan(at + 1).IndexOf(trailer);
            if (more < 0) break;
            at += 1 + more;
        }

        Damaged(tail.AsSpan().IndexOf(trailer) >= 0 ? "other bytes follow its end" : "it is cut short, or its checksum or length is wrong");
    }

    private bool Damaged(string why)
    {
        Fault = Refusals.BadGzip(file.Name, why);
        return false;
    }

    // Nearly every header is ten bytes and a name; the longest has a field of 64 KB too.
    private int HeaderAt(long at)
    {
        int length = HeaderLength(file.Bytes(at, 300));
        return length > 0 ? length : HeaderLength(file.Bytes(at, 80_000));
    }

    private static int HeaderLength(ReadOnlySpan<byte> head)
    {
        const int Extra = 4, Name = 8, Comment = 16, Crc = 2;
        if (head.Length < 18 || head[0] != 0x1F || head[1] != 0x8B || head[2] != 8 || (head[3] & 0xE0) != 0) return -1;
        int flags = head[3], at = 10;
        if ((flags & Extra) != 0) at += 2 + BinaryPrimitives.ReadUInt16LittleEndian(head[at..]);
        for (int text = Name; text <= Comment; text += Name)
        {
            if ((flags & text) == 0) continue;
            int end = at < head.Length ? head[at..].IndexOf((byte)0) : -1;
            if (end < 0) return -1;
            at += end + 1;
        }

        if ((flags & Crc) != 0) at += 2;
        return at < head.Length ? at : -1;
    }
}
