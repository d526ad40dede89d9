using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>
/// People by group and class, everyone in one class: each breakdown is one protected table with all its totals, so that no small class can be worked out from the others. What one breakdown has to
/// hide of everyone is hidden everywhere.
/// </summary>
sealed class ClassTables
{
    private readonly IReadOnlyList<Groups> breakdowns;
    private readonly string[] classes;
    private readonly ProtectedTable[] tables;
    private readonly PeopleSetting setting;

    /// <param name="names">The classes in order. Those nobody is in are left out.</param>
    /// <param name="breakdowns">The first is everyone.</param>
    /// <param name="count">Counts people into [group, class].</param>
    /// <param name="setting">How counts are protected.</param>
    public ClassTables(IReadOnlyList<string> names, IReadOnlyList<Groups> breakdowns, Action<long[,], Groups> count, PeopleSetting setting)
    {
        (this.breakdowns, this.setting) = (breakdowns, setting);
        long[][,] counts = [.. breakdowns.Select(groups =>
        {
            long[,] cells = new long[groups.Labels.Count, names.Count];
            count(cells, groups);
            return cells;
        })];
        int[] used = [.. Enumerable.Range(0, names.Count).Where(c => Enumerable.Range(0, counts[0].GetLength(0)).Any(g => counts[0][g, c] > 0))];
        if (used.Length == 0) used = [0]; // nobody at all: a table of nobody
        classes = [.. used.Select(c => names[c])];
        tables = [.. counts.Select(cells => ProtectedTable.Protect(Cells(cells, used), setting.Rules))];
    }

    /// <summary>Everyone; then each class of everyone; then each class of each group.</summary>
    public List<PeopleRow> Rows()
    {
        ProtectedCount everyone = Shares.Everyone(tables, t => t.Total);
        List<PeopleRow> rows = [new PeopleRow("", "Everyone") { People = everyone }];
        for (int c = 0; c < classes.Length; c++)
        {
            int at = c;
            rows.Add(Row("each", classes[c], c, Shares.Everyone(tables, t => t.ColumnTotal(at)), everyone));
        }
        for (int b = 1; b < tables.Length; b++)
            for (int g = 0; g < breakdowns[b].Labels.Count; g++)
                for (int c = 0; c < classes.Length; c++) rows.Add(Row(breakdowns[b].By, breakdowns[b].Labels[g], c, tables[b][g, c], tables[b].RowTotal(g)));
        return rows;
    }

    private PeopleRow Row(string by, string group, int @class, ProtectedCount with, ProtectedCount people) => new(by, group)
    {
        Each = classes[@class],
        People = people,
        With = with,
        Share = ProtectedShare.Of(with, people, setting.Interval),
    };

    private static RawCount[,] Cells(long[,] counts, int[] used)
    {
        RawCount[,] cells = new RawCount[counts.GetLength(0), used.Length];
        for (int g = 0; g < counts.GetLength(0); g++)
            for (int c = 0; c < used.Length; c++) cells[g, c] = new RawCount(counts[g, used[c]]);
        return cells;
    }
}
