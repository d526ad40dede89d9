namespace Shiremoot.Spine.Standardising;

/// <summary>A number or code given to a person: its letters and digits as capitals. Those of one character repeated (000000, 9999) are placeholders: none.</summary>
sealed class IdentifierStandard : IStandard
{
    public bool IsQuick => true;

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        int length = 0;
        bool isVaried = false;
        foreach (byte b in value)
        {
            byte upper = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;
            if (upper is not ((>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9') or >= 0x80) || length == into.Length) continue;
            isVaried |= length > 0 && upper != into[0];
            into[length++] = upper;
        }
        return isVaried || (length == 1 && into[0] != (byte)'0') ? length : 0;
    }
}
