using System.Globalization;
using System.Text;
using NodaTime;
using Shiremoot.Terms;

namespace Shiremoot.Spine.Comparing;

/// <summary>
/// How many slips lie between two dates as agencies make them: a digit mistyped, two digits turned round, day and month exchanged, or the whole of the year, month or day another
/// (two slips). 0 if they are the same; 3 if there are more.
/// </summary>
sealed class DateEditsMeasure(FieldCells field) : Measure
{
    private readonly ValueTable table = field.Column.Table;

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        float fewest = float.NaN;
        foreach (int x in field.Of(a))
            foreach (int y in field.Of(b))
            {
                float edits = x == y ? 0 : Edits(table[x], table[y]);
                if (!(edits >= fewest)) fewest = edits;
            }
        return fewest;
    }

    public static int Edits(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != 8 || other.Length != 8) return 3;
        int unlike = 0, first = -1, last = -1;
        for (int at = 0; at < 8; at++)
        {
            if (one[at] == other[at]) continue;
            unlike++;
            if (first < 0) first = at;
            last = at;
        }
        if (unlike <= 1) return unlike;
        if (unlike == 2 && last == first + 1 && one[first] == other[last] && one[last] == other[first]) return 1;
        bool yearSame = one[..4].SequenceEqual(other[..4]), monthSame = one[4..6].SequenceEqual(other[4..6]), daySame = one[6..].SequenceEqual(other[6..]);
        if (yearSame && one[4..6].SequenceEqual(other[6..]) && one[6..].SequenceEqual(other[4..6])) return 1;
        if (unlike == 2 || (yearSame ? 1 : 0) + (monthSame ? 1 : 0) + (daySame ? 1 : 0) == 2) return 2;
        return 3;
    }
}

/// <summary>Days between two dates; a date that does not exist is not told.</summary>
sealed class DaysApartMeasure : Measure
{
    private readonly FieldCells field;
    private readonly int[] days;

    public DaysApartMeasure(FieldCells field)
    {
        this.field = field;
        ValueTable table = field.Column.Table;
        days = new int[table.Count + 1];
        for (int v = 1; v <= table.Count; v++) days[v] = Day(table[v]);
    }

    public override float Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        float fewest = float.NaN;
        foreach (int x in field.Of(a))
            foreach (int y in field.Of(b))
            {
                if (days[x] == Days.Unknown || days[y] == Days.Unknown) continue;
                float apart = Math.Abs(days[x] - days[y]);
                if (!(apart >= fewest)) fewest = apart;
            }
        return fewest;
    }

    public static int Day(ReadOnlySpan<byte> value)
    {
        if (value.Length != 8 || !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int digits)) return Days.Unknown;
        (int year, int month, int day) = (digits / 10_000, digits / 100 % 100, digits % 100);
        if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return Days.Unknown;
        return Days.Number(new LocalDate(year, month, day));
    }
}
