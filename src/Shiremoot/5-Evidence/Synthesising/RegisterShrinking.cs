using System.Globalization;
using Shiremoot.Picture;
using Shiremoot.Terms;

namespace Shiremoot.Evidence.Synthesising;

/// <summary>What is expected of a place, from what is published; and a place's own result drawn towards it.</summary>
static class RegisterShrinking
{
    /// <summary>An entry's effect: its error is half the interval's width on the scale, over the quantile.</summary>
    public static RegisterEffect? EffectOf(RegisterEntry entry)
    {
        if (!entry.HasInterval) return null;
        double error = Math.Abs(entry.On(entry.Upper!.Value) - entry.On(entry.Lower!.Value)) / (2 * Tails.Z(entry.Confidence));
        return new RegisterEffect(entry.Id, entry.Scale, entry.On(entry.Effect!.Value), error, entry.Outcome, entry.IsVerified, entry.Source);
    }

    public static Outcome<RegisterPrior> Prior(RegisterEntry local, RegisterEntry[] published, double confidence)
    {
        RegisterEffect[] effects = [.. published.Select(e => EffectOf(e)!)];
        if (effects.Length == 0) return RegisterRefusals.NothingPublished(local.Intervention, local.Outcome);
        if (effects.Length == 1)
        {
            return published[0].Spread is { } spread
                ? new RegisterPrior(effects[0].Mean, Math.Sqrt((effects[0].StandardError * effects[0].StandardError) + (spread * spread)), spread, [(published[0], 1)], ["One published entry: how much effects differ between places is as its review gives it."])
                : RegisterRefusals.OnePublished(published[0].Id);
        }
        StudyEffects studies = new("register", effects.Length, [.. effects.Select(e => e.Id)], [.. effects.Select(e => e.Mean)], [.. effects.Select(e => e.StandardError * e.StandardError)]);
        return Synthesis.Of(studies, new SynthesisQuestion { Confidence = confidence }).Then<RegisterPrior>(result =>
        {
            SynthesisCoefficient average = result.Average!;
            double tau = Math.Sqrt(result.Spread.TauSquared);
            return new RegisterPrior(average.Value, Math.Sqrt((average.StandardError * average.StandardError) + result.Spread.TauSquared), tau, [.. published.Zip(result.Rows, (e, r) => (e, r.Weight / 100))],
                [string.Create(CultureInfo.InvariantCulture, $"{effects.Length} published entries. Reviews that share studies count them twice."), .. effects.Length < 5 ? ["With so few, how much effects differ between places is hardly known, and the interval is rather too narrow."] : (string[])[]]);
        });
    }

    public static RegisterCombined Shrink(RegisterEntry local, RegisterEffect own, RegisterPrior prior, double confidence)
    {
        double variance = own.StandardError * own.StandardError, expected = prior.Error * prior.Error, weight = expected / (expected + variance);
        double mean = (weight * own.Mean) + ((1 - weight) * prior.Mean), error = Math.Sqrt(weight * variance), reach = Tails.Z(confidence) * error;
        bool isVerified = own.IsVerified && prior.Published.All(p => p.Entry.IsVerified);
        return new RegisterCombined(
            local, new RegisterEffect(local.Id, own.Scale, mean, error, own.Outcome, isVerified, $"{local.Source}; with {string.Join("; ", prior.Published.Select(p => p.Entry.Source))}"),
            new Interval(mean - reach, mean + reach, confidence, "Empirical Bayes"), weight, (prior.Mean, prior.Error), prior.Tau,
            [.. prior.Published.Select(p => (p.Entry, p.Weight * (1 - weight)))], isVerified ? prior.Notes : [.. prior.Notes, "Not every figure used was read in its source: see each entry."]);
    }
}

/// <summary>What is expected of a place not yet looked at.</summary>
/// <param name="Mean">On the scale.</param>
/// <param name="Error">Of the average, and of how effects differ, together.</param>
/// <param name="Tau">Standard deviation of true effects.</param>
/// <param name="Published">Each entry with its share of the average.</param>
/// <param name="Notes">What a reader must know.</param>
sealed record RegisterPrior(double Mean, double Error, double Tau, IReadOnlyList<(RegisterEntry Entry, double Weight)> Published, IReadOnlyList<string> Notes);
