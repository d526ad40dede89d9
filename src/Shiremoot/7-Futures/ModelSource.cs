using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Shiremoot.Futures.Modelling;
using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>
/// The texts a model is read from, so that it can be read again with what a scenario lays over it and other values of its open numbers.
/// </summary>
public sealed class ModelSource
{
    private readonly IReadOnlyList<(string Text, string? Key)> layers;
    private readonly IReadOnlyDictionary<string, double> fitted;
    private readonly double? arrivalsPerYear;
    private readonly HomeGroups? countedBy;

    /// <param name="layers">The country's model, and the place's laid over it; or one model.</param>
    /// <param name="shownAs">Their name in messages.</param>
    /// <param name="fitted">What calibration found.</param>
    /// <param name="arrivalsPerYear">People who come in a year, where the model leaves it open.</param>
    public ModelSource(IReadOnlyList<string> layers, string shownAs, IReadOnlyDictionary<string, double> fitted, double? arrivalsPerYear)
        : this([.. layers.Select(l => (l, (string?)null))], shownAs, fitted, arrivalsPerYear, null)
    {
    }

    internal ModelSource(ModelTexts texts)
        : this([.. texts.Layers.Select(l => (l.Text, l.Key))], texts.ShownAs, texts.Fitted, texts.ArrivalsPerYear, texts.CountedBy)
    {
    }

    private ModelSource(IReadOnlyList<(string, string?)> layers, string shownAs, IReadOnlyDictionary<string, double> fitted, double? arrivalsPerYear, HomeGroups? countedBy) =>
        (this.layers, ShownAs, this.fitted, this.arrivalsPerYear, this.countedBy) = (layers, shownAs, fitted, arrivalsPerYear, countedBy);

    public string ShownAs { get; }

    /// <summary>A mark of all it is read from: two sources with one mark give one model.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u0001', [.. layers.Select(l => l.Text), .. fitted.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key}={f.Value:R}")), arrivalsPerYear?.ToString("R", CultureInfo.InvariantCulture) ?? "", countedBy?.Mark ?? ""]))))[..16];

    /// <summary>All that it is made of, so that another program can make it again.</summary>
    public ModelTexts Texts => new([.. layers.Select(l => new ModelLayer(l.Text, l.Key))], ShownAs, fitted, arrivalsPerYear, countedBy);

    /// <summary>The same model, its people counted by other groups than sex and age.</summary>
    /// <param name="groups">The groups.</param>
    public ModelSource CountedBy(HomeGroups groups) => new(layers, ShownAs, fitted, arrivalsPerYear, groups);

    /// <summary>The model as it is today.</summary>
    public Outcome<SystemModel> Today() => Read([], ShownAs, fitted, []);

    /// <summary>The model as it would be if something in it were otherwise.</summary>
    public ModelSource Where(Alternative otherwise)
    {
        Dictionary<string, double> all = new(fitted, StringComparer.Ordinal);
        foreach ((string name, double value) in otherwise.Numbers) all[name] = value;
        return new([.. layers, (otherwise.Text, "model")], $"{otherwise.Id} over {ShownAs}", all, arrivalsPerYear, countedBy);
    }

    /// <summary>The model with a scenario laid over it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="numbers">Values of its numbers by name, as drawn; null for their central values.</param>
    public Outcome<SystemModel> With(Scenario scenario, IReadOnlyDictionary<string, double>? numbers = null)
    {
        Dictionary<string, double> all = new(fitted, StringComparer.Ordinal);
        foreach (ScenarioNumber number in scenario.Numbers) all[number.Name] = numbers is null ? number.Value : numbers[number.Name];
        // Stages of its own may be reached by those it turns, and by nobody else.
        return Read([(scenario.Text, "model")], scenario.ShownAs + " over " + ShownAs, all, [.. scenario.Instead.Select(i => i.To)])
            .Then(model => ScenarioFile.ReadAgainst(scenario, ScenarioNames.Of(model)).Then(_ => Outcome.Of(model)));
    }

    private Outcome<SystemModel> Read(IReadOnlyList<(string, string?)> over, string shownAs, IReadOnlyDictionary<string, double> numbers, IReadOnlyList<string> turnedTo)
    {
        if (SystemModelFile.Read([.. layers, .. over], shownAs, numbers, turnedTo).Refused(out Refusal? why, out SystemModel? model)) return why;
        if (countedBy is not null) model = model with { CountedBy = countedBy };
        bool says = model.Arrivals is { PerYear: not null } or { TotalStage: >= 0 };
        return says || arrivalsPerYear is not { } perYear ? model : model with { Arrivals = new(perYear, -1, 0, model.Arrivals?.Season ?? []) };
    }
}
