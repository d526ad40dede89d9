using Shiremoot.Storage;
using Shiremoot.Terms;

namespace Shiremoot.Trust;

/// <summary>
/// A place's rule pack for small numbers. A count of people below <see cref="Threshold"/> is withheld, nought included, so that the mark
/// says nothing of which it is; any other is shown to the nearest <see cref="RoundTo"/>.
/// </summary>
public sealed record DisclosureRules
{
    /// <summary>Below 5 withheld, the rest to the nearest 5.</summary>
    public static readonly DisclosureRules Default = new("default", 5, 5);

    /// <summary>Exact counts. Allowed only where the source records are already public.</summary>
    public static readonly DisclosureRules None = new("none", 0, 1);

    private DisclosureRules(string name, int threshold, int roundTo) => (Name, Threshold, RoundTo) = (name, threshold, roundTo);

    /// <summary>What the place calls the pack: default, none, or a name of its own.</summary>
    public string Name { get; }

    /// <summary>Counts of people below this are withheld.</summary>
    public int Threshold { get; }

    /// <summary>Counts of people are shown to the nearest of this many.</summary>
    public int RoundTo { get; }

    /// <summary>True if counts pass as they are.</summary>
    public bool IsNone => Threshold == 0;

    /// <summary>The label every page and file carries.</summary>
    public string Label => IsNone
        ? "Exact counts: the source records are already public"
        : $"Counts of people below {Threshold} are withheld ({ProtectedCount.Mark}){(RoundTo == 1 ? "" : $"; others are rounded to the nearest {RoundTo}")}";

    /// <summary>
    /// Reads the key 'disclosure' of place.yaml: absent or <c>default</c>; <c>none</c>; or a map of suppress_below, round_to and name.
    /// A pack that hides nothing, or none for records that are not public, is a fault of the file.
    /// </summary>
    /// <param name="place">The top map of place.yaml.</param>
    /// <param name="recordsArePublic">True if the place says, with a source, that its person-level records are already public.</param>
    public static DisclosureRules Read(MapNode place, bool recordsArePublic)
    {
        const string Key = "disclosure";
        if (place.IsMap(Key)) return ReadPack(place.MapOr(Key)!);
        if (!place.Choice(Key, ("default", false), ("none", true))) return Default;
        if (recordsArePublic) return None;
        place.Fault(Key, "is none, which is allowed only where the source records are already public; write default, or a map of suppress_below and round_to.");
        return Default;
    }

    private static DisclosureRules ReadPack(MapNode pack)
    {
        const int Most = 1000;
        string name = pack.Text("name");
        int threshold = pack.Whole("suppress_below"), roundTo = pack.Whole("round_to");
        if (name is "none" or "default") pack.Fault("name", $"cannot be {name}, which names a pack of ours; choose another.");
        if (threshold is < 1 or > Most) pack.Fault("suppress_below", $"must be from 1 to {Most}.");
        if (roundTo is < 1 or > Most) pack.Fault("round_to", $"must be from 1 to {Most}.");
        if (roundTo > 2L * threshold) pack.Fault("round_to", "must be at most twice suppress_below, so that no count is rounded down to nought.");
        if (threshold == 1 && roundTo == 1) pack.Fault("suppress_below", "and round_to of 1 hide nothing; give larger numbers, or write 'disclosure: none' if the records are public.");
        return new(name, threshold, roundTo);
    }

    /// <summary>The one way a count of people leaves the identifiable zone.</summary>
    public ProtectedCount Protect(RawCount count) =>
        count.Value < Threshold ? ProtectedCount.Withheld(this, standsAlone: true) : ProtectedCount.Of(Rounded(count.Value), this);

    internal long Rounded(long count) => (count + (RoundTo / 2)) / RoundTo * RoundTo;

    /// <summary>What a reader who knows the rules learns from a shown count: the least and the most it can be.</summary>
    internal (double Least, double Most) Known(long shown) =>
        (Math.Max(Threshold, shown - (RoundTo / 2)), shown + RoundTo - 1 - (RoundTo / 2));
}
