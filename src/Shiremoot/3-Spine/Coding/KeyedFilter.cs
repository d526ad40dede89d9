using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Shiremoot.Spine.Coding;

/// <summary>
/// Builds Bloom filters of records (B. H. Bloom 1970; R. Schnell, T. Bachteler and J. Reiher 2009; of whole records E. Durham and others 2014). The bits of a piece are drawn one
/// by one from a stream of its own (random hashing; R. Schnell and C. Borgs 2016), not by two hashes counted on, which is what broke early filters. For one thread.
/// </summary>
/// <param name="spec">What the filter is like.</param>
/// <param name="keys">A key for each part that goes in.</param>
/// <param name="noise">The key of the bits turned over.</param>
sealed class KeyedFilter(FilterSpec spec, byte[][] keys, byte[] noise)
{
    private const int MostRemembered = 400_000;
    private readonly Dictionary<(int Part, uint Salt, uint Piece), ushort[]> remembered = [];
    private readonly byte[] bits = new byte[spec.Bits / 8];

    /// <summary>How many bytes a filter is as written.</summary>
    public int Bytes => spec.WrittenBits / 8;

    /// <summary>Puts a piece of a value in.</summary>
    public void Add(int part, uint salt, uint piece)
    {
        if (!remembered.TryGetValue((part, salt, piece), out ushort[]? places))
        {
            if (remembered.Count == MostRemembered) remembered.Clear();
            remembered[(part, salt, piece)] = places = Places(part, salt, piece);
        }
        foreach (ushort place in places) bits[place >> 3] |= (byte)(1 << (place & 7));
    }

    /// <summary>Writes the filter, hardened, and begins anew.</summary>
    /// <param name="record">What tells the record apart: which bits are turned over depends on it.</param>
    /// <param name="into">As long as <see cref="Bytes"/>.</param>
    public void Write(ReadOnlySpan<byte> record, Span<byte> into)
    {
        for (int at = 0; at < into.Length; at++) into[at] = spec.IsFolded ? (byte)(bits[at] ^ bits[at + into.Length]) : bits[at];
        if (spec.Flip > 0) TurnOver(record, into);
        Array.Clear(bits);
    }

    private ushort[] Places(int part, uint salt, uint piece)
    {
        Span<byte> message = stackalloc byte[8], seed = stackalloc byte[32];
        BinaryPrimitives.WriteUInt32LittleEndian(message, salt);
        BinaryPrimitives.WriteUInt32LittleEndian(message[4..], piece);
        HMACSHA256.HashData(keys[part], message, seed);
        ushort[] places = new ushort[spec.Hashes[part].Hashes];
        Span<byte> stream = stackalloc byte[places.Length * 4];
        HKDF.Expand(HashAlgorithmName.SHA256, seed, stream, []);
        for (int h = 0; h < places.Length; h++) places[h] = (ushort)(((ulong)BinaryPrimitives.ReadUInt32LittleEndian(stream[(h * 4)..]) * (ulong)spec.Bits) >> 32);
        return places;
    }

    // Bloom-and-flip (M. Alaggan, S. Gambs and A.-M. Kermarrec 2012), the same bits each time a record is encoded, so that noise cannot be averaged out.
    private void TurnOver(ReadOnlySpan<byte> record, Span<byte> filter)
    {
        Span<byte> seed = stackalloc byte[32], stream = stackalloc byte[filter.Length * 16];
        HMACSHA256.HashData(noise, record, seed);
        HKDF.Expand(HashAlgorithmName.SHA256, seed, stream, []);
        int below = (int)(spec.Flip * 65536);
        for (int bit = 0; bit < filter.Length * 8; bit++)
            if (BinaryPrimitives.ReadUInt16LittleEndian(stream[(bit * 2)..]) < below) filter[bit >> 3] ^= (byte)(1 << (bit & 7));
    }
}
