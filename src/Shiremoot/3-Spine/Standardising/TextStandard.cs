namespace Shiremoot.Spine.Standardising;

/// <summary>Any text: capitals for the letters a to z, one space between words, none around.</summary>
sealed class TextStandard : IStandard
{
    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        int length = 0;
        bool isGap = false;
        foreach (byte b in value)
        {
            if (b is (byte)' ' or (byte)'\t')
            {
                isGap = length > 0;
                continue;
            }
            if (isGap) into[length++] = (byte)' ';
            isGap = false;
            into[length++] = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;
        }
        return length;
    }
}
