namespace Shiremoot.Futures;

/// <summary>What a model is read from, by value: it goes through JSON and comes back the same.</summary>
/// <param name="Layers">The country's model, the place's laid over it, and what is otherwise; or one model.</param>
/// <param name="ShownAs">Their name in messages.</param>
/// <param name="Fitted">What calibration found.</param>
/// <param name="ArrivalsPerYear">People who come in a year, where the model leaves it open.</param>
/// <param name="CountedBy">Groups that figures are counted by; null for sex and age.</param>
public sealed record ModelTexts(IReadOnlyList<ModelLayer> Layers, string ShownAs, IReadOnlyDictionary<string, double> Fitted, double? ArrivalsPerYear, HomeGroups? CountedBy = null)
{
    /// <summary>The model, to be read.</summary>
    public ModelSource Source() => new(this);
}

/// <summary>One text of a model.</summary>
/// <param name="Text">The text.</param>
/// <param name="Key">Only the map under this key is laid over those before; null for the whole text.</param>
public sealed record ModelLayer(string Text, string? Key);
