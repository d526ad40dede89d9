using NodaTime;

namespace Shiremoot.Evidence;

/// <summary>How a policy is judged.</summary>
public enum PolicyMethod
{
    Difference,
    Interrupted,
}

/// <summary>A dated change of policy in some areas, and the published figures it is judged by: a file of the folder 'policies'.</summary>
public sealed record PolicyStudy
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Where it is published that the policy began, when and in which areas.</summary>
    public required string Source { get; init; }

    /// <summary>The id of a measure of areas.</summary>
    public required string Measure { get; init; }

    /// <summary>Dimensions of the measure with the value of each that is looked at; none for the whole.</summary>
    public required IReadOnlyList<(string Dimension, string Value)> Where { get; init; }

    public required PolicyMethod Method { get; init; }

    /// <summary>Codes of the areas that had it; one alone for an interrupted series.</summary>
    public required IReadOnlyList<string> Treated { get; init; }

    /// <summary>Codes of the areas they are compared with; empty for every other area of the measure, or of an interrupted series for none.</summary>
    public required IReadOnlyList<string> Compare { get; init; }

    /// <summary>The day it began. A period in which it began part-way is left out.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Periods that begin before this day are not looked at; null for all.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Periods that end after this day are not looked at; null for all.</summary>
    public LocalDate? Until { get; init; }

    public SeriesSeason Season { get; init; }

    /// <summary>What the figures cannot show.</summary>
    public required string Note { get; init; }
}
