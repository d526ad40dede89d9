namespace Shiremoot.Spine.Standardising;

/// <summary>
/// A postcode without its space, or an outcode alone. Those that stand for "no fixed abode" or "not known" (NF1 1NF, ZZ99 3VZ) are none.
/// What is not of the form of a postcode is kept as letters and digits: an overseas code, or one mistyped.
/// </summary>
sealed class PostcodeStandard : IStandard
{
    public bool IsQuick => true;

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        int length = 0;
        foreach (byte b in value)
        {
            byte upper = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;
            if ((upper is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')) && length < into.Length) into[length++] = upper;
        }
        ReadOnlySpan<byte> whole = into[..length];
        bool isNone = whole.StartsWith("ZZ99"u8) || whole.SequenceEqual("NF11NF"u8) || whole.SequenceEqual("NF11FA"u8) || whole.SequenceEqual("NFA"u8) || whole.SequenceEqual("UNKNOWN"u8);
        return isNone ? 0 : length;
    }
}
