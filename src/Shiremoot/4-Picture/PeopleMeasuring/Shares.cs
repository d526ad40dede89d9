using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Picture.PeopleMeasuring;

/// <summary>
/// Protects yes and no by group, each breakdown as one table with its totals, and everyone as a table of its own. Where any breakdown had to
/// withhold a total, everyone's row withholds it too: the same number must not stand in two tables and be hidden in one.
/// </summary>
sealed class Shares
{
    private readonly ProtectedTable[] yesNo;
    private readonly ProtectedTable[] leftOut;
    private readonly Func<long, long, Interval> interval;

    private Shares(ProtectedTable[] yesNo, ProtectedTable[] leftOut, Func<long, long, Interval> interval) => (this.yesNo, this.leftOut, this.interval) = (yesNo, leftOut, interval);

    public static Shares Of(ReadOnlySpan<byte> answer, IReadOnlyList<Groups> breakdowns, DisclosureRules rules, Func<long, long, Interval> interval)
    {
        ProtectedTable[] yesNo = new ProtectedTable[breakdowns.Count], leftOut = new ProtectedTable[breakdowns.Count];
        for (int b = 0; b < breakdowns.Count; b++)
        {
            Groups groups = breakdowns[b];
            long[] counts = new long[groups.Labels.Count * 3];
            Answers.Count(answer, groups.Of, counts);
            RawCount[,] cells = new RawCount[groups.Labels.Count, 2];
            RawCount[] out3 = new RawCount[groups.Labels.Count];
            for (int g = 0; g < out3.Length; g++)
            {
                cells[g, 0] = new(counts[(g * 3) + Answers.Yes]);
                cells[g, 1] = new(counts[(g * 3) + Answers.No]);
                out3[g] = new(counts[(g * 3) + Answers.LeftOut]);
            }
            yesNo[b] = ProtectedTable.Protect(cells, rules);
            leftOut[b] = ProtectedTable.Protect(out3, rules);
        }
        return new Shares(yesNo, leftOut, interval);
    }

    /// <summary>The row of a group of a breakdown; breakdown 0 is everyone.</summary>
    public PeopleRow Row(Groups groups, int breakdown, int group)
    {
        bool isEveryone = breakdown == 0;
        ProtectedCount with = isEveryone ? Everyone(yesNo, t => t.ColumnTotal(0)) : yesNo[breakdown][group, 0];
        ProtectedCount people = isEveryone ? Everyone(yesNo, t => t.Total) : yesNo[breakdown].RowTotal(group);
        return new PeopleRow(groups.By, groups.Labels[group])
        {
            People = people,
            With = with,
            Share = ProtectedShare.Of(with, people, interval),
            LeftOut = isEveryone ? Everyone(leftOut, t => t.Total) : leftOut[breakdown][0, group],
        };
    }

    /// <summary>The counts of one list by group, protected as the rest.</summary>
    public static ProtectedCount Everyone(IReadOnlyList<ProtectedTable> tables, Func<ProtectedTable, ProtectedCount> total) =>
        tables.Select(total).OrderBy(t => t.IsWithheld ? 0 : 1).First();
}
