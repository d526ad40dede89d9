namespace Shiremoot.Spine.Parts;

/// <summary>
/// The value, and the value with each letter left out in turn: two values one edit apart share at least one of these (T. Bocek, E. Hunt and B. Stiller, "Fast similarity search in
/// large dictionaries", 2007).
/// </summary>
sealed class Deletions : IValuePart
{
    private const int MostLetters = 24;

    public void Add(ReadOnlySpan<byte> value, KeyList keys)
    {
        keys.Add(value);
        if (value.Length is < 4 or > MostLetters) return;
        Span<byte> without = stackalloc byte[MostLetters - 1];
        for (int at = 0; at < value.Length; at++)
        {
            if (at > 0 && value[at] == value[at - 1]) continue; // leaving out either of two alike is the same
            value[..at].CopyTo(without);
            value[(at + 1)..].CopyTo(without[at..]);
            keys.Add(without[..(value.Length - 1)]);
        }
    }
}
