using System.Buffers.Binary;
using Shiremoot.Terms;

namespace Shiremoot.Intake.Reading;

/// <summary>
/// The entries of a zip, from its central directory (PKWARE APPNOTE 6.3), each checked against the local header that really stands before its data.
/// Entries must follow each other from the first byte of the file to the directory: no overlap, no hidden data before, between or after.
/// </summary>
internal static class ZipDirectory
{
    private const int MostEntries = 10_000, MostDirectoryBytes = 16 << 20, EndLength = 22, EntryLength = 46;
    private const uint EndMark = 0x06054b50, End64Mark = 0x06064b50, Locator64Mark = 0x07064b50, EntryMark = 0x02014b50, LocalMark = 0x04034b50;

    /// <summary>True if the file ends as a zip ends, whatever it begins as.</summary>
    public static bool EndsAsZip(SourceFile file) => FindEnd(file, out _) >= 0;

    public static Outcome<List<ZipEntry>> Read(SourceFile file)
    {
        long endAt = FindEnd(file, out byte[] end);
        if (endAt < 0) return Refusals.BadZip(file.Name, "it has no directory at its end, as if it were cut short");
        long count = U16(end, 10), size = U32(end, 12), start = U32(end, 16), directoryEnd = endAt;
        if (count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue)
        {
            if (!Find64(file, endAt, out directoryEnd, out count, out size, out start)) return Refusals.BadZip(file.Name, "its 64-bit directory is missing");
        }

        if (count > MostEntries) return Refusals.ZipEntries(file.Name, $"{count:N0} entries; the most allowed is {MostEntries:N0}");
        if (size < 0 || start < 0 || size > MostDirectoryBytes || start > directoryEnd || start + size != directoryEnd)
            return Refusals.BadZip(file.Name, "its directory does not lie where its end says");
        return Entries(file, file.Bytes(start, (int)size), (int)count).Then(entries => Laid(file, entries, start));
    }

    private static Outcome<List<ZipEntry>> Entries(SourceFile file, byte[] directory, int count)
    {
        List<ZipEntry> entries = new(count);
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        ReadOnlySpan<byte> left = directory;
        while (left.Length >= EntryLength && U32(left, 0) == EntryMark)
        {
            int nameLength = U16(left, 28), extraLength = U16(left, 30), length = EntryLength + nameLength + extraLength + U16(left, 32);
            if (length > left.Length) return Refusals.BadZip(file.Name, "its directory is cut short");
            ReadOnlySpan<byte> nameBytes = left.Slice(EntryLength, nameLength);
            string name = ZipNames.Read(nameBytes);
            if (ZipNames.IsUnsafe(name) || IsLink(left)) return Refusals.UnsafeName(file.Name);
            if (!names.Add(name.TrimEnd('/'))) return Refusals.ZipEntries(file.Name, "two entries of the same name");
            if (Entry(file, left, name, left.Slice(EntryLength + nameLength, extraLength)) is not { } entry)
                return Refusals.BadZip(file.Name, "an entry's own header is not the one its directory gives");
            entries.Add(entry);
            left = left[length..];
        }

        return left.IsEmpty && entries.Count == count ? entries : Refusals.BadZip(file.Name, "its directory does not hold as many entries as it says");
    }

    // The sizes of a large entry stand in its extra field, in this order, only those that do not fit above.
    private static ZipEntry? Entry(SourceFile file, ReadOnlySpan<byte> entry, string name, ReadOnlySpan<byte> extra)
    {
        long packed = U32(entry, 20), unpacked = U32(entry, 24), header = U32(entry, 42);
        ReadOnlySpan<byte> large = Extra64(extra);
        if (!Widen(ref unpacked, ref large) || !Widen(ref packed, ref large) || !Widen(ref header, ref large)) return null;
        int nameLength = U16(entry, 28);
        byte[] local = file.Bytes(header, 30 + nameLength);
        bool same = local.Length == 30 + nameLength && U32(local, 0) == LocalMark && U16(local, 8) == U16(entry, 10)
            && ((U16(local, 6) ^ U16(entry, 8)) & 0x2041) == 0 && U16(local, 26) == nameLength && local.AsSpan(30).SequenceEqual(entry.Slice(EntryLength, nameLength));
        return same
            ? new ZipEntry(name, U16(entry, 10), U16(entry, 8), U32(entry, 16), packed, unpacked, header, header + 30 + nameLength + U16(local, 28))
            : null;
    }

    private static Outcome<List<ZipEntry>> Laid(SourceFile file, List<ZipEntry> entries, long directory)
    {
        long at = 0;
        bool descriptor = false;
        foreach (ZipEntry entry in entries.OrderBy(e => e.Header))
        {
            if (!Follows(entry.Header, at, descriptor)) return Refusals.BadZip(file.Name, "its entries overlap, or other data lies before or between them");
            if (entry.Packed > directory || entry.Data + entry.Packed > directory) return Refusals.BadZip(file.Name, "an entry runs past its directory");
            at = entry.Data + entry.Packed;
            descriptor = entry.HasDescriptor;
        }

        if (!Follows(directory, at, descriptor)) return Refusals.BadZip(file.Name, "other data lies before its directory");
        return entries;
    }

    // After packed data may stand a descriptor: CRC and two sizes of 4 or 8 bytes, with or without a mark.
    private static bool Follows(long next, long end, bool descriptor) => next == end || (descriptor && next - end is 12 or 16 or 20 or 24);

    private static long FindEnd(SourceFile file, out byte[] end)
    {
        int length = (int)Math.Min(file.Length, EndLength + ushort.MaxValue);
        byte[] tail = file.Bytes(file.Length - length, length);
        for (int at = tail.Length - EndLength; at >= 0; at--)
        {
            if (U32(tail, at) != EndMark || at + EndLength + U16(tail, at + 20) != tail.Length) continue;
            end = tail[at..];
            return file.Length - length + at;
        }

        end = [];
        return -1;
    }

    private static bool Find64(SourceFile file, long endAt, out long directoryEnd, out long count, out long size, out long start)
    {
        (directoryEnd, count, size, start) = (0, 0, 0, 0);
        if (endAt < 20) return false;
        byte[] locator = file.Bytes(endAt - 20, 20);
        if (U32(locator, 0) != Locator64Mark) return false;
        directoryEnd = I64(locator, 8);
        if (directoryEnd < 0 || directoryEnd > endAt - 20 - 56) return false;
        byte[] end = file.Bytes(directoryEnd, 56);
        (count, size, start) = (I64(end, 32), I64(end, 40), I64(end, 48));
        return U32(end, 0) == End64Mark && count >= 0;
    }

    private static ReadOnlySpan<byte> Extra64(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int length = U16(extra, 2);
            if (length + 4 > extra.Length) break;
            if (U16(extra, 0) == 1) return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }

        return default;
    }

    private static bool Widen(ref long value, ref ReadOnlySpan<byte> large)
    {
        if (value != uint.MaxValue) return true;
        if (large.Length < 8) return false;
        value = I64(large, 0);
        large = large[8..];
        return value >= 0;
    }

    // Made on Unix (3) with the mode of a symbolic link.
    private static bool IsLink(ReadOnlySpan<byte> entry) => entry[5] == 3 && (U32(entry, 38) >> 28) == 0xA;

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
