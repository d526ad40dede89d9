using NodaTime;
using Shiremoot.Storage;

namespace Shiremoot.Futures;

/// <summary>What generate.yaml says: whom to make people like, and by what errors their records differ from them.</summary>
public sealed record GenerateSettings
{
    /// <summary>The first day of the years made.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The names of the sets of targets; the first is the one used unless another is asked for.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    public required IReadOnlyList<GeneratedDistrict> Districts { get; init; }

    /// <summary>Ethnicities (ids of the vocabulary) with their share of people.</summary>
    public required IReadOnlyList<(string Id, double Share)> Ethnicities { get; init; }

    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>What no source gives, in words.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}

/// <summary>A district people live in.</summary>
/// <param name="Code">GSS code of the local authority.</param>
/// <param name="Name">Its name.</param>
/// <param name="Adults">Weight among those whose first contact is as an adult.</param>
/// <param name="Children">Weight among those whose first contact is as a child.</param>
/// <param name="Postcodes">Letters of its postcode areas.</param>
public sealed record GeneratedDistrict(string Code, string Name, double Adults, double Children, IReadOnlyList<string> Postcodes);
