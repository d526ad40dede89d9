namespace Shiremoot.Records;

/// <summary>
/// Names that a cohort may use though no record at hand has them: kinds of event of the vocabulary, attributes that feeds declare. They count
/// as missing, so that a cohort written for a full year can be drawn on its first month.
/// </summary>
public sealed record CohortNames(IReadOnlySet<string> Kinds, IReadOnlySet<string> Attributes)
{
    public static readonly CohortNames None = new(new HashSet<string>(), new HashSet<string>());

    public static CohortNames Of(IEnumerable<string> kinds, IEnumerable<string> attributes) =>
        new(new HashSet<string>(kinds, StringComparer.Ordinal), new HashSet<string>(attributes, StringComparer.Ordinal));
}
