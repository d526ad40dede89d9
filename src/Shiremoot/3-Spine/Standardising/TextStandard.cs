namespace Shiremoot.Spine.Standardising;

/// <summary>Any text: capitals without marks, one space between words, none around.</summary>
sealed class TextStandard : IStandard
{
    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        int written = Letters.Plain(value, into), length = 0;
        bool isGap = false;
        for (int at = 0; at < written; at++)
        {
            byte b = into[at];
            if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                isGap = length > 0;
                continue;
            }
            if (isGap) into[length++] = (byte)' ';
            isGap = false;
            into[length++] = b;
        }
        return length;
    }
}
