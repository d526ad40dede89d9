using NodaTime;
using NodaTime.Extensions;
using Shiremoot.Storage;

namespace Shiremoot.Trust;

/// <summary>Keeps the audit log in the place's journal.</summary>
public static class Auditing
{
    /// <summary>Taking in a partner's file under its agreement.</summary>
    public static readonly Purpose TakeIn = new("take-in", "Taking in partners' files", "The agreement or licence named in the feed");

    /// <summary>Drawing protected figures of a place from its people's records.</summary>
    public static readonly Purpose Picture = new("picture", "Drawing the local picture: protected figures only", "The agreement or licence named in each feed");

    /// <summary>Finding numbers of a place's model in its people's records.</summary>
    public static readonly Purpose Calibration = new("calibration", "Finding numbers of the place's model from its people's records: protected figures only", "The agreement or licence named in each feed");

    /// <summary>Building the spine: one person across agencies.</summary>
    public static readonly Purpose Linking = new("linking", "Finding which records of partners are of one person", "The agreement or licence named in each feed");

    /// <summary>Deciding whether two records are of one person.</summary>
    public static readonly Purpose LinkReview = new("link-review", "Deciding whether two records of partners are of one person", "Accuracy: UK GDPR article 5(1)(d), Data Protection Act 2018 section 38");

    /// <summary>Reading what happened to one person.</summary>
    public static readonly Purpose OneStory = new("one-story", "Reading one person's story: at their own request, or as a case study that the agreements allow", "Access: UK GDPR article 15; otherwise the agreement named in each feed");

    /// <summary>Putting right what a partner sent.</summary>
    public static readonly Purpose DataQuality = new("data-quality", "Sending faulty rows back to the partner they came from", "Accuracy: UK GDPR article 5(1)(d), Data Protection Act 2018 section 38");

    /// <summary>Deleting records.</summary>
    public static readonly Purpose Erasure = new("erasure", "Deleting records", "Erasure: UK GDPR article 17, Data Protection Act 2018 section 47");

    /// <summary>Keeping the store safe: backup, restore, upgrade.</summary>
    public static readonly Purpose Upkeep = new("upkeep", "Keeping the store safe", "Security: UK GDPR article 32");

    /// <summary>Writes an entry inside the session of the act itself: no entry, no act.</summary>
    public static void Write(IWriteSession session, TimeProvider clock, Purpose purpose, string action, string subject, long? count, string? who = null)
    {
        AuditEntry entry = new(clock.GetUtcNow().ToInstant(), who ?? Environment.UserName, purpose.Id, action, subject, count);
        Journal.Append(session, last => AuditLog.Seal(last, entry));
    }

    /// <summary>Writes an entry for a read, committed before what was read is handed out.</summary>
    public static void WriteRead(IStore store, TimeProvider clock, Purpose purpose, string subject, long? count, string? who = null)
    {
        using IWriteSession session = store.BeginWrite();
        Write(session, clock, purpose, "consult", subject, count, who);
        session.Commit();
    }

    /// <summary>The latest entries, the last first.</summary>
    public static IReadOnlyList<AuditEntry> Latest(IStore store, int most) => [.. Journal.Latest(store, most).Select(AuditLog.Entry)];

    /// <summary>Whether the whole log is as it was written.</summary>
    public static AuditVerdict Verify(IStore store) => AuditLog.Verify(Journal.Lines(store));
}
