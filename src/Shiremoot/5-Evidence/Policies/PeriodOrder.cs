using System.Globalization;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Policies;

/// <summary>
/// Puts periods in order. All labels of a column are of one form: whole numbers, days (2019-04-30), months (2019-04), quarters (2019-Q2) or years that
/// straddle two (2019/20, 2019-20). Dated ones are counted in the widest steps that fit: months, quarters or years.
/// </summary>
sealed class PeriodOrder
{
    private readonly Func<string, int?> read;
    private readonly int first, step;

    private PeriodOrder(Func<string, int?> read, int first, int step, bool isDated) => (this.read, this.first, this.step, IsDated) = (read, first, step, isDated);

    public bool IsDated { get; }

    /// <summary>Of dated periods: 12, 4 or 1; 0 of numbers.</summary>
    public int PeriodsAYear => IsDated && 12 % step == 0 ? 12 / step : 0;

    /// <summary>The place of a period, from 0 for the earliest; null if it is of another form.</summary>
    public int? At(string label) => read(label) is { } at ? (int)Math.Floor((at - (double)first) / step) : null;

    /// <summary>The first place at or after a label.</summary>
    public int? FirstFrom(string label) => read(label) is { } at ? (int)Math.Ceiling((at - (double)first) / step) : null;

    /// <summary>The position in the year, from 0.</summary>
    public int Season(int at, int inYear) => IsDated ? (int)(((((long)first + ((long)at * step)) % 12) + 12) % 12 / (12 / inYear)) : ((at % inYear) + inYear) % inYear;

    public static Outcome<PeriodOrder> Of(string file, IReadOnlyList<string> labels)
    {
        string[] known = [.. labels.Distinct(StringComparer.Ordinal)];
        // 2010-11 and 2011-12 are years where all of a column follow on like that, and months otherwise.
        bool isYears = known.Length > 1 && known.All(k => Straddling(k) is not null);
        foreach ((Func<string, int?> way, bool isDated) in (ReadOnlySpan<(Func<string, int?>, bool)>)[(Whole, false), .. isYears ? ((Func<string, int?>, bool)[])[(Straddling, true)] : [], (Month, true), (Quarter, true), (Day, true)])
        {
            int?[] at = [.. known.Select(way)];
            if (!Array.TrueForAll(at, a => a is not null)) continue;
            int least = at.Min()!.Value, apart = 0;
            foreach (int? a in at) apart = Common(apart, a!.Value - least);
            // Steps wider than a year, or that fit no year, are counted in what divides it.
            return new PeriodOrder(way, least, !isDated || apart == 0 ? 1 : Common(apart, 12), isDated);
        }
        return PolicyRefusals.Periods(file, known);
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && Math.Abs((long)number) < 100_000_000 ? number : null;

    private static int? Straddling(string text) => text.Length is 7 && text[4] is '/' or '-' && Year(text[..4]) is { } year && int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out int next) && next == (year + 1) % 100 ? (year * 12) + 3 : null;

    private static int? Month(string text) => text.Length == 7 && text[4] == '-' && Year(text[..4]) is { } year && int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12 ? (year * 12) + month - 1 : null;

    private static int? Quarter(string text)
    {
        string plain = text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return plain.Length == 6 && char.ToUpperInvariant(plain[4]) == 'Q' && plain[5] is >= '1' and <= '4' && Year(plain[..4]) is { } year ? (year * 12) + ((plain[5] - '1') * 3) : null;
    }

    private static int? Day(string text) => text.Length == 10 && text[4] == '-' && text[7] == '-' && NodaTime.Text.LocalDatePattern.Iso.Parse(text) is { Success: true } day ? (day.Value.Year * 12) + day.Value.Month - 1 : null;

    private static int? Year(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year > 0 ? year : null;

    private static int Common(int a, int b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return Math.Abs(a);
    }
}
