using NodaTime;
using Shiremoot.Picture.Scores;

namespace Shiremoot.Picture;

/// <summary>A score for case mix: which people a group is made of, and so how many of them would be expected to reoffend. Never for a decision on one person.</summary>
public sealed class ScoreModel
{
    /// <summary>What goes with every score, wherever it is written or shown.</summary>
    public const string Label = "Scores describe case mix. They are never for decisions on one person";

    internal ScoreModel(IScore form, ScoreBands bands) => (Form, Bands) = (form, bands);

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Version { get; init; }

    public required string Source { get; init; }

    /// <summary>The day its numbers were read in the source.</summary>
    public required LocalDate Read { get; init; }

    internal IScore Form { get; }

    internal ScoreBands Bands { get; }
}

/// <summary>From which percentage within two years a band begins.</summary>
readonly record struct ScoreBands(double Medium, double High, double VeryHigh)
{
    /// <summary>The bands in rising order.</summary>
    public static readonly string[] Names = ["low", "medium", "high", "very high"];

    /// <summary>The place of a percentage's band in <see cref="Names"/>.</summary>
    public int Of(double percent) => percent >= VeryHigh ? 3 : percent >= High ? 2 : percent >= Medium ? 1 : 0;
}
