namespace Shiremoot.Spine.Standardising;

/// <summary>A number as written, without blanks, signs of thousands or zeros in front: 0012 is 12.</summary>
sealed class NumberStandard : IStandard
{
    public bool IsQuick => true;

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        int length = 0;
        foreach (byte b in value)
        {
            if (b is (byte)' ' or (byte)',' || length == into.Length) continue;
            if (b is not ((>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-')) return 0;
            into[length++] = b;
        }
        int zeros = 0;
        while (zeros + 1 < length && into[zeros] == (byte)'0' && into[zeros + 1] != (byte)'.') zeros++;
        into[zeros..length].CopyTo(into);
        return length - zeros;
    }
}
