using Shiremoot.Terms;

namespace Shiremoot.Futures.Learning;

/// <summary>Lengths of time as the stories have them, or why they stay as they were.</summary>
internal sealed record LearnedLength(FittedWait? Found, int People, string Why);

/// <summary>
/// How long stays in a stage last. Stays that the records show to have begun count whether over or not; of those whose beginning shows only by their end, the ones that began so
/// long before the end of the records that hardly any is still open.
/// </summary>
internal static class LengthsOf
{
    private const double Clearly = 10;
    private static readonly LastingShape[] Shapes = [LastingShape.Exponential, LastingShape.Weibull, LastingShape.LogNormal];

    public static LearnedLength Stays(Lasting was, IReadOnlyList<WaitRow> seen, int from, int until)
    {
        if (seen.Count == 0) return new(null, 0, "no record shows it beginning and ending");
        LearnedLength found = new(null, 0, "");
        double horizon = seen.All(w => w.IsSure) ? 0 : WaysOn.Longest(was);
        // A place's stays may be longer than the model's: then more recent ones are left out too, and it is looked again.
        for (int look = 0; look < 4; look++)
        {
            if (horizon > 0 && until - horizon <= from) return new(null, 0, $"the records are too short: such a stay may last {horizon:0} days");
            WaitRow[] used = horizon > 0 ? [.. seen.Where(w => w.IsOver && w.Start <= until - horizon)] : [.. seen];
            int people = used.Where(w => w.IsOver).Select(w => w.Person).Distinct().Count();
            if (people < WaysOn.FewestPeople) return new(null, people, $"fewer than {WaysOn.FewestPeople} people");
            found = new(Fit(was, [.. used.Select(w => (w.Days, w.IsOver))], isCut: false), people, "");
            double longest = Math.Max(WaysOn.Longest(found.Found!.Lasts), horizon);
            if (horizon == 0 || longest <= 1.1 * horizon) break;
            horizon = longest;
        }
        return found;
    }

    /// <summary>Lengths that are recorded themselves, cut to whole days, such as those of sentences.</summary>
    public static LearnedLength Recorded(Lasting was, IReadOnlyList<(int Person, int Days)> seen)
    {
        int people = seen.Select(s => s.Person).Distinct().Count();
        return people < WaysOn.FewestPeople ? new(null, people, people == 0 ? "no record shows it" : $"fewer than {WaysOn.FewestPeople} people") : new(Fit(was, [.. seen.Select(s => (s.Days, true))], isCut: true), people, "");
    }

    /// <summary>The share of sentences that is served: days served for each day passed, with the error of a ratio.</summary>
    public static Estimated Share(IReadOnlyList<(int Person, int Served, int Passed)> seen)
    {
        double passed = seen.Sum(s => (double)s.Passed), ratio = seen.Sum(s => (double)s.Served) / passed;
        double reach = 1.959963984540054 * Math.Sqrt(seen.Sum(s => Math.Pow(s.Served - (ratio * s.Passed), 2))) / passed;
        return new(ratio, ratio - reach, ratio + reach, seen.Count);
    }

    // The model's shape, unless another is clearly likelier: by ten of Akaike's criterion (K. P. Burnham and D. R. Anderson, 2002).
    private static FittedWait Fit(Lasting was, (int Days, bool IsOver)[] waits, bool isCut)
    {
        if (was.Shape is LastingShape.Uniform or LastingShape.Fixed && AreWithin(was, waits)) return Mean(was, waits, isCut);
        FittedWait[] fits = [.. Shapes.Select(shape => Found(shape, waits, isCut))];
        FittedWait best = fits.MinBy(f => f.Akaike)!;
        return fits.FirstOrDefault(f => f.Lasts.Shape == was.Shape) is { } own && own.Akaike - best.Akaike <= Clearly ? own : best;
    }

    // A record of an end may be lost, and one stay that seems never to end would outweigh thousands. An open stay counts as lost if, of all that began, not one in twenty is to be
    // expected to last so long; it is looked for from a fit without those that are open for longer than any that ended.
    private static FittedWait Found(LastingShape shape, (int Days, bool IsOver)[] waits, bool isCut)
    {
        const double Expected = 0.05;
        int longest = waits.Where(w => w.IsOver).Max(w => w.Days);
        (int Days, bool IsOver)[] used = [.. waits.Where(w => w.IsOver || w.Days <= longest)];
        FittedWait found = new WaitLikelihood(used, isCut).Fit(shape);
        for (int look = 0; look < 3 && used.Length < waits.Length; look++)
        {
            (int Days, bool IsOver)[] likely = [.. waits.Where(w => w.IsOver || w.Days <= longest || waits.Length * WaitLikelihood.Still(found.Lasts, w.Days) >= Expected)];
            if (likely.Length == used.Length) break;
            used = likely;
            found = new WaitLikelihood(used, isCut).Fit(shape);
        }
        return found;
    }

    // Lengths between two ends: all but one in a hundred, with a day for the cut at each end.
    private static bool AreWithin(Lasting was, (int Days, bool IsOver)[] waits) =>
        waits.Count(w => w.IsOver && Math.Abs(w.Days + 0.5 - was.Mean) > was.Spread + 1.5 + (0.05 * was.Mean)) <= 0.01 * waits.Length;

    // The middle of such lengths by their mean; how wide they are stays as it was. Those begun within the longest before the end are a thousandth of so many years, and left as they are.
    private static FittedWait Mean(Lasting was, (int Days, bool IsOver)[] waits, bool isCut)
    {
        double[] over = [.. waits.Where(w => w.IsOver).Select(w => w.Days + (isCut ? 0.5 : 0))];
        double mean = over.Average(), error = Math.Sqrt(over.Sum(d => (d - mean) * (d - mean)) / Math.Max(1, over.Length - 1) / over.Length), reach = 1.959963984540054 * error;
        return new(was with { Mean = Math.Max(mean, was.Spread) }, new(mean, mean - reach, mean + reach, over.Length), default, double.NaN);
    }
}
