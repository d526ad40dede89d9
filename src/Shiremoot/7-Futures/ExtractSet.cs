using System.Collections.Concurrent;
using Shiremoot.Futures.Extracts;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// The extracts of one run being written, with the truth about them. Any number of threads fill chunks; they are kept strictly in the order
/// of their numbers and merged at the end, so that the files are the same however many threads there are and a row's place tells nothing but its day. Nothing bears its name before all of it is written.
/// </summary>
public sealed class ExtractSet : IDisposable
{
    private readonly ExtractPlan plan;
    private readonly ExtractFolder folder;
    private readonly Func<IRegistrar> registrars;
    private readonly ConcurrentBag<ExtractChunk> idle = [];
    private readonly List<(string Name, ExtractFile File)> files = [];
    private readonly ExtractFile[] extracts;
    private readonly RowRuns[] kept;
    private readonly ExtractFile truth, kin, planted;
    private readonly long[] rows, bad;
    private readonly object turn = new();
    private long next;
    private bool isOver;

    private ExtractSet(ExtractPlan plan, ExtractFolder folder, Func<IRegistrar> registrars)
    {
        (this.plan, this.folder, this.registrars) = (plan, folder, registrars);
        (rows, bad) = (new long[plan.Layouts.Length], new long[plan.Layouts.Length]);
        extracts = [.. plan.Layouts.Select(l => Begin(l.Layout.File, l.Layout.Coding, l.Layout.LineEnd))];
        kept = [.. plan.Layouts.Select(l => new RowRuns(folder.PathOf(l.Layout.File + ".rows")))];
        for (int i = 0; i < extracts.Length; i++) extracts[i].Line(HeaderLine.Of(plan.Layouts[i].Layout));
        truth = Begin("truth.csv", FileCoding.Utf8, "\n");
        truth.Line("agency,feed,person_reference,person");
        kin = Begin("truth-kin.csv", FileCoding.Utf8, "\n");
        kin.Line("person,kinship,other");
        planted = Begin("planted.csv", FileCoding.Utf8, "\n");
        planted.Line("feed,file,line,column,reason");
    }

    /// <summary>Begins a run.</summary>
    /// <param name="path">The folder: new, empty, or that of an earlier run, whose files then are replaced at the end.</param>
    /// <param name="layouts">The extracts.</param>
    /// <param name="run">What they are made of.</param>
    /// <param name="registrars">Makes a registrar for one thread.</param>
    public static Outcome<ExtractSet> Open(string path, ExtractLayouts layouts, ExtractRun run, Func<IRegistrar> registrars)
    {
        if (ExtractPlan.Of(layouts.All, run).Refused(out Refusal? why, out ExtractPlan? plan)) return why;
        return ExtractFolder.Open(path).Refused(out why, out ExtractFolder? folder) ? why : new ExtractSet(plan, folder, registrars);
    }

    /// <summary>An empty chunk, for one thread to fill with the people it is for.</summary>
    /// <param name="number">Its place among the chunks, from 0, each given once; chunks of about 20,000 people do well.</param>
    public ExtractChunk Begin(long number) => (idle.TryTake(out ExtractChunk? chunk) ? chunk : new ExtractChunk(plan, registrars())).Begin(number);

    /// <summary>Keeps the rows of a chunk when its turn has come; waits for it. The chunk must not be used afterwards.</summary>
    public void Append(ExtractChunk chunk)
    {
        chunk.Sort();
        lock (turn)
        {
            while (next != chunk.Number && !isOver) Monitor.Wait(turn);
            if (isOver) throw new OperationCanceledException("The run was broken off.");
            for (int i = 0; i < kept.Length; i++) kept[i].Append(chunk.Rows(i));
            Write(truth, chunk.Truth);
            Write(kin, chunk.Kin);
            next++;
            Monitor.PulseAll(turn);
        }
        idle.Add(chunk);
    }

    /// <summary>Adds a file of the caller's own to the run, such as the model it was made by.</summary>
    public void Also(string name, string text)
    {
        ExtractFile file = Begin(name, FileCoding.Utf8, "");
        file.Line(text);
    }

    /// <summary>Ends the files, gives them their names and says what they hold. All chunks must have been appended.</summary>
    public ExtractSummary Finish()
    {
        lock (turn) isOver = true;
        for (int i = 0; i < extracts.Length; i++) Write(i);
        for (int i = 0; i < extracts.Length; i++)
            if (plan.Layouts[i].Layout.Trailer is { } trailer) extracts[i].Line(trailer.Replace("{rows}", rows[i].ToString(), StringComparison.Ordinal));
        foreach ((_, ExtractFile file) in files) file.Close();
        folder.Settle(files);
        return new ExtractSummary(
            [.. plan.Layouts.Select((l, i) => new ExtractWritten(l.Layout.Id, l.Layout.File, rows[i], bad[i], extracts[i].Bytes))], truth.Lines - 1, kin.Lines - 1);
    }

    /// <summary>Without <see cref="Finish"/> before it, breaks the run off and leaves nothing of it.</summary>
    public void Dispose()
    {
        lock (turn)
        {
            isOver = true;
            Monitor.PulseAll(turn);
        }
        foreach ((_, ExtractFile file) in files) file.Dispose();
        foreach (RowRuns run in kept) run.Dispose();
    }

    private ExtractFile Begin(string name, FileCoding coding, string lineEnd)
    {
        ExtractFile file = new(folder.PathOf(name), coding, lineEnd);
        files.Add((name, file));
        return file;
    }

    private void Write(int layout)
    {
        ExtractFile file = extracts[layout];
        LayoutPlan how = plan.Layouts[layout];
        kept[layout].Merge((row, fault, mayBreak) =>
        {
            if (fault >= 0)
            {
                bad[layout]++;
                planted.Line($"{how.Layout.Id},{how.Layout.File},{file.Lines + 1},{HeaderLine.Quoted(how.Faults[fault].Fault.Column)},{HeaderLine.Quoted(how.Faults[fault].Fault.Reason)}");
            }
            file.Line(row, mayBreak);
            rows[layout]++;
        });
        kept[layout].Dispose();
    }

    private static void Write(ExtractFile file, RowBuffer from)
    {
        for (int i = 0; i < from.Count; i++) file.Line(from.Added(i));
    }
}
