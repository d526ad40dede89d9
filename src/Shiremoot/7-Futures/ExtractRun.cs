namespace Shiremoot.Futures;

/// <summary>What the extracts of one run are made of, besides the lives: the lists its numbers point into, and the time they cover.</summary>
public sealed record ExtractRun
{
    public required ulong Seed { get; init; }

    /// <summary>How many people the run makes at most: references are given out among so many.</summary>
    public required long People { get; init; }

    /// <summary>The first day of the extracts, as a number of <see cref="Terms.Days"/>.</summary>
    public required int From { get; init; }

    /// <summary>The first day after them. What ends on it or later has no end yet.</summary>
    public required int Until { get; init; }

    /// <summary>Ids of event kinds: what <see cref="LifeEvent.Kind"/> points into.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Ids of disposals: what <see cref="LifeEvent.Disposal"/> points into.</summary>
    public required IReadOnlyList<string> Disposals { get; init; }

    /// <summary>Offence codes of five digits: what <see cref="LifeEvent.Offence"/> points into.</summary>
    public required IReadOnlyList<string> Offences { get; init; }

    /// <summary>Ids of ethnicities: what <see cref="WrittenPerson.Ethnicity"/> points into.</summary>
    public required IReadOnlyList<string> Ethnicities { get; init; }

    /// <summary>Where things happen: for columns of areas and of sites. Null: no layout has any.</summary>
    public Whereabouts? Whereabouts { get; init; }

    /// <summary>Whose habits of writing the registrar knows, in its order: a layout names one of them under 'habits', or as its agency.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }
}

/// <summary>What a run has written: an entry for each extract, in the order of the layouts.</summary>
/// <param name="Files">The extracts.</param>
/// <param name="References">Lines of truth.csv.</param>
/// <param name="Kin">Lines of truth-kin.csv.</param>
public sealed record ExtractSummary(IReadOnlyList<ExtractWritten> Files, long References, long Kin);

/// <summary>One extract as written.</summary>
/// <param name="Layout">Id of its layout and its feed.</param>
/// <param name="File">Its name in the folder.</param>
/// <param name="Rows">Rows, planted ones among them.</param>
/// <param name="Planted">Rows that the feed should quarantine.</param>
/// <param name="Bytes">Its length.</param>
public sealed record ExtractWritten(string Layout, string File, long Rows, long Planted, long Bytes);
