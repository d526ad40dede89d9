using Shiremoot.Evidence;
using Shiremoot.Terms;

namespace Shiremoot.Bench.Agreeing;

/// <summary>Our figures of studies combined.</summary>
static class CombinedFigures
{
    private static readonly (string Code, SynthesisMethod Method)[] Methods = [("FE", SynthesisMethod.Fixed), ("DL", SynthesisMethod.DerSimonianLaird), ("REML", SynthesisMethod.Reml), ("PM", SynthesisMethod.PauleMandel)];

    public static void Say(SetAsked set, string folder, Figures figures)
    {
        bool isGiven = set.Measure == "GEN", isTimes = set.Measure == "IRR";
        SynthesisQuestion asked = new()
        {
            Measure = set.Measure switch { "OR" => SynthesisMeasure.OddsRatio, "RR" => SynthesisMeasure.RiskRatio, "IRR" => SynthesisMeasure.IncidenceRateRatio, _ => SynthesisMeasure.Effect },
            Columns = isGiven ? new() { Effect = "yi", Variance = "vi" } : isTimes ? new() { Events1 = "events1", Time1 = "time1", Events2 = "events2", Time2 = "time2" } : new() { Events1 = "events1", Total1 = "total1", Events2 = "events2", Total2 = "total2" },
            Continuity = isGiven ? null : 0.5,
            Cluster = SetAsked.Given(set.Cluster),
        };
        string path = Path.Combine(folder, set.File);
        void Tell(string quantity, string member, double value) => figures.Say(set.Set, quantity, member, value);
        SynthesisResult plain = Synthesis.Of(path, asked).Value;
        Tell("studies kept", "all", plain.Studies.Count);
        if (asked.Cluster is not null)
        {
            Levels(plain, Synthesis.Of(path, asked with { ThreeLevel = true }).Value, Tell);
            return;
        }
        foreach ((string code, SynthesisMethod method) in Methods) OfMethod(path, asked with { Method = method }, code, Tell);
        if (plain.SmallStudies is not { Egger: { } egger, Limit: { } limit }) return;
        Tell("studies: Egger", "t", egger.Statistic);
        Tell("studies: Egger", "p", egger.P);
        Tell("studies: Egger", "limit", limit.Value);
        Interval("studies: Egger", "limit ", limit.Interval, Tell);
    }

    private static void OfMethod(string path, SynthesisQuestion asked, string code, Action<string, string, double> tell)
    {
        SynthesisResult result = Synthesis.Of(path, asked).Value;
        string Of(string what) => $"studies, {code}: {what}";
        SynthesisCoefficient average = result.Average!;
        tell(Of("average"), "value", average.Value);
        tell(Of("average"), "error", average.StandardError);
        Interval(Of("average"), "", average.Interval, tell);
        tell(Of("average"), "p", average.P);
        tell(Of("spread"), "tau2", result.Spread.TauSquared);
        tell(Of("spread"), "I2", result.Spread.ISquared);
        tell(Of("spread"), "H2", result.Spread.HSquared);
        tell(Of("spread"), "Q", result.Spread.Q);
        tell(Of("spread"), "p of Q", result.Spread.P);
        if (result.SmallStudies.Fill is { } fill)
        {
            tell(Of("trim and fill"), "missing", fill.Missing);
            tell(Of("trim and fill"), "average", fill.Average.Value);
            tell(Of("trim and fill"), "error", fill.Average.StandardError);
            tell(Of("trim and fill"), "tau2", fill.TauSquared);
        }
        if (asked.Method == SynthesisMethod.Fixed) return;
        Interval(Of("prediction"), "", result.Prediction!.Value, tell);
        if (result.Spread.TauInterval is { } tau) Interval(Of("intervals of spread"), "tau2 ", tau, tell);
        if (result.Spread.ISquaredInterval is { } share) Interval(Of("intervals of spread"), "I2 ", share, tell);
        SynthesisResult knapp = Synthesis.Of(path, asked with { KnappHartung = true }).Value;
        tell(Of("Hartung and Knapp"), "error", knapp.Average!.StandardError);
        Interval(Of("Hartung and Knapp"), "", knapp.Average.Interval, tell);
        tell(Of("Hartung and Knapp"), "p", knapp.Average.P);
        Interval(Of("Hartung and Knapp"), "prediction ", knapp.Prediction!.Value, tell);
    }

    private static void Levels(SynthesisResult robust, SynthesisResult three, Action<string, string, double> tell)
    {
        tell("three levels", "average", three.Average!.Value);
        tell("three levels", "error", three.Average.StandardError);
        tell("three levels", "between", three.Spread.Levels[0].Variance);
        tell("three levels", "within", three.Spread.Levels[1].Variance);
        tell("three levels", "log-likelihood", three.RestrictedLogLikelihood!.Value);
        tell("three levels", "Q", three.Spread.Q);
        Interval("three levels", "prediction ", three.Prediction!.Value, tell);
        tell("robust to clusters", "error", robust.Average!.StandardError);
        tell("robust to clusters", "p", robust.Average.P);
        tell("robust to clusters", "lower", robust.Average.Interval.Lower);
    }

    private static void Interval(string quantity, string of, Interval interval, Action<string, string, double> tell)
    {
        tell(quantity, $"{of}lower", interval.Lower);
        tell(quantity, $"{of}upper", interval.Upper);
    }
}
