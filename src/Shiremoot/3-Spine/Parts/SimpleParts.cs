namespace Shiremoot.Spine.Parts;

/// <summary>The first letters; a shorter value is taken whole, so that J and JO do not meet but J and J do.</summary>
sealed class FirstLetters(int letters) : IValuePart
{
    public void Add(ReadOnlySpan<byte> value, KeyList keys) => keys.Add(value[..Math.Min(letters, value.Length)]);
}

/// <summary>The whole of a value that is more than an initial.</summary>
sealed class SpeltOut : IValuePart
{
    public void Add(ReadOnlySpan<byte> value, KeyList keys)
    {
        if (value.Length > 1) keys.Add(value);
    }
}

/// <summary>The last letters of a value that has as many.</summary>
sealed class LastLetters(int letters) : IValuePart
{
    public void Add(ReadOnlySpan<byte> value, KeyList keys)
    {
        if (value.Length >= letters) keys.Add(value[^letters..]);
    }
}

/// <summary>Each word of two letters or more.</summary>
sealed class EachWord : IValuePart
{
    public void Add(ReadOnlySpan<byte> value, KeyList keys)
    {
        foreach (Range word in value.Split((byte)' '))
            if (value[word].Length > 1) keys.Add(value[word]);
    }
}

/// <summary>Some of the digits of a date written as eight.</summary>
sealed class DatePart(int from, int length) : IValuePart
{
    public void Add(ReadOnlySpan<byte> value, KeyList keys)
    {
        if (value.Length == 8) keys.Add(value.Slice(from, length));
    }
}

/// <summary>Year and month, year and day, month and day: a date with one part mistyped meets the right one in two of the three.</summary>
sealed class TwoOfThree : IValuePart
{
    public void Add(ReadOnlySpan<byte> value, KeyList keys)
    {
        if (value.Length != 8) return;
        keys.Add(value[..6]);
        keys.Add(value[4..]);
        Span<byte> yearAndDay = stackalloc byte[7];
        value[..4].CopyTo(yearAndDay);
        yearAndDay[4] = (byte)'-';
        value[6..].CopyTo(yearAndDay[5..]);
        keys.Add(yearAndDay);
    }
}

/// <summary>A postcode without its last letters: three for the outcode, two for the sector. An outcode alone is its own outcode and has no sector.</summary>
sealed class PostcodePart(int without) : IValuePart
{
    private const int ShortestWhole = 5;

    public void Add(ReadOnlySpan<byte> value, KeyList keys)
    {
        if (value.Length >= ShortestWhole && value[^3] is >= (byte)'0' and <= (byte)'9') keys.Add(value[..^without]);
        else if (without == 3) keys.Add(value);
    }
}
