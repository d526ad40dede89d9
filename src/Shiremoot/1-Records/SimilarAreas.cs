using Shiremoot.Records.Areas;
using Shiremoot.Terms;

namespace Shiremoot.Records;

/// <summary>A trait of two areas side by side.</summary>
/// <param name="Title">Population.</param>
/// <param name="Unit">people.</param>
/// <param name="Value">Of the area asked about.</param>
/// <param name="Other">Of the similar area.</param>
/// <param name="Apart">How far apart in standard deviations of all areas of the kind; its square is the trait's part of the squared distance.</param>
public sealed record TraitCompared(string Title, string Unit, double Value, double Other, double Apart);

/// <summary>An area like the one asked about.</summary>
/// <param name="Area">It.</param>
/// <param name="Distance">The root of the sum of the squares of <see cref="TraitCompared.Apart"/>: 0 is alike in every trait.</param>
/// <param name="Traits">What the distance is made of.</param>
public sealed record SimilarArea(Area Area, double Distance, IReadOnlyList<TraitCompared> Traits);

/// <summary>
/// Areas of the same kind most like one: standardised Euclidean distance over published traits (docs/methods/similar-areas.md).
/// The traits, their scales and their files are named in areas/similarity.yaml.
/// </summary>
public sealed class SimilarAreas
{
    private readonly Geography geography;
    private readonly SimilaritySpec spec;
    private readonly Quantities quantities;

    private SimilarAreas(Geography geography, SimilaritySpec spec, Quantities quantities) => (this.geography, this.spec, this.quantities) = (geography, spec, quantities);

    /// <summary>Where the choice of traits comes from.</summary>
    public string Source => spec.Source;

    /// <summary>The traits: id, title, unit.</summary>
    public IReadOnlyList<(string Id, string Title, string Unit)> Traits => [.. spec.Traits.Select(t => (t.Id, t.Title, t.Unit))];

    public static Outcome<SimilarAreas> Read(string vocabularyFolder, Geography geography)
    {
        string folder = Path.Combine(vocabularyFolder, "areas");
        if (SimilaritySpec.Read(folder).Refused(out Refusal? why, out SimilaritySpec? spec)) return why;
        List<string> faults = [];
        Quantities read = Quantities.Read(folder, spec, geography, faults);
        return faults.Count > 0 ? Refusals.Faults("The facts about areas", faults) : new SimilarAreas(geography, spec, read);
    }

    /// <summary>
    /// The areas nearest to one, nearest first; ties in order of code. Compared with every area of its kind for which each trait is published.
    /// </summary>
    public Outcome<IReadOnlyList<SimilarArea>> NearestTo(string code, int count)
    {
        if (geography.InUse(code) is not [Area area]) return Refusals.NoArea(code);
        double[] mine = ValuesOf(area);
        for (int t = 0; t < mine.Length; t++)
            if (!double.IsFinite(Scaled(t, mine[t]))) return Refusals.NotComparable(area.Name, $"{spec.Traits[t].Title} is not published for all of it");

        (Area Area, double[] Values)[] all = [.. geography.All(area.Kind).Select(a => (Area: a, Values: ValuesOf(a))).Where(a => AllKnown(a.Values))];
        double[] spread = [.. Enumerable.Range(0, mine.Length).Select(t => StandardDeviation([.. all.Select(a => Scaled(t, a.Values[t]))]))];
        return all.Where(a => a.Area.Code != area.Code)
            .Select(a => Compare(a.Area, mine, a.Values, spread))
            .OrderBy(s => s.Distance).ThenBy(s => s.Area.Code, StringComparer.Ordinal)
            .Take(count).ToArray();
    }

    private SimilarArea Compare(Area other, double[] mine, double[] theirs, double[] spread)
    {
        TraitCompared[] traits = new TraitCompared[mine.Length];
        double squares = 0;
        for (int t = 0; t < mine.Length; t++)
        {
            double apart = spread[t] > 0 ? (Scaled(t, theirs[t]) - Scaled(t, mine[t])) / spread[t] : 0;
            traits[t] = new TraitCompared(spec.Traits[t].Title, spec.Traits[t].Unit, mine[t], theirs[t], apart);
            squares += apart * apart;
        }

        return new SimilarArea(other, Math.Sqrt(squares), traits);
    }

    private double[] ValuesOf(Area area)
    {
        IReadOnlyList<Area> las = area.Kind == AreaKind.LocalAuthority ? [area] : geography.Children(area.Code, AreaKind.LocalAuthority);
        return [.. spec.Traits.Select(t => las.Count == 0 ? double.NaN : quantities.Of(t.Of, las) / (t.Per is null ? 1 : quantities.Of(t.Per, las)))];
    }

    private bool AllKnown(double[] values)
    {
        for (int t = 0; t < values.Length; t++)
            if (!double.IsFinite(Scaled(t, values[t]))) return false;
        return true;
    }

    private double Scaled(int trait, double value) => spec.Traits[trait].IsLog ? Math.Log(value) : value;

    private static double StandardDeviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Length);
    }
}
