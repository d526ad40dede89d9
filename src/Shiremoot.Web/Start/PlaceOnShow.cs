using Shiremoot.Terms;

namespace Shiremoot.Web.Start;

/// <summary>What every page says about the place: its name, where its data comes from, and whether small numbers are left as they are.</summary>
/// <param name="Name">The name of the place as its people write it.</param>
/// <param name="Origins">Every origin of data shown for this place; empty while nothing has been taken in.</param>
/// <param name="Undisclosed">True if the place says 'disclosure: none': its source records are already public and no number is protected.</param>
public sealed record PlaceOnShow(string Name, IReadOnlyList<Origin> Origins, bool Undisclosed);
