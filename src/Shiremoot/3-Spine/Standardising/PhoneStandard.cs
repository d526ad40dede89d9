namespace Shiremoot.Spine.Standardising;

/// <summary>A telephone number: its last ten digits, so that +44 121 and 0121 are the same. Fewer than six digits are none.</summary>
sealed class PhoneStandard : IStandard
{
    private const int Kept = 10, Fewest = 6;

    public bool IsQuick => true;

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        int length = 0;
        foreach (byte b in value)
            if (b is >= (byte)'0' and <= (byte)'9' && length < into.Length) into[length++] = b;
        if (length > Kept)
        {
            into.Slice(length - Kept, Kept).CopyTo(into);
            length = Kept;
        }
        return length < Fewest || !into[..length].ContainsAnyExcept(into[0]) ? 0 : length;
    }
}
