using System.IO.Hashing;

namespace Shiremoot.Spine.Parts;

/// <summary>Keys of 32 bits: equal texts have equal keys. No key is 0, which stands for none.</summary>
sealed class KeyList
{
    private uint[] keys = new uint[64];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Keys => keys.AsSpan(0, Count);

    public void Add(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return;
        ulong hash = XxHash3.HashToUInt64(text);
        uint key = unchecked((uint)(hash ^ (hash >> 32)));
        if (Count == keys.Length) Array.Resize(ref keys, keys.Length * 2);
        keys[Count++] = key == 0 ? 1 : key;
    }
}
