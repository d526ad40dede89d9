using Shiremoot.Records;
using Shiremoot.Terms;

namespace Shiremoot.Economics.Costing;

/// <summary>
/// The cases of one person after another: each from an arrest to the last disposal before the next arrest. Arrests before any disposal are of one case, for stories do not say which disposal is of
/// which arrest. A case without a disposal stays open.
/// </summary>
sealed class CaseSpans(SpellRows rows)
{
    private readonly List<(int From, int To)> spans = [];
    private readonly List<bool> told = [];
    private int[] kinds = [], starts = [];

    public void Read(int person)
    {
        Stories stories = rows.Stories;
        (int from, int count) = (stories.First[person], stories.First[person + 1] - stories.First[person]);
        if (kinds.Length < count) (kinds, starts) = (new int[count * 2], new int[count * 2]);
        stories.KindCells.Read(from, kinds.AsSpan(0, count));
        stories.StartCells.Read(from, starts.AsSpan(0, count));
        spans.Clear();
        told.Clear();
        (int opened, int disposed) = (Days.Unknown, Days.Unknown);
        for (int e = 0; e < count; e++)
        {
            if (starts[e] == Days.Unknown) continue;
            if (rows.Opens[kinds[e]])
            {
                if (disposed != Days.Unknown && starts[e] > disposed)
                {
                    spans.Add((opened, disposed));
                    (opened, disposed) = (Days.Unknown, Days.Unknown);
                }
                if (opened == Days.Unknown) opened = starts[e];
            }
            else if (rows.Closes[kinds[e]] && opened != Days.Unknown) disposed = starts[e];
        }
        if (opened != Days.Unknown) spans.Add((opened, disposed == Days.Unknown ? int.MaxValue : disposed));
        told.AddRange(Enumerable.Repeat(false, spans.Count));
    }

    /// <summary>The case that a day lies in; -1: none.</summary>
    public int Of(int day)
    {
        for (int s = 0; s < spans.Count; s++)
            if (day >= spans[s].From && day <= spans[s].To) return s;
        return -1;
    }

    public bool IsOpen(int span) => spans[span].To == int.MaxValue;

    /// <summary>Days from the arrest to the last disposal.</summary>
    public int DaysOf(int span) => spans[span].To - spans[span].From;

    /// <summary>True the first time a case is asked about.</summary>
    public bool IsFirstOf(int span)
    {
        if (told[span]) return false;
        return told[span] = true;
    }
}
