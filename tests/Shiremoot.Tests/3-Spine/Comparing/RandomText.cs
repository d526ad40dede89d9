using Shiremoot.Terms;

namespace Shiremoot.Tests.Spine.Comparing;

/// <summary>Pairs of texts to try kernels on: of few letters and of many, short and long, the other text drawn anew or the first with some errors.</summary>
static class RandomText
{
    public static IEnumerable<(byte[] A, byte[] B)> Pairs(ulong seed, int count, int longest)
    {
        byte[] every = [.. Enumerable.Range(0, 256).Select(b => (byte)b)];
        byte[][] alphabets = ["AB"u8.ToArray(), "ABCDE"u8.ToArray(), "ABCDEFGHIJKLMNOPQRSTUVWXYZ -"u8.ToArray(), every];
        for (int n = 0; n < count; n++)
        {
            Chance chance = new(seed, (ulong)n, 1);
            byte[] letters = alphabets[n % alphabets.Length], a = Text(ref chance, letters, chance.Below(longest + 1));
            yield return (a, chance.Happens(0.3) ? Text(ref chance, letters, chance.Below(longest + 1)) : Erring(ref chance, letters, a));
        }
    }

    public static byte[] Text(ref Chance chance, byte[] letters, int length)
    {
        byte[] text = new byte[length];
        for (int at = 0; at < length; at++) text[at] = letters[chance.Below(letters.Length)];
        return text;
    }

    public static byte[] Erring(ref Chance chance, byte[] letters, byte[] text)
    {
        List<byte> other = [.. text];
        for (int errors = 1 + chance.Below(4); errors > 0; errors--) Err(ref chance, letters, other);
        return [.. other];
    }

    /// <summary>One letter put in, left out, replaced or turned round with the next.</summary>
    public static void Err(ref Chance chance, byte[] letters, List<byte> text)
    {
        int at = chance.Below(text.Count + 1);
        switch (chance.Below(4))
        {
            case 0: text.Insert(at, letters[chance.Below(letters.Length)]); break;
            case 1 when at < text.Count: text.RemoveAt(at); break;
            case 2 when at < text.Count: text[at] = letters[chance.Below(letters.Length)]; break;
            case 3 when at + 1 < text.Count: (text[at], text[at + 1]) = (text[at + 1], text[at]); break;
        }
    }
}
