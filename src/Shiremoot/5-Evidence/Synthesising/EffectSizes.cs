using MathNet.Numerics;

namespace Shiremoot.Evidence.Synthesising;

/// <summary>What became of working out one effect.</summary>
enum EffectState
{
    Known,

    /// <summary>Nothing, or everything, happened in a group, and no correction was asked for.</summary>
    Nought,

    /// <summary>Nothing happened, or all of it, in both groups: nothing is said of a ratio.</summary>
    SaysNothing,
}

/// <summary>Effects and their variances from what two groups are told of (Fleiss and Berlin, 2009; Hedges, 1981).</summary>
static class EffectSizes
{
    /// <summary>From events and totals: log odds ratio, log risk ratio or risk difference. A correction is added to all four cells of a study with a nought.</summary>
    public static (EffectState State, double Effect, double Variance) OfCounts(SynthesisMeasure measure, double events1, double total1, double events2, double total2, double? continuity)
    {
        double a = events1, b = total1 - events1, c = events2, d = total2 - events2;
        bool isNought = a == 0 || b == 0 || c == 0 || d == 0;
        if (measure != SynthesisMeasure.RiskDifference && ((a == 0 && c == 0) || (b == 0 && d == 0))) return (EffectState.SaysNothing, 0, 0);
        if (isNought)
        {
            if (continuity is not > 0) return (EffectState.Nought, 0, 0);
            (a, b, c, d) = (a + continuity.Value, b + continuity.Value, c + continuity.Value, d + continuity.Value);
        }
        double n1 = a + b, n2 = c + d, risk1 = a / n1, risk2 = c / n2;
        return measure switch
        {
            SynthesisMeasure.OddsRatio => (EffectState.Known, Math.Log(a * d / (b * c)), (1 / a) + (1 / b) + (1 / c) + (1 / d)),
            SynthesisMeasure.RiskRatio => (EffectState.Known, Math.Log(risk1 / risk2), (1 / a) - (1 / n1) + (1 / c) - (1 / n2)),
            _ => (EffectState.Known, risk1 - risk2, (risk1 * (1 - risk1) / n1) + (risk2 * (1 - risk2) / n2)),
        };
    }

    /// <summary>From events and person-time: the log incidence rate ratio. A correction is added to both numbers of events of a study with a nought.</summary>
    public static (EffectState State, double Effect, double Variance) OfTimes(double events1, double time1, double events2, double time2, double? continuity)
    {
        if (events1 == 0 && events2 == 0) return (EffectState.SaysNothing, 0, 0);
        if (events1 == 0 || events2 == 0)
        {
            if (continuity is not > 0) return (EffectState.Nought, 0, 0);
            (events1, events2) = (events1 + continuity.Value, events2 + continuity.Value);
        }
        return (EffectState.Known, Math.Log(events1 / time1 / (events2 / time2)), (1 / events1) + (1 / events2));
    }

    /// <summary>From means: their difference, or Hedges' g with its exact correction.</summary>
    public static (double Effect, double Variance) OfMeans(SynthesisMeasure measure, double mean1, double spread1, double n1, double mean2, double spread2, double n2)
    {
        if (measure == SynthesisMeasure.MeanDifference) return (mean1 - mean2, (spread1 * spread1 / n1) + (spread2 * spread2 / n2));
        double degrees = n1 + n2 - 2;
        double pooled = Math.Sqrt((((n1 - 1) * spread1 * spread1) + ((n2 - 1) * spread2 * spread2)) / degrees);
        double correction = Math.Exp(SpecialFunctions.GammaLn(degrees / 2) - Math.Log(Math.Sqrt(degrees / 2)) - SpecialFunctions.GammaLn((degrees - 1) / 2));
        double g = correction * (mean1 - mean2) / pooled;
        return (g, (1 / n1) + (1 / n2) + (g * g / (2 * (n1 + n2))));
    }
}
