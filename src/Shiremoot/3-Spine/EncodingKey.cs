using System.Security.Cryptography;
using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Spine;

/// <summary>
/// The secret that partners share and whoever links does not have. Each use has a key of its own, derived by HKDF (H. Krawczyk and P. Eronen, RFC 5869) with HMAC-SHA256, so that what one
/// column tells is of no use against another.
/// </summary>
public sealed class EncodingKey
{
    private const int FewestBytes = 32, FewestKinds = 12, MostText = 4096;
    private readonly byte[] secret;

    private EncodingKey(byte[] secret) => this.secret = secret;

    /// <summary>Reads a key from a file that holds it as text, in hexadecimal or base64.</summary>
    public static Outcome<EncodingKey> Read(string path)
    {
        string name = Path.GetFileName(path);
        if (!File.Exists(path)) return Refusals.NoKeyFile(name);
        if (new FileInfo(path).Length > MostText) return Refusals.KeyNotUnderstood(name);
        return ReadText(File.ReadAllText(path, Encoding.Latin1), name);
    }

    /// <summary>Reads a key from its text.</summary>
    public static Outcome<EncodingKey> ReadText(string text, string shownAs)
    {
        string written = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        byte[] secret = new byte[written.Length];
        int length;
        if (written.Length % 2 == 0 && written.All(char.IsAsciiHexDigit)) secret = Convert.FromHexString(written);
        else if (Convert.TryFromBase64String(written, secret, out length)) secret = secret[..length];
        else return Refusals.KeyNotUnderstood(shownAs);
        if (secret.Length < FewestBytes) return Refusals.KeyTooShort(shownAs, secret.Length, FewestBytes);
        return secret.Distinct().Count() < FewestKinds ? Refusals.KeyNotRandom(shownAs) : new EncodingKey(secret);
    }

    /// <summary>The key of one use in one encoding.</summary>
    internal byte[] For(RecordEncoding encoding, string use, int bytes = 32) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, bytes, Encoding.UTF8.GetBytes("shiremoot encoding " + encoding.Id), Encoding.UTF8.GetBytes(use));

    /// <summary>Eight digits that are the same for all files of one key and one encoding, and tell nothing of either.</summary>
    internal string Mark(RecordEncoding encoding) => Convert.ToHexStringLower(For(encoding, "mark\n" + encoding.Canonical, 4));
}
