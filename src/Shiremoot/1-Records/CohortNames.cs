namespace Shiremoot.Records;

/// <summary>
/// Names that a cohort may use though no record at hand has them: kinds of event of the vocabulary, attributes that feeds declare. They count
/// as missing, so that a cohort written for a full year can be drawn on its first month.
/// </summary>
public sealed record CohortNames(IReadOnlySet<string> Kinds, IReadOnlySet<string> Attributes)
{
    /// <summary>The code lists that may be named, each with its codes.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Lists { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    public static readonly CohortNames None = new(new HashSet<string>(), new HashSet<string>());

    public static CohortNames Of(IEnumerable<string> kinds, IEnumerable<string> attributes, IEnumerable<CodeList>? lists = null) =>
        new(new HashSet<string>(kinds, StringComparer.Ordinal), new HashSet<string>(attributes, StringComparer.Ordinal))
        {
            Lists = (lists ?? []).ToDictionary(l => l.Id, l => l.Codes, StringComparer.Ordinal),
        };
}
