using System.IO.Compression;
using System.IO.Hashing;

namespace Shiremoot.Intake.Reading;

/// <summary>
/// What one entry of a zip holds. The framework hands out as many bytes as the directory declares and says nothing of the rest, nor of a wrong checksum,
/// so length and CRC-32 are checked here against what comes out.
/// </summary>
internal sealed class ZipBytes : ByteSource
{
    private readonly string file;
    private readonly ZipEntry entry;
    private readonly UnpackLimit limit;
    private readonly FileStretch packed;
    private readonly Stream unpacked;
    private readonly Crc32 crc = new();
    private long size;
    private bool ended;

    public ZipBytes(SourceFile file, ZipEntry entry, FileFormat format)
    {
        (this.file, this.entry) = (file.Name, entry);
        limit = UnpackLimit.Of(file, entry.Packed, format);
        packed = new FileStretch(file, entry.Data, entry.Data + entry.Packed);
        unpacked = entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
        if (entry.IsEncrypted) Fault = Refusals.Encrypted(file.Name);
        else if (entry.Method is not (0 or 8)) Fault = Refusals.BadZip(file.Name, $"an entry is packed by method {entry.Method}, which is not read here");
        else Fault = limit.Check(entry.Unpacked);
    }

    public override long Used => packed.Position;

    public override int Read(Span<byte> into)
    {
        if (Fault is not null || ended) return 0;
        int read = Inflate(into);
        crc.Append(into[..read]);
        size += read;
        if (read == 0) End();
        else if (size > entry.Unpacked) Fault ??= Refusals.BadZip(file, "an entry holds more than it declares");
        Fault ??= limit.Check(size);
        return Fault is null ? read : 0;
    }

    public override void Dispose() => unpacked.Dispose();

    private int Inflate(Span<byte> into)
    {
        try
        {
            return unpacked.Read(into);
        }
        catch (InvalidDataException)
        {
            Fault = Refusals.BadZip(file, "the packed data of an entry makes no sense");
            return 0;
        }
    }

    private void End()
    {
        ended = true;
        if (size != entry.Unpacked) Fault ??= Refusals.BadZip(file, $"an entry declares {entry.Unpacked:N0} bytes and holds {size:N0}");
        else if (crc.GetCurrentHashAsUInt32() != entry.Crc) Fault ??= Refusals.BadZip(file, "the checksum of an entry is wrong");
        else if (packed.Position != entry.Data + entry.Packed) Fault ??= Refusals.BadZip(file, "an entry is packed in fewer bytes than it declares");
    }
}
