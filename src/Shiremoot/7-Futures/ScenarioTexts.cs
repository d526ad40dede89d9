using Shiremoot.Terms;

namespace Shiremoot.Futures;

/// <summary>What a scenario is read from, by value: it goes through JSON and comes back the same.</summary>
/// <param name="Text">The file's text.</param>
/// <param name="ShownAs">The file's name in messages.</param>
/// <param name="Set">Values that a reader set in place of the file's, by name.</param>
public sealed record ScenarioTexts(string Text, string ShownAs, IReadOnlyDictionary<string, double> Set)
{
    /// <summary>The scenario, read again.</summary>
    public Outcome<Scenario> Scenario() => ScenarioFile.ReadText(Text, ShownAs).Then(scenario => Outcome.Of(scenario.With(Set)));
}
