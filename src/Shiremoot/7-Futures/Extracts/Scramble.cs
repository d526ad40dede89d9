namespace Shiremoot.Futures.Extracts;

/// <summary>
/// A fixed shuffle of the numbers from 0 up to a size, so that references are unique and yet tell nothing of the order people were made in.
/// A Feistel network over two unequal halves, walked until inside (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002).
/// </summary>
sealed class Scramble
{
    private const int Rounds = 4;
    private readonly ulong size, left, right;
    private readonly ulong[] keys = new ulong[Rounds];

    /// <param name="seed">The run's seed.</param>
    /// <param name="name">What the numbers are for: other names shuffle otherwise.</param>
    /// <param name="size">How many numbers, at most 10^18.</param>
    public Scramble(ulong seed, string name, ulong size)
    {
        this.size = size;
        left = Math.Max(1, (ulong)Math.Ceiling(Math.Sqrt(size)));
        right = (size + left - 1) / left;
        Terms.Chance chance = new(seed, System.IO.Hashing.XxHash3.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(name)) >> 32, ExtractChances.Scramble);
        for (int i = 0; i < Rounds; i++) keys[i] = ((ulong)chance.Bits() << 32) | chance.Bits();
    }

    public ulong Of(ulong number)
    {
        if (number >= size) throw new ArgumentOutOfRangeException(nameof(number), $"There is room for {size} references.");
        do number = Once(number);
        while (number >= size);
        return number;
    }

    private ulong Once(ulong number)
    {
        ulong l = number / right, r = number - (l * right);
        for (int i = 0; i < Rounds; i += 2)
        {
            l += Below(r ^ keys[i], left);
            if (l >= left) l -= left;
            r += Below(l ^ keys[i + 1], right);
            if (r >= right) r -= right;
        }
        return (l * right) + r;
    }

    private static ulong Below(ulong value, ulong count)
    {
        return Math.BigMul(Mixed(value), count, out _);
    }

    /// <summary>Every bit of the result depends on every bit of the value (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).</summary>
    public static ulong Mixed(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}

/// <summary>The purposes of the streams of chance the extracts draw from; the rest of the number says which event, case or register.</summary>
static class ExtractChances
{
    public const uint Scramble = 0xE000_0000;

    /// <summary>A row: plus layout times 2^20 plus the event's place in the life.</summary>
    public const uint Row = 0xE400_0000;

    /// <summary>Under which reference a case is written: plus register times 2^20 plus the case.</summary>
    public const uint Case = 0xE800_0000;

    /// <summary>What an agency writes down: plus register times 16 plus the registration, 15 for the number of references.</summary>
    public const uint Register = 0xEC00_0000;

    /// <summary>Where an event happened; of a row's own draw.</summary>
    public const uint Where = 0xF000_0000;

    /// <summary>Where someone is held; of a row's own draw.</summary>
    public const uint Held = 0xF400_0000;

    public const int Share = 20;
}
