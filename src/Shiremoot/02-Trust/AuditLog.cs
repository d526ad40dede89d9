using Shiremoot.Trust.Audits;

namespace Shiremoot.Trust;

/// <summary>
/// Entries sealed one to the next: each carries the hash of the one before, so a change, a gap, a swap or an insertion shows. A cut at the end,
/// or a log written afresh from some point, shows only against a <see cref="AuditHead"/> kept somewhere the log's keeper cannot write.
/// </summary>
public static class AuditLog
{
    /// <summary>Seals an entry after the last line of the log (null if there is none yet) and gives the line to append.</summary>
    /// <remarks>Read the last line and append the new one in one transaction, together with the act itself.</remarks>
    public static string Seal(string? lastLine, AuditEntry entry) => SealedEntry.After(lastLine is null ? null : Read(lastLine), entry).ToLine();

    /// <summary>The size and hash that stand for the whole log up to a line.</summary>
    public static AuditHead Head(string lastLine)
    {
        SealedEntry last = Read(lastLine);
        return new(last.Number, last.Hash);
    }

    /// <summary>The entry a line holds.</summary>
    public static AuditEntry Entry(string line) => Read(line).Entry;

    /// <summary>Reads the whole log in order and finds the first line that is not as it was sealed.</summary>
    /// <param name="lines">The log from its first line.</param>
    /// <param name="head">A head kept elsewhere, if there is one.</param>
    public static AuditVerdict Verify(IEnumerable<string> lines, AuditHead? head = null)
    {
        SealedEntry? previous = null;
        foreach (string line in lines)
        {
            long number = (previous?.Number ?? 0) + 1;
            if (!SealedEntry.TryRead(line, out SealedEntry? entry)) return new(number, "cannot be read as it was written");
            if (entry.Number != number) return new(number, $"should be entry {number} but says it is {entry.Number}");
            if (entry != SealedEntry.After(previous, entry.Entry)) return new(number, "does not match its seal or the entry before it");
            if (head?.Entries == number && head.Hash != entry.Hash) return new(number, "is not the entry that was sealed: the log was rewritten at or before it");
            previous = entry;
        }
        long entries = previous?.Number ?? 0;
        return head?.Entries > entries ? new(entries + 1, $"is missing: the log had {head.Entries} entries") : new(null, $"{entries} entries, all as they were sealed");
    }

    private static SealedEntry Read(string line) => SealedEntry.TryRead(line, out SealedEntry? entry) ? entry : throw Unreadable();

    private static InvalidDataException Unreadable() => new("The last line of the audit log is not a sealed entry. Verify the log before anything is added to it.");
}

/// <summary>So many entries, the last with this hash (64 hexadecimal digits).</summary>
public sealed record AuditHead(long Entries, string Hash);

/// <summary>What verifying found: the number of the first bad entry, or null if all hold, and a line that says so.</summary>
public sealed record AuditVerdict(long? FirstBad, string Says)
{
    public bool Holds => FirstBad is null;
}
