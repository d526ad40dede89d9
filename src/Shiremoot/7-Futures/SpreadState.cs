using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>How far a spread simulation has come.</summary>
/// <param name="Slices">Slices in all.</param>
/// <param name="Finished">Slices finished, each counted once.</param>
/// <param name="Attempts">Times a slice was begun.</param>
/// <param name="Workers">Whose slices they are, and how many.</param>
/// <param name="Refused">Why there is no answer; null while there may be one.</param>
public sealed record SpreadState(int Slices, int Finished, int Attempts, IReadOnlyList<(string Worker, int Slices)> Workers, Refusal? Refused);

/// <summary>What became of beginning a slice.</summary>
public enum SliceBegun
{
    /// <summary>It is begun.</summary>
    Begun,

    /// <summary>It is finished already, or nobody wants it any more.</summary>
    NotWanted,

    /// <summary>It was begun as often as it may be; the simulation is given up.</summary>
    TooOften,
}
