using System.IO.Hashing;
using System.Text;

namespace Shiremoot.Spine;

/// <summary>A record of a partner: the agency and its own reference.</summary>
public readonly record struct RecordName(string Agency, string Reference)
{
    internal static UInt128 Key(string agency, ReadOnlySpan<byte> reference)
    {
        Span<byte> whole = reference.Length + (agency.Length * 3) < 512 ? stackalloc byte[512] : new byte[reference.Length + (agency.Length * 3) + 1];
        int length = Encoding.UTF8.GetBytes(agency, whole);
        whole[length++] = 0;
        reference.CopyTo(whole[length..]);
        return XxHash128.HashToUInt128(whole[..(length + reference.Length)]);
    }

    internal UInt128 Key() => Key(Agency, Encoding.UTF8.GetBytes(Reference));
}
