namespace Shiremoot.Evidence;

/// <summary>What an effect is. Ratios are combined as logarithms and shown as ratios too.</summary>
public enum SynthesisMeasure
{
    /// <summary>The column's own number, on a scale where effects may be averaged.</summary>
    Effect,

    /// <summary>Log odds ratio of the first group over the second.</summary>
    OddsRatio,

    /// <summary>Log risk ratio.</summary>
    RiskRatio,

    /// <summary>Risk of the first group less that of the second, a fraction.</summary>
    RiskDifference,

    /// <summary>Difference of means in pooled standard deviations, with Hedges' correction for small samples.</summary>
    StandardisedMeanDifference,

    /// <summary>Difference of means, in their own unit.</summary>
    MeanDifference,

    /// <summary>Log ratio of events per unit of time.</summary>
    IncidenceRateRatio,
}

/// <summary>How much effects differ between studies is estimated by one of these.</summary>
public enum SynthesisMethod
{
    /// <summary>Restricted maximum likelihood.</summary>
    Reml,

    /// <summary>Moments: R. DerSimonian and N. Laird (1986).</summary>
    DerSimonianLaird,

    /// <summary>The spread at which the weighted squares are what chance gives: R. C. Paule and J. Mandel (1982).</summary>
    PauleMandel,

    /// <summary>One effect, common to all studies.</summary>
    Fixed,
}

/// <summary>The words of measures and methods.</summary>
public static class SynthesisWords
{
    /// <summary>True where effects are logarithms of ratios.</summary>
    public static bool IsRatio(this SynthesisMeasure measure) => measure is SynthesisMeasure.OddsRatio or SynthesisMeasure.RiskRatio or SynthesisMeasure.IncidenceRateRatio;

    /// <summary>What the numbers of a synthesis are.</summary>
    public static string Says(this SynthesisMeasure measure) => measure switch
    {
        SynthesisMeasure.OddsRatio => "log odds ratio",
        SynthesisMeasure.RiskRatio => "log risk ratio",
        SynthesisMeasure.RiskDifference => "risk difference",
        SynthesisMeasure.StandardisedMeanDifference => "standardised mean difference (Hedges' g)",
        SynthesisMeasure.MeanDifference => "mean difference",
        SynthesisMeasure.IncidenceRateRatio => "log incidence rate ratio",
        _ => "effect",
    };

    /// <summary>How a measure is asked for: or, rr, rd, smd, md, irr, effect.</summary>
    public static string Code(this SynthesisMeasure measure) => measure switch
    {
        SynthesisMeasure.OddsRatio => "or",
        SynthesisMeasure.RiskRatio => "rr",
        SynthesisMeasure.RiskDifference => "rd",
        SynthesisMeasure.StandardisedMeanDifference => "smd",
        SynthesisMeasure.MeanDifference => "md",
        SynthesisMeasure.IncidenceRateRatio => "irr",
        _ => "effect",
    };

    /// <summary>The method in words.</summary>
    public static string Says(this SynthesisMethod method) => method switch
    {
        SynthesisMethod.Fixed => "one effect common to all studies (fixed effect)",
        SynthesisMethod.DerSimonianLaird => "random effects, DerSimonian and Laird",
        SynthesisMethod.PauleMandel => "random effects, Paule and Mandel",
        _ => "random effects, restricted maximum likelihood",
    };
}
