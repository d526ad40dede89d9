namespace Shiremoot.Spine.Standardising;

/// <summary>An NHS number: ten digits of which the last checks the others (modulo 11); none if it does not.</summary>
sealed class NhsNumberStandard : IStandard
{
    public bool IsQuick => true;

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        int length = 0, sum = 0;
        foreach (byte b in value)
        {
            if (b is (byte)' ' or (byte)'-') continue;
            if (b is < (byte)'0' or > (byte)'9' || length == 10) return 0;
            if (length < 9) sum += (b - '0') * (10 - length);
            into[length++] = b;
        }
        if (length != 10) return 0;
        int check = (11 - (sum % 11)) % 11;
        return check == into[9] - '0' && into[..10].ContainsAnyExcept(into[0]) ? 10 : 0;
    }
}
