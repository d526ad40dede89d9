namespace Shiremoot.Spine.Standardising;

/// <summary>A token: a code without meaning of its own, which is the same or is not. As written, without blanks around.</summary>
sealed class TokenStandard : IStandard
{
    public bool IsQuick => true;

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        ReadOnlySpan<byte> bare = value.Trim(" \t"u8);
        bare.CopyTo(into);
        return bare.Length;
    }
}
