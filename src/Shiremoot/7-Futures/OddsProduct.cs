using System.Numerics;

namespace Shiremoot.Futures;

/// <summary>What multiplies a weight: a ratio for each thing that is so of the person, and a power for each thing that has a size.</summary>
internal sealed class OddsProduct
{
    private readonly ulong asked;
    private readonly double[] ratios = new double[64], logs;
    private readonly int[] sizes;

    public OddsProduct(IReadOnlyList<Term> terms)
    {
        Term[] sized = [.. terms.Where(t => Sized.Has(t.Covariate))];
        foreach (Term term in terms.Where(t => !Sized.Has(t.Covariate)))
        {
            asked |= 1UL << term.Covariate;
            ratios[term.Covariate] = Math.Exp(term.LogOdds);
        }
        sizes = [.. sized.Select(t => t.Covariate)];
        logs = [.. sized.Select(t => t.LogOdds)];
    }

    public double Of(ulong isSo, in Sized size)
    {
        double product = 1;
        // Few of the things asked for are so of anybody: only those are gone through.
        for (ulong both = isSo & asked; both != 0; both &= both - 1) product *= ratios[BitOperations.TrailingZeroCount(both)];
        if (sizes.Length == 0) return product;
        double log = 0;
        for (int i = 0; i < sizes.Length; i++) log += logs[i] * size.Of(sizes[i]);
        return product * Math.Exp(log);
    }
}

/// <summary>The covariates that have a size, as they stand at a moment: each is worked out when it is asked for.</summary>
internal readonly struct Sized(in Traits traits, double now)
{
    private const double Log10 = 2.302585092994046;
    private static readonly double[] Logs = [.. Enumerable.Range(0, 256).Select(n => Math.Log(1 + n))];
    private readonly double age = traits.AgeAt(now), sinceFirst = (now - traits.FirstSanction) / Traits.DaysAYear;
    private readonly float frailty = traits.Frailty, vulnerability = traits.Vulnerability;
    private readonly int sanctions = traits.Sanctions;

    public static bool Has(int covariate) => covariate is Covariates.AgeDecades or Covariates.Priors or Covariates.Copas or Covariates.Frailty or Covariates.Vulnerability;

    public double Of(int covariate) => covariate switch
    {
        Covariates.AgeDecades => Math.Max(0, age - 18) / 10,
        Covariates.Priors => Priors,
        Covariates.Copas => sanctions == 0 ? 0 : Priors - Math.Log(10 + sinceFirst) + Log10,
        Covariates.Frailty => frailty,
        _ => vulnerability,
    };

    private double Priors => sanctions < Logs.Length ? Logs[sanctions] : Math.Log(1 + sanctions);
}
