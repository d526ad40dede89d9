namespace Shiremoot.Spine.Standardising;

/// <summary>
/// A name of a person: capitals without marks; apostrophes, full stops and brackets left out; hyphens and commas a space; titles (Mr, Dr) left out; particles joined to what follows
/// (O' Reilly, Mc Donald, van der Berg, al Hassan), for agencies write them with and without a space. Words that say there is no name are none.
/// </summary>
sealed class NameStandard : IStandard
{
    private static readonly byte[][] Titles = Words("MR", "MRS", "MS", "MISS", "DR", "MASTER", "SIR", "REV");
    private static readonly byte[][] Particles = Words("O", "MC", "MAC", "VAN", "VON", "DE", "DER", "DEN", "LA", "LE", "AL", "EL", "BIN", "ST", "FITZ");
    private static readonly byte[][] Nothing = Words("UNKNOWN", "NOT KNOWN", "NOT STATED", "NOT GIVEN", "NONE", "N A", "NA", "NULL", "NFA", "NO NAME", "X", "XX", "XXX");

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        // SMITH, John is John SMITH.
        if (value.IndexOf((byte)',') is > 0 and int comma && comma < value.Length - 1 && value.LastIndexOf((byte)',') == comma && value.Length < ValueTable.MostBytes)
        {
            Span<byte> turned = stackalloc byte[ValueTable.MostBytes];
            ReadOnlySpan<byte> last = value[..comma], first = value[(comma + 1)..];
            first.CopyTo(turned);
            turned[first.Length] = (byte)' ';
            last.CopyTo(turned[(first.Length + 1)..]);
            return WriteInOrder(turned[..value.Length], into);
        }
        return WriteInOrder(value, into);
    }

    private static int WriteInOrder(ReadOnlySpan<byte> value, Span<byte> into)
    {
        Span<byte> plain = stackalloc byte[ValueTable.MostBytes * 2];
        int written = Letters.Plain(value, plain), length = 0;
        bool isJoined = false;
        int at = 0, last = 0;
        while (NextWord(plain[..written], ref at, into[length..], out int word))
        {
            ReadOnlySpan<byte> whole = into.Slice(length, word);
            if (IsAmong(whole, Titles)) continue;
            if (length > 0 && !isJoined)
            {
                if (length + word + 1 > into.Length) break;
                whole.CopyTo(into[(length + 1)..]);
                into[length++] = (byte)' ';
            }
            if (!isJoined) last = length;
            length += word;
            // A lone O is a particle only before another word; what stands last is the name. Particles joined may make one: DE R.
            isJoined = IsAmong(into[(length - word)..length], Particles) || IsAmong(into[last..length], Particles);
        }
        return IsAmong(into[..length], Nothing) ? 0 : length;
    }

    private static bool NextWord(ReadOnlySpan<byte> plain, ref int at, Span<byte> into, out int length)
    {
        length = 0;
        for (; at < plain.Length; at++)
        {
            byte b = plain[at];
            if (b is (byte)' ' or (byte)'-' or (byte)',' or (byte)'/' or (byte)';' or (byte)'_' or (byte)'\t')
            {
                if (length > 0) return true;
            }
            else if ((b is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9') or >= 0x80) && length < into.Length)
            {
                into[length++] = b;
            }
        }
        return length > 0;
    }

    private static bool IsAmong(ReadOnlySpan<byte> word, byte[][] words)
    {
        foreach (byte[] one in words)
            if (word.SequenceEqual(one)) return true;
        return false;
    }

    private static byte[][] Words(params string[] words) => [.. words.Select(System.Text.Encoding.ASCII.GetBytes)];
}
