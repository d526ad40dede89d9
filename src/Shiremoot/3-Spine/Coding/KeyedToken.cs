using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Shiremoot.Spine.Coding;

/// <summary>A value under a key: the same value gives the same token, and without the key neither can be had from the other (HMAC-SHA256, shortened).</summary>
/// <param name="key">The key of this use.</param>
/// <param name="bytes">How much of it is written.</param>
sealed class KeyedToken(byte[] key, int bytes)
{
    public string Of(ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, value, hash);
        return Base64Url.EncodeToString(hash[..bytes]);
    }

    /// <summary>Of a record: its source and its id, which alone need not be unique.</summary>
    public string Of(string source, ReadOnlySpan<byte> id) => Of([.. Encoding.UTF8.GetBytes(source), 0, .. id]);
}
