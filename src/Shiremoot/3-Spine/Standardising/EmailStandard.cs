namespace Shiremoot.Spine.Standardising;

/// <summary>An address of electronic mail: capitals, no blanks. One without letters on both sides of an @ is none.</summary>
sealed class EmailStandard : IStandard
{
    public bool IsQuick => true;

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        int length = 0, at = -1;
        foreach (byte b in value)
        {
            if (b is (byte)' ' or (byte)'\t' || length == into.Length) continue;
            if (b == (byte)'@') at = length;
            into[length++] = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;
        }
        return at > 0 && at < length - 1 ? length : 0;
    }
}
