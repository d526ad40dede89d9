using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Shiremoot.Terms;

namespace Shiremoot.Records.StoriesReading;

/// <summary>
/// A column that is filled as rows come, in any order and with gaps. It holds numbers while every value is a number, else words; at the end
/// words that are all dates become days and words that are all true or false become flags.
/// </summary>
sealed class GrowingColumn(string name)
{
    private double[]? numbers;
    private int[]? codes;
    private WordTable? words;

    public string Name => name;

    public void Set(int row, double number)
    {
        if (codes is not null)
        {
            Span<byte> text = stackalloc byte[32];
            Utf8Formatter.TryFormat(number, text, out int length);
            Set(row, text[..length]);
            return;
        }
        numbers ??= Filled(16, double.NaN);
        Reach(ref numbers, row, double.NaN);
        numbers[row] = number;
    }

    public void Set(int row, ReadOnlySpan<byte> text)
    {
        if (codes is null) BecomeWords();
        Reach(ref codes!, row, -1);
        codes![row] = words!.Code(text);
    }

    /// <summary>The finished column of so many rows; with an order, row i is what was put in row order[i].</summary>
    public StoryColumn Finish(int rows, int[]? order = null)
    {
        if (numbers is not null) return StoryColumn.OfNumbers(name, Ordered(numbers, rows, order, double.NaN));
        string[] all = words?.Words() ?? [];
        int[] fitted = Ordered(codes ?? [], rows, order, -1);
        if (all.Length > 0 && Array.TrueForAll(all, w => w is "true" or "false")) return StoryColumn.OfFlags(name, fitted, all);
        int[] days = [.. all.Select(DayOf).TakeWhile(d => d != Days.Unknown)];
        return all.Length > 0 && days.Length == all.Length
            ? StoryColumn.OfDays(name, Array.ConvertAll(fitted, c => c < 0 ? Days.Unknown : days[c]))
            : StoryColumn.OfWords(name, fitted, all);
    }

    /// <summary>Rows of a grown array, fitted to a length and an order.</summary>
    public static T[] Ordered<T>(T[] grown, int rows, int[]? order, T missing)
    {
        T[] fitted = new T[rows];
        for (int i = 0; i < rows; i++)
        {
            int from = order is null ? i : order[i];
            fitted[i] = from < grown.Length ? grown[from] : missing;
        }
        return fitted;
    }

    private void BecomeWords()
    {
        words = new WordTable();
        codes = Filled(16, -1);
        double[] before = numbers ?? [];
        numbers = null;
        for (int row = 0; row < before.Length; row++)
            if (!double.IsNaN(before[row])) Set(row, Encoding.UTF8.GetBytes(before[row].ToString("R", CultureInfo.InvariantCulture)));
    }

    // 2024-03-31, alone or with a time after it.
    private static int DayOf(string text) =>
        text.Length >= 10 && (text.Length == 10 || text[10] == 'T') && NodaTime.Text.LocalDatePattern.Iso.Parse(text[..10]).TryGetValue(default, out NodaTime.LocalDate day)
            ? Days.Number(day)
            : Days.Unknown;

    private static void Reach<T>(ref T[] array, int row, T missing)
    {
        if (row < array.Length) return;
        int before = array.Length;
        Array.Resize(ref array, Math.Max(before * 2, row + 1));
        Array.Fill(array, missing, before, array.Length - before);
    }

    private static T[] Filled<T>(int length, T missing)
    {
        T[] made = new T[length];
        Array.Fill(made, missing);
        return made;
    }
}
