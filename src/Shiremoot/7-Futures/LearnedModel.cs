using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Futures;

/// <summary>A number of a model as the stories of a place have it.</summary>
/// <param name="Stage">The stage it is of; empty for those who come in.</param>
/// <param name="Way">The stage its way leads to; empty for what is of the stage itself.</param>
/// <param name="Key">Its key in model.yaml: share, odds.priors, days.lognormal, days.sigma, served, sentence.uniform, per_year, season.3, women_share.</param>
/// <param name="Value">The number.</param>
/// <param name="Lower">Limit of its 95% interval; not a number where it is kept beside another.</param>
/// <param name="Upper">Limit.</param>
/// <param name="People">How many people it rests on, protected.</param>
/// <param name="Was">The number it replaces; null where the model had none.</param>
public sealed record LearnedNumber(string Stage, string Way, string Key, double Value, double Lower, double Upper, ProtectedCount People, double? Was)
{
    /// <summary>Whether the number it replaces lies outside the interval: what the stories say differs from it.</summary>
    public bool Differs => Was is { } was && (was < Lower || was > Upper);

    /// <summary>Where it is, in words: decision to charge, odds.priors.</summary>
    public string Title => (Stage.Length == 0 ? "" : Stage + (Way.Length > 0 ? $" to {Way}, " : ", ")) + Key;

    /// <summary>As many digits as the interval bears: to a tenth of the standard error.</summary>
    public string Written(double number)
    {
        double error = (Upper - Lower) / 3.92;
        int digits = double.IsFinite(error) && error > 0 ? Math.Clamp((int)Math.Ceiling(1 - Math.Log10(error)), 0, 6) : 6;
        return Math.Round(number, digits).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>A number that stays as it was, and why.</summary>
public sealed record KeptNumber(string What, string Why);

/// <summary>What the stories of a place say of its model: a layer to be laid over it.</summary>
/// <param name="Place">The place.</param>
/// <param name="Origin">Whether the people whose stories were read exist.</param>
/// <param name="People">How many people had any record of the model's stages, protected.</param>
/// <param name="Years">Years of records.</param>
/// <param name="QuietYears">Whoever no agency has met in so many years counts as met for the first time.</param>
/// <param name="Numbers">What was learned.</param>
/// <param name="Kept">What was not.</param>
public sealed record LearnedModel(string Place, Origin Origin, ProtectedCount People, double Years, double QuietYears, IReadOnlyList<LearnedNumber> Numbers, IReadOnlyList<KeptNumber> Kept)
{
    /// <summary>The layer in the form of model.yaml, each number with its interval, the people it rests on and what it replaces beside it.</summary>
    public string Yaml => Learning.LayerText.Of(this);
}
