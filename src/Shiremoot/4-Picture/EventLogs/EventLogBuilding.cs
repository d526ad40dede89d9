using System.Text;
using Shiremoot.Spine;
using Shiremoot.Terms;

namespace Shiremoot.Picture.EventLogs;

/// <summary>Gathers the events of a log row by row. A row that lacks its case, activity or time, or whose time cannot be read, is left out and counted.</summary>
/// <param name="file">The file's name.</param>
/// <param name="moments">How times are read.</param>
sealed class EventLogBuilding(string file, MomentReading moments)
{
    public const int MostEvents = 500_000_000;
    private const int ShapeShown = 40;
    private readonly ValueTable cases = new(), activities = new();
    private readonly RowIssues issues = new();
    private readonly HashSet<int> touched = [];
    private int[] caseOf = new int[1 << 12], activity = new int[1 << 12];
    private long[] ticks = new long[1 << 12];
    private long unreadTimes;
    private string shape = "";

    public int Count { get; private set; }

    public void LeaveOut(string reason, long line) => issues.Add(reason, line);

    public void Add(long line, ReadOnlySpan<byte> ofCase, ReadOnlySpan<byte> what, ReadOnlySpan<byte> time)
    {
        if (ofCase.IsEmpty)
        {
            issues.Add("no case", line);
            return;
        }
        if (ofCase.Length > ValueTable.MostBytes)
        {
            issues.Add($"a case reference longer than {ValueTable.MostBytes} bytes", line);
            return;
        }
        long moment = 0;
        string? wrong = what.IsEmpty ? "no activity" : what.Length > ValueTable.MostBytes ? $"an activity longer than {ValueTable.MostBytes} bytes" : time.IsEmpty ? "no time" : moments.TryRead(time, out moment) ? null : Unread(time);
        if (wrong is null)
        {
            Put(cases.Number(ofCase) - 1, activities.Number(what) - 1, moment);
            return;
        }
        issues.Add(wrong, line);
        touched.Add(cases.Number(ofCase) - 1); // a case of which no event can be used is left out below
    }

    public Outcome<EventLog> Finish(IReadOnlyList<string> notes)
    {
        IReadOnlyList<EventLogIssue> all = issues.All;
        if (Count == 0) return unreadTimes > 0 ? EventLogRefusals.NoTimeRead(file, unreadTimes, shape) : EventLogRefusals.NoEvents(file, all);
        (int[] first, int[] sorted, long[] times) = CaseOrder.Of(cases.Count, caseOf.AsSpan(0, Count), activity.AsSpan(0, Count), ticks.AsSpan(0, Count));
        int empty = 0, used = 0;
        for (int c = 0; c < cases.Count; c++)
            if (first[c + 1] == first[c]) empty++;
            else first[++used] = first[c + 1];
        if (empty > 0) Array.Resize(ref first, used + 1);
        for (int e = 0; e < times.Length; e++) times[e] = Math.DivRem(times[e] - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond, out long rest) - (rest < 0 ? 1 : 0);
        string[] names = [.. Enumerable.Range(1, activities.Count).Select(a => Encoding.UTF8.GetString(activities[a]))];
        (long with, long without) = moments.Offsets;
        return new EventLog(file, new EventColumns(first, sorted, EventTimes.InSeconds(times), names))
        {
            Issues = all,
            CasesTouched = touched.Count,
            CasesLost = empty,
            Notes = with > 0 && without > 0 ? [.. notes, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{without:N0} times have no offset from UTC and {with:N0} have one: those without were taken as UTC")] : notes,
        };
    }

    private void Put(int one, int what, long moment)
    {
        if (Count == caseOf.Length)
        {
            Array.Resize(ref caseOf, Count * 2);
            Array.Resize(ref activity, Count * 2);
            Array.Resize(ref ticks, Count * 2);
        }
        (caseOf[Count], activity[Count], ticks[Count]) = (one, what, moment);
        Count++;
    }

    private string Unread(ReadOnlySpan<byte> time)
    {
        if (unreadTimes++ == 0) shape = string.Concat(Encoding.UTF8.GetString(time).Select(c => char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'a' : c).Take(ShapeShown));
        return "a time that cannot be read";
    }
}
