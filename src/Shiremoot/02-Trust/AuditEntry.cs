using NodaTime;

namespace Shiremoot.Trust;

/// <summary>One act on records of people. Holds no name, date of birth or identifier of a person whose record it is.</summary>
/// <param name="When">When it was done.</param>
/// <param name="Who">The account or the job that did it.</param>
/// <param name="Purpose">The id of the purpose it was done for.</param>
/// <param name="Action">collect, alter, consult, disclose, combine or erase (Data Protection Act 2018, section 62), or another act worth a line.</param>
/// <param name="Subject">What it was done to: a feed, a cohort, a story's pseudonym.</param>
/// <param name="Count">How many rows or people were touched, where that is known. The log is for its keepers, not for publication.</param>
public sealed record AuditEntry(Instant When, string Who, string Purpose, string Action, string Subject, long? Count);
