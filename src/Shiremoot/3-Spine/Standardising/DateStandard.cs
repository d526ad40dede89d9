namespace Shiremoot.Spine.Standardising;

/// <summary>
/// A date as eight digits, year first. Reads 1985-03-07, 19850307, 07/03/1985, 7.3.1985, 7 Mar 1985, 07-MAR-85 and 3/7/1985 where the month cannot be the first number.
/// A day or month that does not exist is kept as written (1836-21-01), for it is a typing error of a date and still tells most of it. Dates that systems
/// put where they know none (1 January of 1900 and 1970, 1 January of the year 1, 9999) are none.
/// </summary>
sealed class DateStandard : IStandard
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    public int Write(ReadOnlySpan<byte> value, Span<byte> into)
    {
        Span<int> numbers = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        int count = Parts(value, numbers, digits, out int month);
        if (!YearMonthDay(numbers, digits, count, month, out int y, out int m, out int d)) return 0;
        if (y is < 1000 or > 2999 || m > 99 || d > 99) return 0;
        if (m == 1 && d == 1 && y is 1900 or 1970 or 1000) return 0;
        Put(into, y, 4);
        Put(into[4..], m, 2);
        Put(into[6..], d, 2);
        return 8;
    }

    // Numbers and the month by name, up to a time of day.
    private static int Parts(ReadOnlySpan<byte> value, Span<int> numbers, Span<int> digits, out int month)
    {
        int count = 0;
        month = 0;
        for (int at = 0; at < value.Length;)
        {
            if (value[at] is >= (byte)'0' and <= (byte)'9')
            {
                if (count == 3 || (count == 2 && month > 0)) break;
                int number = 0, length = 0;
                for (; at < value.Length && value[at] is >= (byte)'0' and <= (byte)'9'; at++, length++) number = length < 9 ? (number * 10) + value[at] - '0' : number;
                (numbers[count], digits[count]) = (number, length);
                count++;
                if (count == 1 && length == 8) break;
                continue;
            }
            if (month == 0 && value.Length - at >= 3 && NamedMonth(value.Slice(at, 3)) is > 0 and int named)
            {
                month = named;
                at += 3;
                continue;
            }
            if (count == 3) break;
            at++;
        }
        return count;
    }

    private static int NamedMonth(ReadOnlySpan<byte> letters)
    {
        for (int m = 0; m < Months.Length; m++)
            if ((letters[0] & 0xDF) == Months[m][0] && (letters[1] & 0xDF) == Months[m][1] && (letters[2] & 0xDF) == Months[m][2]) return m + 1;
        return 0;
    }

    private static bool YearMonthDay(ReadOnlySpan<int> numbers, ReadOnlySpan<int> digits, int count, int month, out int y, out int m, out int d)
    {
        (y, m, d) = (0, 0, 0);
        if (count == 1 && digits[0] == 8) (y, m, d) = (numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100);
        else if (count == 2 && month > 0) (y, m, d) = digits[0] == 4 ? (numbers[0], month, numbers[1]) : (Year(numbers[1], digits[1]), month, numbers[0]);
        else if (count == 3 && digits[0] == 4) (y, m, d) = (numbers[0], numbers[1], numbers[2]);
        else if (count == 3) (y, m, d) = numbers[1] > 12 && numbers[0] <= 12 ? (Year(numbers[2], digits[2]), numbers[0], numbers[1]) : (Year(numbers[2], digits[2]), numbers[1], numbers[0]);
        else return false;
        return true;
    }

    // Of two digits, the year nearest before 2030: nobody in the records is born later.
    private static int Year(int number, int digits) => digits > 2 ? number : number < 30 ? 2000 + number : 1900 + number;

    private static void Put(Span<byte> into, int number, int digits)
    {
        for (int at = digits - 1; at >= 0; at--, number /= 10) into[at] = (byte)('0' + (number % 10));
    }
}
