using System.Globalization;
using Shiremoot.Spine;

namespace Shiremoot.Web.Pages.People.Review;

/// <summary>Words for what a reviewer sees.</summary>
internal static class ReviewWords
{
    public static string Kind(ReviewKind kind) => kind switch
    {
        ReviewKind.OneASource => "Alike, but their source holds nobody twice",
        ReviewKind.OnePerPerson => "Alike, but with different numbers for life",
        ReviewKind.Contradiction => "Alike, but their other records differ",
        ReviewKind.DecisionsConflict => "Decisions contradict one another",
        ReviewKind.Below => "Just not sure enough to join",
        ReviewKind.Bridge => "Joined by this weak pair alone",
        _ => "One person with two different numbers for life",
    };

    public static string Verdict(Verdict verdict) => verdict switch
    {
        Spine.Verdict.Same => "Same person",
        Spine.Verdict.Different => "Not the same",
        _ => "Cannot tell",
    };

    public static string Stands(bool isJoined) => isJoined ? "One person" : "Two people";

    public static string Percent(double probability) => probability switch
    {
        > 0.999 => "over 99.9%",
        < 0.001 => "under 0.1%",
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * probability:0.0}%"),
    };

    public static string Bits(double bits) => string.Create(CultureInfo.InvariantCulture, $"{(bits < 0 ? "−" : "+")}{Math.Abs(bits):0.0}");

    public static string Effect(DecisionEffect effect) => (effect.PairsJoined, effect.PairsParted) switch
    {
        (0, 0) => "Nothing changes now; it is kept for every time the spine is built.",
        ( > 0, 0) => $"Joins {Pairs(effect.PairsJoined)} of records.",
        (0, > 0) => $"Parts {Pairs(effect.PairsParted)} of records.",
        _ => $"Joins {Pairs(effect.PairsJoined)} of records and parts {Pairs(effect.PairsParted)}.",
    };

    public static string Capital(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');

    private static string Pairs(long pairs) => pairs == 1 ? "1 pair" : string.Create(CultureInfo.InvariantCulture, $"{pairs:N0} pairs");
}
