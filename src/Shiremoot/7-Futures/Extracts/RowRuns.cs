using System.Buffers.Binary;

namespace Shiremoot.Futures.Extracts;

/// <summary>What takes the merged rows of an extract, in order.</summary>
/// <param name="row">As UTF-8.</param>
/// <param name="fault">The fault planted in it, or -1.</param>
/// <param name="mayBreak">It may hold a line break.</param>
delegate void RowTaking(ReadOnlySpan<byte> row, short fault, bool mayBreak);

/// <summary>
/// The rows of one extract, kept on disk in sorted runs, one for each chunk of people, until they are merged. Written as they come, the rows of a chunk would stand
/// together in every extract of a run, and a row's place would tell whom to look for in the others.
/// </summary>
sealed class RowRuns : IDisposable
{
    private const int HeadBytes = 14; // key, length, fault
    private readonly string path;
    private readonly FileStream stream;
    private readonly List<(long From, long Until, bool HasBreaks)> runs = [];

    public RowRuns(string path) => stream = new FileStream(this.path = path + ExtractFile.Unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);

    /// <summary>Adds the rows of a chunk, which are in the order of their keys.</summary>
    public void Append(RowBuffer rows)
    {
        long from = stream.Position;
        Span<byte> head = stackalloc byte[HeadBytes];
        for (int i = 0; i < rows.Count; i++)
        {
            ReadOnlySpan<byte> row = rows.Row(i, out int fault);
            BinaryPrimitives.WriteUInt64LittleEndian(head, rows.KeyOf(i));
            BinaryPrimitives.WriteInt32LittleEndian(head[8..], row.Length);
            BinaryPrimitives.WriteInt16LittleEndian(head[12..], (short)fault);
            stream.Write(head);
            stream.Write(row);
        }
        if (rows.Count > 0) runs.Add((from, stream.Position, rows.HasBreaks));
    }

    /// <summary>Gives every row, in the order of the keys; of equal keys those of the earlier chunk come first.</summary>
    public void Merge(RowTaking take)
    {
        stream.Flush();
        PriorityQueue<Run, (ulong Key, int Number)> waiting = new(runs.Count);
        for (int i = 0; i < runs.Count; i++)
        {
            Run run = new(stream, runs[i].From, runs[i].Until, runs[i].HasBreaks);
            if (run.Read()) waiting.Enqueue(run, (run.Key, i));
        }
        while (waiting.TryDequeue(out Run? run, out (ulong, int Number) at))
        {
            take(run.Row, run.Fault, run.HasBreaks);
            if (run.Read()) waiting.Enqueue(run, (run.Key, at.Number));
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        File.Delete(path);
    }

    /// <summary>One chunk's rows as they are read back.</summary>
    private sealed class Run(FileStream stream, long from, long until, bool hasBreaks)
    {
        private byte[] bytes = new byte[1 << 16];
        private long next = from;
        private int at, filled, length;

        public ulong Key { get; private set; }

        public short Fault { get; private set; }

        public bool HasBreaks => hasBreaks;

        public ReadOnlySpan<byte> Row => bytes.AsSpan(at - length, length);

        public bool Read()
        {
            if (!Have(HeadBytes)) return false;
            ReadOnlySpan<byte> head = bytes.AsSpan(at, HeadBytes);
            Key = BinaryPrimitives.ReadUInt64LittleEndian(head);
            length = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
            Fault = BinaryPrimitives.ReadInt16LittleEndian(head[12..]);
            at += HeadBytes;
            if (!Have(length)) throw new InvalidDataException("A row that was kept on disk ends too early.");
            at += length;
            return true;
        }

        private bool Have(int needed)
        {
            if (filled - at >= needed) return true;
            bytes.AsSpan(at, filled - at).CopyTo(bytes);
            (at, filled) = (0, filled - at);
            if (bytes.Length < needed) Array.Resize(ref bytes, needed * 2);
            while (filled < needed && next < until)
            {
                int read = RandomAccess.Read(stream.SafeFileHandle, bytes.AsSpan(filled, (int)Math.Min(bytes.Length - filled, until - next)), next);
                if (read == 0) return false;
                (next, filled) = (next + read, filled + read);
            }
            return filled >= needed;
        }
    }
}
