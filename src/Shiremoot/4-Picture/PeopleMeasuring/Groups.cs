using System.Globalization;
using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>A breakdown: the group of each person as a number, and the groups' labels in order. Those with a missing value are the last group.</summary>
sealed record Groups(string By, IReadOnlyList<string> Labels, int[] Of)
{
    public const string NotKnown = "Not known";
    private const int Most = 200;

    public static Groups Everyone(int people) => new("", ["Everyone"], new int[people]);

    /// <summary>Groups people by a column; refused if there are too many. Only groups that people of the cohort are in have a place.</summary>
    public static Outcome<Groups> Make(StoryColumn column, ReadOnlySpan<bool> isIn)
    {
        int[] code = Codes(column, out string[] labels);
        bool[] used = new bool[labels.Length + 1];
        for (int p = 0; p < code.Length; p++)
            if (isIn[p]) used[code[p] < 0 ? labels.Length : code[p]] = true;
        int[] kept = [.. Order(column, labels).Where(c => used[c])];
        if (kept.Length > Most) return PeopleRefusals.TooManyGroups(column.Name, Most);
        int[] place = new int[labels.Length + 1];
        for (int i = 0; i < kept.Length; i++) place[kept[i]] = i;
        place[labels.Length] = kept.Length;
        string[] shown = [.. kept.Select(c => Shown(column, labels[c])), .. used[labels.Length] ? [NotKnown] : Array.Empty<string>()];
        return new Groups(column.Name, shown, Array.ConvertAll(code, c => place[c < 0 ? labels.Length : c]));
    }

    // Numbers and days become words first: there are few of them where they make groups.
    private static int[] Codes(StoryColumn column, out string[] labels)
    {
        if (column.Value is StoryValue.Text or StoryValue.Flag)
        {
            labels = column.Words;
            return column.Codes;
        }
        double[] values = column.Value == StoryValue.Number ? column.Numbers : Array.ConvertAll(column.Days, d => d == Days.Unknown ? double.NaN : d);
        double[] different = [.. values.Where(v => !double.IsNaN(v)).Distinct().Order()];
        labels = column.Value == StoryValue.Number
            ? Array.ConvertAll(different, v => v.ToString("0.######", CultureInfo.InvariantCulture))
            : Array.ConvertAll(different, v => Days.Date((int)v).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        return Array.ConvertAll(values, v => double.IsNaN(v) ? -1 : Array.BinarySearch(different, v));
    }

    private static IEnumerable<int> Order(StoryColumn column, string[] labels)
    {
        IEnumerable<int> all = Enumerable.Range(0, labels.Length);
        return column.Value is StoryValue.Text or StoryValue.Flag ? all.OrderBy(c => labels[c], StringComparer.Ordinal) : all;
    }

    private static string Shown(StoryColumn column, string label) => column.Value == StoryValue.Flag ? (label == "true" ? "Yes" : "No") : label;
}
