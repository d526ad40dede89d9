using Shiremoot.Intake;
using Shiremoot.Terms;

namespace Shiremoot.Web.Start;

/// <summary>What every page says about the place: its name, where its data comes from, and whether small numbers are left as they are.</summary>
/// <param name="Name">The name of the place as its people write it.</param>
/// <param name="Origins">Every origin of data shown for this place; empty while nothing has been taken in.</param>
/// <param name="Undisclosed">True if the place says 'disclosure: none': its source records are already public and no number is protected.</param>
public sealed record PlaceOnShow(string Name, IReadOnlyList<Origin> Origins, bool Undisclosed)
{
    /// <summary>How counts of people are protected, in the words every page and file carries.</summary>
    public string Disclosure { get; init; } = "";

    /// <summary>True if records of people have been taken in, real or generated: then the rules for small numbers bear on what is shown.</summary>
    public bool HasPeople => Origins.Contains(Origin.Real) || Origins.Contains(Origin.Generated);

    /// <summary>What is on show of a place as it is now.</summary>
    public static PlaceOnShow Of(Shire shire) => new(
        shire.Place.Title,
        [.. shire.Receipts().Where(r => r.Status == LoadStatus.Active).Select(r => r.Origin).Distinct().Order()],
        shire.Disclosure.IsNone)
    { Disclosure = shire.Disclosure.Label };
}
