namespace Shiremoot.Spine.Parts;

/// <summary>
/// How a name sounds in English, roughly: the first sound, then the consonants by their group, vowels left out, repeats once. After Soundex (R. C. Russell, 1918) with its groups,
/// but the first letter by sound too (C, K and Q; PH and F; KN and N; WR and R), silent letters left out (GH, H after a consonant, W, Y), and six groups kept in place of three.
/// </summary>
sealed class SoundKey : IValuePart
{
    private const int MostGroups = 6;

    //                                    ABCDEFGHIJKLMNOPQRSTUVWXYZ
    private static ReadOnlySpan<byte> Group => ".123.12..22455.12623.1.2.2"u8;

    public void Add(ReadOnlySpan<byte> value, KeyList keys)
    {
        Span<byte> key = stackalloc byte[MostGroups + 1];
        int length = Write(value, key);
        if (length > 0) keys.Add(key[..length]);
    }

    public static int Write(ReadOnlySpan<byte> value, Span<byte> key)
    {
        Span<byte> letters = stackalloc byte[32];
        int count = 0;
        foreach (byte b in value)
        {
            if (b == (byte)' ') continue;
            if (b is < (byte)'A' or > (byte)'Z') return 0; // not a name of these letters
            if (count < letters.Length) letters[count++] = b;
        }
        if (count == 0) return 0;
        ReadOnlySpan<byte> rest = letters[..count];
        key[0] = First(ref rest);
        int length = 1;
        byte last = GroupOf(key[0]);
        for (int at = 0; at < rest.Length && length < key.Length; at++)
        {
            byte letter = rest[at];
            if (letter is (byte)'H' or (byte)'W') continue;                                        // they do not part two of a group
            if (letter == (byte)'G' && at + 1 < rest.Length && rest[at + 1] == (byte)'H') continue; // Wright, Hughes
            byte group = letter == (byte)'P' && at + 1 < rest.Length && rest[at + 1] == (byte)'H' ? (byte)'1' : GroupOf(letter);
            if (group != (byte)'.' && group != last) key[length++] = group;
            last = group;
        }
        return length;
    }

    private static byte GroupOf(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? Group[letter - 'A'] : (byte)'.';

    private static byte First(ref ReadOnlySpan<byte> rest)
    {
        byte first = rest[0], second = rest.Length > 1 ? rest[1] : (byte)0;
        int taken = 1;
        (byte sound, taken) = (first, second) switch
        {
            ((byte)'P', (byte)'H') => ((byte)'F', 2),
            ((byte)'K' or (byte)'G', (byte)'N') => ((byte)'N', 2),
            ((byte)'W', (byte)'R') => ((byte)'R', 2),
            ((byte)'C', (byte)'E' or (byte)'I' or (byte)'Y') => ((byte)'S', taken),
            ((byte)'C' or (byte)'Q', _) => ((byte)'K', taken),
            ((byte)'G', (byte)'E' or (byte)'I') => ((byte)'J', taken),
            ((byte)'Z' or (byte)'X', _) => ((byte)'S', taken),
            ((byte)'Y' or (byte)'E' or (byte)'O' or (byte)'U' or (byte)'I', _) => ((byte)'A', taken),
            ((byte)'V', _) => ((byte)'F', taken),
            _ => (first, taken),
        };
        rest = rest[taken..];
        return sound;
    }
}
