using Shiremoot.Futures;
using Shiremoot.Records;
using Shiremoot.Terms;
using Shiremoot.Trust;

namespace Shiremoot.Tests.Futures.Learned;

/// <summary>
/// Whether people made from what was learned are like those it was learned from: people are made by one model, numbers are learned from their stories, people are made from those with
/// another seed, and the two are compared on ten figures.
/// </summary>
sealed class LearnedProof
{
    /// <summary>A place unlike its model in what records can tell: laid over it, it makes the people to learn from.</summary>
    public const string Unlike = """
        entry: { women_share: 0.2 }
        stages:
          - { id: arrest, days: { exponential: 30 } }
          - id: decision
            to: [{ stage: charge, share: 0.7, odds: { priors: 1.3 } }, { stage: no-further-action, odds: { offence-theft: 0.9 } }]
          - { id: charge, days: { weibull: 45, shape: 1.6 } }
          - { id: first-hearing, to: [{ stage: not-convicted, share: 0.3 }, { stage: crown-court, share: 0.2 }] }
          - { id: crown-court, days: { lognormal: 190, sigma: 0.5 } }
          - { id: sentence-by-magistrates, to: [{ stage: custody-to-6-months, share: 0.04 }, { stage: community-order, share: 0.35 }] }
        """;

    private readonly IReadOnlyList<string> layers;
    private readonly IReadOnlyDictionary<string, double> fitted;
    private readonly GenerateSettings settings;
    private readonly string place;
    private readonly int people, years;

    public LearnedProof(string root, string place, int people, int years)
    {
        (this.place, this.people, this.years) = (place, people, years);
        string folder = Path.Combine(root, "places", place);
        GenerationFiles files = GenerationFiles.Open(folder, Path.Combine(root, "vocabulary")).Value;
        settings = files.Settings(files.Model(new Dictionary<string, double>()).Value).Value.Settings;
        fitted = CalibrationFile.Read(folder, settings.Sets.FirstOrDefault(""), files.Mark).Value!.Fitted;
        layers = files.ModelLayers;
        Own = Over(null);
    }

    /// <summary>The place's model as it stands.</summary>
    public SystemModel Own { get; }

    /// <summary>The place's model with a layer over it.</summary>
    public SystemModel Over(string? layer) =>
        SystemModelFile.Read([.. layers.Select(l => (l, (string?)null)), .. layer is null ? Array.Empty<(string, string?)>() : [(layer, null)]], "model", fitted, []).Value;

    public Stories Make(SystemModel model, ulong seed) => LivesAsStories.Make(model, settings, people, years, seed);

    public LearnedModel Learn(Stories stories) => StoryCalibration.Learn(Own, stories, DisclosureRules.Default, place, (layer => Outcome.Of(Over(layer)), settings)).Value;

    /// <summary>Ten P values, held up by Holm's rule, of people made from what was learned beside those it was learned from; and of the place's model as it stood beside them.</summary>
    public ProofRun Run(string? truth, ulong seed, ulong another)
    {
        Stories seen = Make(Over(truth), seed);
        LearnedModel learned = Learn(seen);
        (TenSummaries from, TenSummaries made, TenSummaries before) = (new(seen), new(Make(Over(learned.Yaml), another)), new(Make(Own, another)));
        return new(learned, from.Values, made.Values, before.Values, from.Beside(made), from.Beside(before));
    }
}

/// <summary>One run of the proof.</summary>
sealed record ProofRun(LearnedModel Learned, double[] Seen, double[] Made, double[] Before, double[] P, double[] PBefore)
{
    public double[] Held => TwoSamples.Holm(P);

    public double[] HeldBefore => TwoSamples.Holm(PBefore);
}
