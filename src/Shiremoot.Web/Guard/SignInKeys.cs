using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Shiremoot.Web.Guard;

/// <summary>
/// Keys of sign-in links. One is live at a time; it opens once, within fifteen minutes. Only its hash is kept.
/// </summary>
public sealed class SignInKeys(TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private sealed class LiveKey(byte[] hash, DateTimeOffset until)
    {
        public byte[] Hash => hash;

        public DateTimeOffset Until => until;
    }

    private LiveKey? live;

    /// <summary>A new key of 256 random bits in place of any live one.</summary>
    public string Issue()
    {
        string key = NewKey(out LiveKey made);
        Interlocked.Exchange(ref live, made);
        return key;
    }

    /// <summary>A new key if none is live; null if one still waits to be used, so that a stranger's asking cannot spoil it.</summary>
    public string? IssueIfNoneLive()
    {
        LiveKey? seen = Volatile.Read(ref live);
        if (seen is not null && clock.GetUtcNow() < seen.Until) return null;
        string key = NewKey(out LiveKey made);
        return ReferenceEquals(Interlocked.CompareExchange(ref live, made, seen), seen) ? key : null;
    }

    /// <summary>Spends a key. True for exactly one caller, however many come at once.</summary>
    public bool Spend(string key)
    {
        LiveKey? seen = Volatile.Read(ref live);
        byte[] given = Hash(key);
        bool same = CryptographicOperations.FixedTimeEquals(given, seen?.Hash ?? new byte[given.Length]);
        if (seen is null || !same || clock.GetUtcNow() >= seen.Until) return false;
        return ReferenceEquals(Interlocked.CompareExchange(ref live, null, seen), seen);
    }

    private string NewKey(out LiveKey made)
    {
        string key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        made = new(Hash(key), clock.GetUtcNow() + Life);
        return key;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
