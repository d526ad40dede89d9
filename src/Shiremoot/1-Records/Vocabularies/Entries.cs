namespace Shiremoot.Records.Vocabularies;

/// <summary>An entry with the place it was read from, for faults found later.</summary>
internal sealed record Entry<T>(T Value, string File, long Line);

/// <summary>What the files of one folder hold, kind by kind, in the order read.</summary>
internal sealed class Entries
{
    public List<Entry<Agency>> Agencies { get; } = [];

    public List<Entry<Stage>> Stages { get; } = [];

    public List<Entry<EventKind>> EventKinds { get; } = [];

    public List<Entry<Disposal>> Disposals { get; } = [];

    public List<Entry<SentenceClass>> SentenceClasses { get; } = [];

    public List<Entry<Requirement>> Requirements { get; } = [];

    public List<Entry<Establishment>> Establishments { get; } = [];

    public List<Entry<Need>> Needs { get; } = [];

    public List<Entry<Registration>> Registrations { get; } = [];

    public List<Entry<ScalePoint>> Scales { get; } = [];

    public List<Entry<Ethnicity>> Ethnicities { get; } = [];

    public List<Entry<Sex>> Sexes { get; } = [];

    public List<Entry<Word>> Words { get; } = [];

    public List<Entry<OffenceKind>> OffenceCategories { get; } = [];

    public List<Entry<OffenceKind>> OffenceGroups { get; } = [];
}
