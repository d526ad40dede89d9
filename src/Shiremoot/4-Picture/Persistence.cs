using System.Globalization;
using Shiremoot.Picture.PeopleMeasuring;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture;

/// <summary>Of the people with the most events in one year, the share who are among them again the next, beside the others with any. Method: docs/methods/persistence.md.</summary>
static class Persistence
{
    public const string Others = "Others with any";

    /// <summary>The people with the most, in words: the top 5% of a year.</summary>
    public static string Top(PeopleMeasure measure) => string.Create(CultureInfo.InvariantCulture, $"Top {measure.Top[0]}%");

    public static Outcome<List<PeopleRow>> Rows(PeopleMeasure measure, DrawnCohort drawn, PeopleSetting setting, List<string> notes)
    {
        if (GatheredEvents.Of(measure, [], drawn, setting).Refused(out Refusal? why, out GatheredEvents? events)) return why;
        WholeYears years = WholeYears.Of(events.Day, measure.YearBegins);
        int[] counts = new int[drawn.Stories.PeopleCount * years.Count];
        YearKernel.Count(events.Person, years.Places(events.Day), years.Count, counts);
        int[] least = [.. Enumerable.Range(0, years.Count).Select(y => YearKernel.Least(counts, years.Count, y, measure.Top[0]))];
        int pairs = Math.Max(0, years.Count - 1);
        long[,] top = new long[Math.Max(1, pairs), 2], others = new long[Math.Max(1, pairs), 2];
        for (int at = 0; at < counts.Length; at++)
        {
            int year = at % years.Count;
            if (year >= pairs || counts[at] == 0) continue;
            (counts[at] >= least[year] ? top : others)[year, counts[at + 1] >= least[year + 1] ? 0 : 1]++;
        }
        notes.Add("The top of a year are the people with so many events or more that no more than the share named reach it; people with equally many are all in or all out.");
        string[] labels = [.. Enumerable.Range(0, pairs).Select(y => $"{years.Labels[y]} to {years.Labels[y + 1]}")];
        ProtectedTable shownTop = ProtectedTable.Protect(Cells(top), setting.Rules), shownOthers = ProtectedTable.Protect(Cells(others), setting.Rules);
        PeopleRow Row(string by, string group, string each, ProtectedCount with, ProtectedCount people) =>
            new(by, group) { Each = each, People = people, With = with, Share = ProtectedShare.Of(with, people, setting.Interval) };
        List<PeopleRow> rows = [Row("", "Everyone", Top(measure), shownTop.ColumnTotal(0), shownTop.Total), Row(Prevalence.ByEach, Others, Others, shownOthers.ColumnTotal(0), shownOthers.Total)];
        for (int y = 0; y < pairs; y++)
        {
            rows.Add(Row(YearlyMix.ByYear, labels[y], Top(measure), shownTop[y, 0], shownTop.RowTotal(y)));
            rows.Add(Row(YearlyMix.ByYear, labels[y], Others, shownOthers[y, 0], shownOthers.RowTotal(y)));
        }
        return rows;
    }

    private static RawCount[,] Cells(long[,] counts)
    {
        RawCount[,] cells = new RawCount[counts.GetLength(0), 2];
        for (int r = 0; r < counts.GetLength(0); r++) (cells[r, 0], cells[r, 1]) = (new(counts[r, 0]), new(counts[r, 1]));
        return cells;
    }
}
