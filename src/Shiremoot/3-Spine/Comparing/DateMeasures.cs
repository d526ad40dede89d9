using System.Globalization;
using System.Text;
using NodaTime;
using Shiremoot.Terms;

namespace Shiremoot.Spine.Comparing;

/// <summary>
/// How many slips lie between two dates as agencies make them: a digit mistyped, two digits turned round, day and month exchanged, or the whole of the year, month or day another
/// (two slips). 0 if they are the same; 3 if there are more.
/// </summary>
sealed class DateEditsMeasure(RecordColumn column) : Measure
{
    private readonly ValueTable table = column.Table;

    public override float Of(int a, int b)
    {
        float fewest = float.NaN;
        foreach (int x in column.Of(a))
            foreach (int y in column.Of(b))
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
    private readonly RecordColumn column;
    private readonly int[] days;

    public DaysApartMeasure(RecordColumn column)
    {
        this.column = column;
        days = new int[column.Table.Count + 1];
        for (int v = 1; v <= column.Table.Count; v++) days[v] = Day(column.Table[v]);
    }

    public override float Of(int a, int b)
    {
        float fewest = float.NaN;
        foreach (int x in column.Of(a))
            foreach (int y in column.Of(b))
            {
                if (days[x] == Days.Unknown || days[y] == Days.Unknown) continue;
                float apart = Math.Abs(days[x] - days[y]);
                if (!(apart >= fewest)) fewest = apart;
            }
        return fewest;
    }

    private static int Day(ReadOnlySpan<byte> value)
    {
        if (value.Length != 8 || !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int digits)) return Days.Unknown;
        (int year, int month, int day) = (digits / 10_000, digits / 100 % 100, digits % 100);
        if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return Days.Unknown;
        return Days.Number(new LocalDate(year, month, day));
    }
}
