using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Shiremoot.Tests.Intake.Reading;

/// <summary>Makes a zip byte by byte, so that any part of it can lie.</summary>
internal sealed class ZipMaker
{
    private readonly List<byte> bytes = [];
    private readonly List<byte> directory = [];
    private int count;

    public sealed record Lie
    {
        public uint? DeclaredSize { get; init; }

        public uint? Crc { get; init; }

        public int Flags { get; init; }

        public int Method { get; init; } = 8;

        public string? LocalName { get; init; }

        public uint? Offset { get; init; }

        public uint Attributes { get; init; }
    }

    public ZipMaker Add(string name, byte[] content, Lie? lie = null)
    {
        lie ??= new Lie();
        byte[] packed = lie.Method == 8 ? Deflate(content) : content;
        uint crc = lie.Crc ?? Crc32.HashToUInt32(content), size = lie.DeclaredSize ?? (uint)content.Length, offset = lie.Offset ?? (uint)bytes.Count;
        byte[] local = Encoding.UTF8.GetBytes(lie.LocalName ?? name), central = Encoding.UTF8.GetBytes(name);
        Put(bytes, 0x04034b50u, (ushort)20, (ushort)lie.Flags, (ushort)lie.Method, 0u, crc, (uint)packed.Length, size, (ushort)local.Length, (ushort)0);
        bytes.AddRange(local);
        bytes.AddRange(packed);
        Put(directory, 0x02014b50u, (ushort)(lie.Attributes == 0 ? 20 : 0x314), (ushort)20, (ushort)lie.Flags, (ushort)lie.Method, 0u, crc, (uint)packed.Length, size, (ushort)central.Length, (ushort)0, (ushort)0, (ushort)0, (ushort)0, lie.Attributes, offset);
        directory.AddRange(central);
        count++;
        return this;
    }

    public ZipMaker Add(string name, string content, Lie? lie = null) => Add(name, Encoding.UTF8.GetBytes(content), lie);

    public ZipMaker Between(params byte[] rubbish)
    {
        bytes.AddRange(rubbish);
        return this;
    }

    public byte[] Make(int? declaredCount = null)
    {
        List<byte> zip = [.. bytes, .. directory];
        ushort entries = (ushort)Math.Min(declaredCount ?? count, ushort.MaxValue);
        Put(zip, 0x06054b50u, (ushort)0, (ushort)0, entries, entries, (uint)directory.Count, (uint)bytes.Count, (ushort)0);
        return [.. zip];
    }

    public static byte[] Deflate(byte[] content)
    {
        using MemoryStream packed = new();
        using (DeflateStream deflater = new(packed, CompressionLevel.Optimal, leaveOpen: true)) deflater.Write(content);
        return packed.ToArray();
    }

    private static void Put(List<byte> to, params object[] values)
    {
        byte[] four = new byte[4];
        foreach (object value in values)
        {
            if (value is ushort two)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(four, two);
                to.AddRange(four[..2]);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(four, (uint)value);
                to.AddRange(four);
            }
        }
    }
}
