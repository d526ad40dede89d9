using System.Globalization;
using System.Text;
using Shouldly;

namespace Shiremoot.Tests.Picture.Indicators;

/// <summary>Reads a file of inputs and expected values, and holds computed values against them as closely as they are printed.</summary>
sealed class Oracle
{
    public const string Folder = "indicator-statistics";

    private readonly List<string> misses = [];

    /// <summary>Expected values compared so far.</summary>
    public int Compared { get; private set; }

    public static IReadOnlyList<Dictionary<string, string>> Rows(string file)
    {
        List<string[]> records = Parse(File.ReadAllText(TestData.File($"{Folder}/{file}")));
        string[] names = [.. records[0].Select(n => n.Trim())];
        return [.. records.Skip(1).Select(r => names.Zip(r).ToDictionary(p => p.First, p => p.Second.Trim()))];
    }

    /// <summary>The number in a field, or null where the file has none.</summary>
    public static double? Number(string text) => text is "" or "NA" ? null : double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The number in a field that may hold a mark such as c or z instead.</summary>
    public static double? TryNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;

    /// <summary>
    /// Compares a value with the expected one as printed: to 1e-9 of it where twelve or more digits are printed or the file prints all the
    /// digits it has (<paramref name="isFull"/>: a short figure is then exact), else to half a unit of the last digit.
    /// </summary>
    public void Compare(double value, string printed, string what, bool isFull = true)
    {
        double expected = Number(printed) ?? throw new InvalidOperationException($"{what}: nothing is printed");
        double within = isFull || Digits(printed) >= 12 ? 1e-9 * Math.Abs(expected) : HalfUnit(printed);
        Compared++;
        if (!(Math.Abs(value - expected) <= within)) misses.Add($"{what}: {value:R} but {printed} is printed");
    }

    public void Agrees(bool agrees, string what)
    {
        Compared++;
        if (!agrees) misses.Add(what);
    }

    /// <summary>All values agreed, and exactly so many were compared: a file read wrongly cannot pass by comparing nothing.</summary>
    public void ShouldHaveCompared(int values)
    {
        misses.ShouldBeEmpty();
        Compared.ShouldBe(values);
    }

    private static int Digits(string printed) => printed.Split('e')[0].Where(char.IsAsciiDigit).SkipWhile(c => c == '0').Count();

    private static double HalfUnit(string printed)
    {
        int point = printed.IndexOf('.');
        return 0.5 * Math.Pow(10, point < 0 ? 0 : point + 1 - printed.Length) * (1 + 1e-9);
    }

    public static List<string[]> Parse(string text)
    {
        List<string[]> records = [];
        List<string> fields = [];
        StringBuilder field = new();
        bool isQuoted = false;
        foreach (char c in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n') + "\n")
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted || c is not ('\n' or ',')) field.Append(c);
            else
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c != '\n') continue;
                records.Add([.. fields]);
                fields.Clear();
            }
        }
        return records;
    }
}
