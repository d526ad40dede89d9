using NodaTime;

namespace Shiremoot.Records;

/// <summary>One word of the vocabulary: what it is called, what it means, from when until when it is in use, and where that comes from.</summary>
/// <param name="Id">Stable, in small letters with hyphens; what data files and columns hold.</param>
/// <param name="Title">What people read.</param>
/// <param name="Means">One sentence in plain words; empty where the title says it all.</param>
/// <param name="From">The first day it is in use; null if it is older than any record a place is likely to hold.</param>
/// <param name="Until">The first day it is no longer in use; null while it is.</param>
/// <param name="Also">Other names and codes that extracts use for it.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Term(string Id, string Title, string Means, LocalDate? From, LocalDate? Until, IReadOnlyList<string> Also, string Source)
{
    public bool InUseOn(LocalDate day) => (From is null || day >= From) && (Until is null || day < Until);

    internal bool Overlaps(Term other) => (From is null || other.Until is null || From < other.Until) && (other.From is null || Until is null || other.From < Until);
}

/// <summary>An entry of the vocabulary, of whatever kind.</summary>
public interface ITerm
{
    Term Term { get; }

    string Id => Term.Id;

    string Title => Term.Title;
}
