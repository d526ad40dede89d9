using Shiremoot.Records;

namespace Shiremoot.Picture.Scores;

/// <summary>A form of score: its own terms, checks and rounding.</summary>
interface IScore
{
    /// <summary>The columns of needs it asks for, in the order in which their points are given.</summary>
    IReadOnlyList<NeedColumn> Needs { get; }

    /// <summary>True if it looks at months without an offence.</summary>
    bool CountsOffenceFreeMonths { get; }

    /// <summary>True if a case without a start of its follow-up begins it at the conviction.</summary>
    bool FollowsFromConviction { get; }

    /// <summary>The weight of an offence, or why it has none.</summary>
    OffenceWeight WeightOf(Offence offence);

    /// <summary>Why a case cannot be scored, in words that name nobody; null if it can.</summary>
    string? WhyNot(in ScoreCase one);

    /// <summary>The score of a case that can be scored. <paramref name="needs"/> are points, one for each of <see cref="Needs"/>.</summary>
    ScoreValue Of(in ScoreCase one, ReadOnlySpan<double> needs);

    /// <summary>Writes a share as the percentage its source shows.</summary>
    double Percent(double share);
}

/// <summary>A column of needs.</summary>
/// <param name="Name">Its name in the file of cases.</param>
/// <param name="Most">The points a scale may have; 0 for a yes or no.</param>
/// <param name="Yes">The points of a yes.</param>
/// <param name="MayBeEmpty">Nothing written counts as no points, as in the source.</param>
sealed record NeedColumn(string Name, int Most, int Yes, bool MayBeEmpty);
