using System.IO.Hashing;

namespace Shiremoot.Intake.Mapping;

/// <summary>
/// Remembers what short texts came to, so that a code, an area or a period is worked out once and then found again without making a string.
/// One place for each hash: a newcomer takes the place of an older text, so its size is fixed.
/// </summary>
sealed class Memo<T>
{
    private const int Places = 4096;
    private const int LongestText = 128;
    private readonly Entry?[] entries = new Entry?[Places];
    private readonly Func<string, T> workOut;

    private sealed record Entry(byte[] Text, T Value);

    public Memo(Func<string, T> workOut) => this.workOut = workOut;

    public T Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestText) return workOut(System.Text.Encoding.UTF8.GetString(text));
        ref Entry? place = ref entries[XxHash3.HashToUInt64(text) & (Places - 1)];
        if (place is { } known && text.SequenceEqual(known.Text)) return known.Value;
        place = new Entry(text.ToArray(), workOut(System.Text.Encoding.UTF8.GetString(text)));
        return place.Value;
    }
}
