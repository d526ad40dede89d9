namespace Shiremoot.Futures.Targets;

/// <summary>
/// Sums over people of what each contributes to each target. Tallies of parts add up in any grouping; the order of adding is fixed by the caller, so that
/// sums are the same on any number of threads.
/// </summary>
internal sealed class Tally
{
    private const int MostSanctions = 256;
    private readonly IReadOnlyList<Target> targets;
    private readonly double[] sums; // per target: numerator, denominator, their squares and product
    private readonly double[] bySanctions = new double[MostSanctions], bySanctionsSquared = new double[MostSanctions];
    private readonly ConcentrationMeasure? concentration;

    private readonly int kinds;

    /// <param name="targets">What to tally.</param>
    /// <param name="kinds">How many kinds of event the model has.</param>
    public Tally(IReadOnlyList<Target> targets, int kinds)
    {
        (this.targets, this.kinds) = (targets, kinds);
        sums = new double[targets.Count * 5];
        concentration = targets.Select(t => t.Measure).OfType<ConcentrationMeasure>().FirstOrDefault();
    }

    public double People { get; private set; }

    /// <summary>Over whole careers, by number of years from 1: the stretch in days over which a window of so many years would hold a contact, summed.</summary>
    public double[] Reach { get; } = new double[Calibration.LongestYears];

    /// <summary>Whether <see cref="Reach"/> is worked out.</summary>
    public bool MeasuresReach { get; init; }

    public void Add(in Seen seen, double at)
    {
        People++;
        seen.Career.Index(kinds);
        for (int i = 0; i < targets.Count; i++)
        {
            (double n, double d) = targets[i].Measure.Of(seen);
            if (n == 0 && d == 0) continue;
            Span<double> s = sums.AsSpan(i * 5, 5);
            s[0] += n;
            s[1] += d;
            s[2] += n * n;
            s[3] += d * d;
            s[4] += n * d;
        }
        if (concentration is not null)
        {
            (int sanctions, double weight) = concentration.Count(seen, at);
            if (weight > 0)
            {
                int bin = Math.Min(sanctions, MostSanctions - 1);
                bySanctions[bin] += weight;
                bySanctionsSquared[bin] += weight * weight;
            }
        }
        if (MeasuresReach) AddReach(seen);
    }

    public void Add(Tally other)
    {
        People += other.People;
        for (int i = 0; i < Reach.Length; i++) Reach[i] += other.Reach[i];
        for (int i = 0; i < sums.Length; i++) sums[i] += other.sums[i];
        for (int i = 0; i < MostSanctions; i++)
        {
            bySanctions[i] += other.bySanctions[i];
            bySanctionsSquared[i] += other.bySanctionsSquared[i];
        }
    }

    /// <summary>The target's figure per person (counts), or as a ratio, with its standard error.</summary>
    public (double Value, double StandardError) Of(int target)
    {
        if (targets[target].Measure is ConcentrationMeasure most) return Concentration(most.Top);
        ReadOnlySpan<double> s = sums.AsSpan(target * 5, 5);
        double d = s[1];
        if (targets[target].Unit == TargetUnit.CountPerYear) d = People;
        if (d == 0) return (0, 0);
        double r = s[0] / d;
        double dd = targets[target].Unit == TargetUnit.CountPerYear ? People : s[3], nd = targets[target].Unit == TargetUnit.CountPerYear ? s[0] : s[4];
        return (r, Math.Sqrt(Math.Max(0, s[2] - (2 * r * nd) + (r * r * dd))) / d);
    }

    /// <summary>How much there is to go by: events for a count, the fewer of those that are and are not for a share, cases for a time, people with the most.</summary>
    public double Basis(int target, double wanted)
    {
        if (targets[target].Measure is ConcentrationMeasure most) return bySanctions.Sum() * most.Top;
        return targets[target].Unit switch
        {
            TargetUnit.CountPerYear => wanted * People,
            TargetUnit.Share => sums[(target * 5) + 1] * Math.Min(wanted, 1 - wanted),
            _ => sums[(target * 5) + 1],
        };
    }

    /// <summary>The ordinate of the Lorenz curve from the top, and its standard error by its influence function.</summary>
    private (double Value, double StandardError) Concentration(double top)
    {
        double people = bySanctions.Sum(), all = 0;
        if (people == 0) return (0, 0);
        for (int k = 0; k < MostSanctions; k++) all += k * bySanctions[k];
        double left = top * people, held = 0;
        int least = MostSanctions - 1;
        for (; least > 0 && left > bySanctions[least]; least--)
        {
            left -= bySanctions[least];
            held += least * bySanctions[least];
        }
        held += least * left;
        double share = held / all, mean = all / people, variance = 0;
        for (int k = 0; k < MostSanctions; k++)
        {
            double influence = (Math.Max(0, k - least) + (least * top) - (share * k)) / mean;
            variance += bySanctionsSquared[k] * influence * influence;
        }
        return (share, Math.Sqrt(variance) / people);
    }

    private void AddReach(in Seen seen)
    {
        double last = double.NegativeInfinity;
        foreach (int day in seen.Career.Contacts.All)
        {
            if (day < last) continue;
            for (int i = 0; i < Reach.Length; i++) Reach[i] += Math.Min(day - last, (i + 1) * 365.25);
            last = day;
        }
    }
}
