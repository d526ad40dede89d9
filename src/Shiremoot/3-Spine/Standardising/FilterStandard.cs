using System.Buffers;
using System.Buffers.Text;

namespace Shiremoot.Spine.Standardising;

/// <summary>A filter of bits written in base64, as the bytes it stands for; none if it is not base64 or holds no bit.</summary>
sealed class FilterStandard : IStandard
{
    public bool IsQuick => true;

    public int Write(ReadOnlySpan<byte> value, Span<byte> into) =>
        Base64.DecodeFromUtf8(value, into, out int read, out int length) == OperationStatus.Done && read == value.Length && into[..length].ContainsAnyExcept((byte)0) ? length : 0;
}
