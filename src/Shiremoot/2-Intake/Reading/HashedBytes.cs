using System.Security.Cryptography;

namespace Shiremoot.Intake.Reading;

/// <summary>Bytes passed on as they are, with the SHA-256 of all of them at the end.</summary>
internal sealed class HashedBytes(ByteSource inner) : ByteSource
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override long Used => inner.Used;

    /// <summary>In hexadecimal; null until the end has been reached without a fault.</summary>
    public string? Hash { get; private set; }

    public override int Read(Span<byte> into)
    {
        if (Hash is not null) return 0;
        int read = inner.Read(into);
        if (read > 0) hash.AppendData(into[..read]);
        else if ((Fault = inner.Fault) is null) Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        return read;
    }

    public override void Dispose()
    {
        hash.Dispose();
        inner.Dispose();
    }
}
