using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Spine.Standardising;

/// <summary>A CRO identifier in its canonical form; none if its check letter is wrong, for then nobody knows whose it is.</summary>
sealed class CroStandard : IStandard
{
    public bool IsQuick => true;

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        Span<char> text = stackalloc char[32];
        if (value.Length > text.Length || !Encoding.UTF8.TryGetChars(value, text, out int length)) return 0;
        return CroId.TryRead(text[..length], out CroId id) ? Encoding.ASCII.GetBytes(id.ToString(), into) : 0;
    }
}
