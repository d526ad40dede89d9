namespace Shiremoot.Spine.Parts;

/// <summary>What of a value counts: its first letters, how it sounds, the year of a date. One value may give several, any of which may meet.</summary>
interface IValuePart
{
    /// <summary>Adds a key for each; none where the value has no such part.</summary>
    void Add(ReadOnlySpan<byte> value, KeyList keys);
}
