using System.Text;

namespace Shiremoot.Tests.Intake.Fuzzing;

/// <summary>Small damage of the kinds files meet: flipped bits, lost and doubled stretches, and marks that mean something to some reader.</summary>
sealed class Mutation(Random random)
{
    private static readonly byte[][] Marks =
    [
        .. new[]
        {
            "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\0", "\uFEFF", "\uFFFD", "\u200B", "\u202E", "e\u0301", "é", "\U0001F600", "=1+1", "'", "\\", "%", "_x0000_", "_xD800_",
            "1E5", "1.23457E+12", "1e400", "-0", "NaN", "Infinity", "99999999999999999999", "1,2,3", "1.234,5", "٢٠١٦", "²", "0x1F", "0001-01-01", "9999-12-31", "30/02/2020", "44197", "02-Jan-48",
            "9999-12-31T23:59:59-18:00", "0001-01-01T00:00:00+18:00", "9999", "0000", "9999Q4", "9999-12", "2015/16", "24:00", "23:59:60", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>", "&y;", "]]>",
            "<script>", "' OR 1=1 --", "{{7*7}}", "${jndi:x}", "\u2028", "\u0085", "\u001a", ": ", "- ", "#", "{", "}", "[", "]", "&a", "*a", "!!int", "null", "~", "true", "-1", "0", "2147483648", "(?<", "(a+)+$", "\\p{IsGreek}", "[z-a]",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xFE, 0xFF], [0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x50, 0x4B, 3, 4], [0x1F, 0x8B], new byte[300],
    ];

    /// <summary>The bytes with one to five pieces of damage.</summary>
    public byte[] Of(byte[] whole)
    {
        List<byte> bytes = [.. whole];
        for (int times = 1 + random.Next(5); times > 0; times--) Once(bytes);
        return [.. bytes];
    }

    private void Once(List<byte> bytes)
    {
        int at = random.Next(bytes.Count + 1), length = Math.Min(bytes.Count - at, 1 + (int)Math.Pow(2, random.Next(9)));
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5 when random.Next(20) == 0:
                bytes.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(5000)));
                break;
            default:
                bytes.InsertRange(at, Marks[random.Next(Marks.Length)]);
                break;
        }
    }
}
