using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime.Text;

namespace Shiremoot.Trust.Audits;

/// <summary>An entry with its number and the seal: SHA-256 over its fields, each with its length before it, and the seal of the entry before.</summary>
sealed record SealedEntry(long Number, string Previous, AuditEntry Entry, string Hash)
{
    private const byte Version = 1;
    private static readonly string Start = new('0', 64);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SealedEntry After(SealedEntry? last, AuditEntry entry)
    {
        (long number, string previous) = last is null ? (1, Start) : (last.Number + 1, last.Hash);
        return new(number, previous, entry, Convert.ToHexStringLower(SHA256.HashData(Bytes(number, previous, entry))));
    }

    /// <summary>One line of JSON, always the same bytes for the same entry.</summary>
    public string ToLine() => JsonSerializer.Serialize(new Written(
        Number, InstantPattern.ExtendedIso.Format(Entry.When), Entry.Who, Entry.Purpose, Entry.Action, Entry.Subject, Entry.Count, Previous, Hash));

    /// <summary>Reads a line. A line that says the same in other bytes is refused too, so that no bit of a stored log is outside the seal.</summary>
    public static bool TryRead(string line, [NotNullWhen(true)] out SealedEntry? entry)
    {
        entry = null;
        Written? written;
        try
        {
            written = JsonSerializer.Deserialize<Written>(line);
        }
        catch (JsonException)
        {
            return false;
        }
        if (written is not { Who: not null, Purpose: not null, Action: not null, Subject: not null, Previous: not null, Hash: not null, When: not null }) return false;
        if (!InstantPattern.ExtendedIso.Parse(written.When).TryGetValue(default, out NodaTime.Instant when)) return false;
        entry = new(written.Number, written.Previous, new(when, written.Who, written.Purpose, written.Action, written.Subject, written.Count), written.Hash);
        return entry.ToLine() == line;
    }

    private static byte[] Bytes(long number, string previous, AuditEntry entry)
    {
        using MemoryStream bytes = new();
        bytes.WriteByte(Version);
        Whole(bytes, number);
        foreach (string text in (string[])[previous, InstantPattern.ExtendedIso.Format(entry.When), entry.Who, entry.Purpose, entry.Action, entry.Subject])
        {
            byte[] utf8 = Strict.GetBytes(text);
            Whole(bytes, utf8.Length);
            bytes.Write(utf8);
        }
        bytes.WriteByte(entry.Count is null ? (byte)0 : (byte)1);
        Whole(bytes, entry.Count ?? 0);
        return bytes.ToArray();
    }

    private static void Whole(MemoryStream bytes, long value)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(eight, value);
        bytes.Write(eight);
    }

    private sealed record Written(long Number, string When, string Who, string Purpose, string Action, string Subject, long? Count, string Previous, string Hash);
}
