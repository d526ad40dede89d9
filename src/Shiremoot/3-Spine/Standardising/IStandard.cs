namespace Shiremoot.Spine.Standardising;

/// <summary>One form in which to write the values of a kind of field, so that values that mean the same are the same bytes.</summary>
interface IStandard
{
    /// <summary>True if to write a value takes so little that it is not worth remembering what each text became.</summary>
    bool IsQuick => false;

    /// <summary>Writes a value, UTF-8, in its one form; gives the bytes written. None: the value says nothing (empty, a default, not of this kind).</summary>
    int Write(ReadOnlySpan<byte> value, Span<byte> into);
}
