using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Shiremoot.Spine.Coding;

/// <summary>The short keys of one blocking rule. Keys of all rules look alike, so that nobody sees which rule one is of.</summary>
/// <param name="key">The key of this rule.</param>
/// <param name="bits">How long a key is.</param>
sealed class KeyedBlocks(byte[] key, int bits)
{
    /// <summary>Adds a key for each way in which a record has all parts of the rule; none if it lacks one.</summary>
    /// <param name="parts">For each part the pieces the record has of it.</param>
    /// <param name="into">Where to add them.</param>
    public void Add(IReadOnlyList<uint[]> parts, ISet<uint> into) => Add(parts, 0, new byte[parts.Count * 4], into);

    private void Add(IReadOnlyList<uint[]> parts, int at, byte[] message, ISet<uint> into)
    {
        if (at == parts.Count)
        {
            into.Add(BinaryPrimitives.ReadUInt32LittleEndian(HMACSHA256.HashData(key, message)) >> (32 - bits));
            return;
        }
        foreach (uint piece in parts[at])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(at * 4), piece);
            Add(parts, at + 1, message, into);
        }
    }
}
