namespace Shiremoot.Picture.Pathways;

/// <summary>How many cases go as intended, and where the others first leave the path.</summary>
/// <param name="Cases">Cases that have events.</param>
/// <param name="Conforming">Those that go as intended.</param>
/// <param name="MeanFitness">Mean over cases of what <see cref="Aligned.Fitness"/> says; not a number if there are none.</param>
/// <param name="TooLong">Cases that do not conform and are too long to tell where.</param>
/// <param name="Leaving">Where the others first leave it, the place of most cases first.</param>
/// <param name="OfVariant">Each variant beside the path, in the order of <see cref="Variants.All"/>.</param>
sealed record Conformance(int Cases, int Conforming, double MeanFitness, int TooLong, IReadOnlyList<Leaving> Leaving, Aligned[] OfVariant)
{
    private const int VariantsAtATime = 256;

    public static Conformance Of(EventColumns log, Variants variants, PathAutomaton path, int threads)
    {
        Variant[] all = variants.All;
        Aligned[] aligned = new Aligned[all.Length];
        Parallel.For(0, (all.Length + VariantsAtATime - 1) / VariantsAtATime, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Alignment(path), (block, _, alignment) =>
        {
            for (int v = block * VariantsAtATime; v < Math.Min(all.Length, (block + 1) * VariantsAtATime); v++) aligned[v] = alignment.Of(log.PathOf(all[v].Example));
            return alignment;
        }, _ => { });

        int cases = 0, conforming = 0, tooLong = 0;
        double fitness = 0;
        Dictionary<(AwayKind, string, string), int> leaving = [];
        for (int v = 0; v < all.Length; v++)
        {
            int of = all[v].Cases;
            cases += of;
            fitness += aligned[v].Fitness * of;
            if (aligned[v].Cost == 0) conforming += of;
            else if (aligned[v].First is not { } away) tooLong += of;
            else
            {
                (AwayKind, string, string) key = (away.Kind, away.State >= 0 ? path.NameOf(away.State) : log.Names[away.Activity], path.NameOf(away.After));
                leaving[key] = leaving.GetValueOrDefault(key) + of;
            }
        }
        Leaving[] sorted = [.. leaving.Select(l => new Leaving(l.Key.Item1, l.Key.Item2, l.Key.Item3, l.Value)).OrderByDescending(l => l.Cases).ThenBy(l => l.Kind).ThenBy(l => l.Stage, StringComparer.Ordinal).ThenBy(l => l.After, StringComparer.Ordinal)];
        return new Conformance(cases, conforming, cases == 0 ? double.NaN : fitness / cases, tooLong, sorted, aligned);
    }
}

/// <summary>A place where cases first leave the path.</summary>
/// <param name="Kind">How.</param>
/// <param name="Stage">The stage skipped or out of order, or the event that is extra.</param>
/// <param name="After">The stage of the path they had reached; empty at the beginning.</param>
/// <param name="Cases">How many.</param>
readonly record struct Leaving(AwayKind Kind, string Stage, string After, int Cases);
