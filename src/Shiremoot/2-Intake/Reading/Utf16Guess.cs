namespace Shiremoot.Intake.Reading;

/// <summary>Text in UTF-16 of western languages has a zero in nearly every second byte.</summary>
internal static class Utf16Guess
{
    /// <summary>False for little-endian, true for big-endian, null if the bytes are not UTF-16; by its mark if there is one.</summary>
    public static bool? BigEndian(ReadOnlySpan<byte> sample)
    {
        if (sample is [0xFF, 0xFE, ..]) return false;
        if (sample is [0xFE, 0xFF, ..]) return true;
        int pairs = sample.Length / 2, even = 0, odd = 0;
        for (int pair = 0; pair < pairs; pair++)
        {
            if (sample[2 * pair] == 0) even++;
            if (sample[(2 * pair) + 1] == 0) odd++;
        }

        if (pairs < 2) return null;
        if (odd * 10 >= pairs * 6 && even * 20 <= pairs) return false;
        return even * 10 >= pairs * 6 && odd * 20 <= pairs ? true : null;
    }
}
